/** Refactorings of form, order and state at the cursor; disabled ones give the reason. */
import { areaOfHeading } from '../assessment/edit/area-heading';
import type { ServiceEntry } from '../assessment/assessment';
import { placeAt, serviceAt } from '../assessment/cursor';
import { planEdit } from '../assessment/edit/edit';
import { excludeWithPlaceholder } from '../assessment/edit/exclusion-edit';
import { isOnlyScore, toLongForm, toShortForm } from '../assessment/edit/long-form';
import { completedActions, moveCompleted } from '../assessment/edit/plan-and-evidence';
import { refused, type EditPlan, type Refused } from '../assessment/edit/plan';
import { setAreaTarget } from '../assessment/edit/setting-edit';
import { isSorted, sortServices } from '../assessment/edit/sort-edit';
import { lineEnd, lineStart } from '../assessment/yaml/text-edit';
import type { MessageKey } from '../messages/messages';
import type { RuleContext } from '../rules/rule';
import { areaIdOf, outOfScopeIds } from '../sheet/sheet';
import type { CodeAction } from './code-action';

/** A plan, possibly with the edits of a snippet. */
type Outcome = EditPlan & { readonly snippet?: boolean };

interface Refactoring {
  readonly title: MessageKey;
  readonly kind: string;
  readonly work: (context: RuleContext, offset: number) => Outcome;
}

/** The target suggested for an area: the upper end of the sheet's 2.5 to 3.0. */
const suggestedTarget = 3;

const all: readonly Refactoring[] = [
  { title: 'rework.long-form', kind: 'refactor.rewrite.psirt.longForm', work: onService(writeLongForm) },
  { title: 'rework.short-form', kind: 'refactor.rewrite.psirt.shortForm', work: onService(writeShortForm) },
  { title: 'rework.exclude', kind: 'refactor.rewrite.psirt.exclude', work: onService(exclude) },
  { title: 'rework.include', kind: 'refactor.rewrite.psirt.include', work: onService(include) },
  { title: 'rework.area-target', kind: 'refactor.rewrite.psirt.areaTarget', work: setTargetOfArea },
  { title: 'rework.move-completed', kind: 'refactor.move.psirt.completed', work: onService(moveCompletedActions) },
  { title: 'rework.sort', kind: 'refactor.move.psirt.sort', work: sort },
];

/** The refactorings of the requested kinds at an offset; those that do not apply are disabled with the reason. */
export function* refactorings(
  context: RuleContext,
  offset: number,
  isWanted: (kind: string) => boolean,
): Generator<CodeAction> {
  const { assessment, t } = context;
  for (const { title, kind, work } of all) {
    if (!isWanted(kind)) continue;
    const outcome = assessment.broken ? refused('rework.why.broken') : work(context, offset);
    if ('edits' in outcome) yield { title: t(title), kind, ...outcome };
    else yield { title: t(title), kind, edits: [], disabled: t(outcome.refused.key, outcome.refused.parameters) };
  }
}

function onService(work: (context: RuleContext, entry: ServiceEntry) => Outcome): Refactoring['work'] {
  return (context, offset) => {
    const { assessment } = context;
    const id = serviceAt(assessment, offset);
    const entry = id === undefined ? undefined : assessment.services.get(id);
    if (!entry) return refused('rework.why.no-service');
    return assessment.duplicates.some((duplicate) => duplicate.entry.id === id)
      ? refused('edit.duplicate')
      : work(context, entry);
  };
}

function writeLongForm({ assessment }: RuleContext, entry: ServiceEntry): Outcome {
  if (entry.value.kind === 'map') return because('rework.why.long-form', entry);
  return toLongForm(assessment, entry);
}

function writeShortForm({ assessment }: RuleContext, entry: ServiceEntry): Outcome {
  if (entry.value.kind === 'scalar') return because('rework.why.short-form', entry);
  if (!isOnlyScore(entry)) return because('rework.why.more-than-score', entry);
  const plan = toShortForm(assessment, entry);
  return 'edits' in plan ? plan : because('rework.why.two-comments', entry);
}

function exclude({ assessment, t }: RuleContext, entry: ServiceEntry): Outcome {
  if (outOfScopeIds.includes(entry.id)) return because('rework.why.out-of-scope', entry);
  if (entry.excluded) return because('rework.why.excluded', entry);
  return { ...excludeWithPlaceholder(assessment, entry.id, t('fix.reason-placeholder')), snippet: true };
}

function include({ assessment }: RuleContext, entry: ServiceEntry): Outcome {
  if (!entry.excluded) return because('rework.why.not-excluded', entry);
  return planEdit(assessment, { kind: 'include', service: entry.id });
}

function moveCompletedActions({ assessment }: RuleContext, entry: ServiceEntry): Outcome {
  const { count, last } = completedActions(entry);
  if (count === 0) return because('rework.why.none-completed', entry);
  return last ? because('rework.why.completed-last', entry) : moveCompleted(assessment, entry);
}

function setTargetOfArea({ assessment }: RuleContext, offset: number): Outcome {
  const id = areaAt(assessment, offset);
  if (id === undefined) return refused('rework.why.no-area');
  if (assessment.areas.get(id)?.target) return refused('rework.why.area-target', { id });
  return { ...setAreaTarget(assessment, id, suggestedTarget), snippet: true };
}

/** The area whose heading, entry or service contains an offset. */
function areaAt(assessment: RuleContext['assessment'], offset: number): string | undefined {
  const { text, areas } = assessment;
  const heading = areaOfHeading(text.slice(lineStart(text, offset), lineEnd(text, offset)));
  if (heading) return heading;
  const [first, id] = placeAt(assessment, offset)?.path ?? [];
  if (first === 'areas') return areas.has(String(id)) ? String(id) : undefined;
  return areaIdOf(serviceAt(assessment, offset) ?? '');
}

function sort({ assessment }: RuleContext): Outcome {
  if (assessment.services.size === 0) return refused('rework.why.no-services');
  return isSorted(assessment) ? refused('rework.why.sorted') : sortServices(assessment);
}

function because(key: MessageKey, { id }: ServiceEntry): Refused {
  return refused(key, { id });
}
