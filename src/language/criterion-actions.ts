/** Actions on criteria at the cursor: add the criteria of a level to be answered, or change an answer. */
import { placeAt, serviceAt } from '../assessment/cursor';
import { addCriteria, planAnswer } from '../assessment/edit/criterion-edit';
import type { EditPlan } from '../assessment/edit/plan';
import { criterionStates } from '../assessment/vocabulary';
import type { RuleContext } from '../rules/rule';
import { criteriaOf, criterionText, findCriterion } from '../sheet/criteria';
import { findService, levelNumbers, nextLevel, type Criterion, type LevelNumber, type Service } from '../sheet/sheet';
import type { CodeAction } from './code-action';
import { stateOfCriterion } from './criterion-words';

const kind = 'refactor.rewrite.psirt.criteria';

/** The actions on criteria at an offset; none where their edits cannot be made. */
export function* criterionActions(
  context: RuleContext,
  offset: number,
  isWanted: (kind: string) => boolean,
): Generator<CodeAction> {
  const { assessment, sheet, t } = context;
  const id = isWanted(kind) ? serviceAt(assessment, offset) : undefined;
  const service = id === undefined ? undefined : findService(sheet, id);
  if (!service || service.outOfScope) return;
  const action = (title: string, plan: EditPlan): CodeAction[] =>
    'edits' in plan && plan.edits.length ? [{ title, kind, edits: plan.edits }] : [];
  const [, , section, criterionId] = placeAt(assessment, offset)?.path ?? [];
  const criterion = section === 'criteria' ? findCriterion(service, String(criterionId)) : undefined;
  if (criterion) {
    for (const state of criterionStates) {
      const parameters = { id: criterion.id, state: stateOfCriterion(criterion, state, t) };
      yield* action(t('rework.answer', parameters), planAnswer(assessment, service.id, criterion.id, state));
    }
  }
  const add = (criteria: readonly Criterion[]) =>
    addCriteria(
      assessment,
      service.id,
      criteria.map((one) => ({ id: one.id, text: criterionText(one, t) })),
    );
  for (const level of levelsToAnswer(context, service))
    yield* action(t('rework.add-criteria', { id: service.id, level }), add(service.levels[level]?.criteria ?? []));
  yield* action(t('rework.add-all-criteria', { id: service.id }), add(criteriaOf(service)));
}

/** The scored level, where it has criteria, and the next level; none where nothing is scored. */
function levelsToAnswer({ assessment }: RuleContext, service: Service): LevelNumber[] {
  const score = assessment.services.get(service.id)?.score?.value;
  if (score === undefined) return [];
  const next = nextLevel(service, score)?.number;
  return levelNumbers.filter((level) => service.levels[level] && (level === score || level === next));
}
