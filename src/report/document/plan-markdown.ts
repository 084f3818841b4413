/** The improvement plan as Markdown: a document of check boxes for a tracker, and a section of the report. */
import { isScorable } from '../../assessment/scorable';
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import { criterionText } from '../../sheet/criteria';
import { nameOf } from '../../sheet/sheet';
import { planSource } from '../../views/assessment-view';
import { improvementPlan, type ImprovementPlan, type PlannedService } from '../../views/improvement-plan';
import type { ActionView } from '../../views/model';
import { climbText, wayText } from '../../views/plan-words';
import { stateText } from '../../views/rows';
import type { ReportInput } from '../report';
import { titlesOf } from './report-words';
import type { Checked } from '../check/result';

/** The plans of the assessments, ending with `\n`. */
export function planMarkdown(input: ReportInput): Markdown {
  const { checked, t } = input;
  const titles = titlesOf(checked, t).map((title) => t('report.plan-title', { subject: plainText(title) }));
  const blocks = checked.flatMap((one, index) => [ours`# ${titles[index] ?? ''}`, ...planBlocks(one, ours`#`, input)]);
  return ours`${joined(blocks, '\n\n')}\n`;
}

/** The blocks of one plan, with headings one level below `level`. */
export function planBlocks(one: Checked, level: Own, { sheet, t }: Pick<ReportInput, 'sheet' | 't'>): Markdown[] {
  if (!isScorable(one.assessment)) return [t('overview.unjudged')];
  const plan = improvementPlan(sheet, planSource(one));
  return [
    wayText(one.scored.overall, plan.way, t),
    ...stepBlocks(plan, t),
    ...(plan.unscored ? [t('view.plan-unscored', { count: plan.unscored })] : []),
    ...listBlocks(t('view.plan-gaps'), plan.gaps, level, t),
    ...listBlocks(t('view.plan-others'), plan.others, level, t),
  ];
}

function stepBlocks({ way }: ImprovementPlan, t: Translate): Markdown[] {
  if (!way?.steps.length) return [];
  const steps = way.steps.map((step) => ours`- ${plainText(nameOf(step.service))}: ${climbText(step, t)}`);
  return [joined(steps, '\n')];
}

function listBlocks(heading: Own, services: readonly PlannedService[], level: Own, t: Translate): Markdown[] {
  return services.length
    ? [
        ours`${level}# ${heading}`,
        joined(
          services.flatMap((planned) => taskLines(planned, t)),
          '\n',
        ),
      ]
    : [];
}

/** A service as a task, with the next level, its open criteria and its actions as subtasks. */
function taskLines(planned: PlannedService, t: Translate): Markdown[] {
  const { service, next, open, actions } = planned;
  const task = ours`- [ ] **${plainText(nameOf(service))}** (${plainText(stateText(planned, t))})`;
  const aim = next
    ? [ours`  ${t('report.plan-next', { level: next.number, summary: plainText(next.level.summary) })}`]
    : [];
  const steps = open.map((one) => ours`  - [ ] ${plainText(`${one.id} ${criterionText(one, t)}`)}`);
  return [task, ...aim, ...steps, ...actions.map((action) => actionLine(action, t))];
}

function actionLine({ action, owner, due, done }: ActionView, t: Translate): Markdown {
  const facts = [action, owner, due && t('view.plan-due', { date: due })].flatMap((fact) =>
    fact ? [plainText(fact)] : [],
  );
  return ours`  - [${done ? 'x' : ' '}] ${joined(facts, ' · ')}`;
}
