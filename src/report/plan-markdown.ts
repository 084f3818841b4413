/** The improvement plan as Markdown: a document of check boxes to paste into a tracker, and a section of the report. */
import { isJudged } from '../assessment/judge';
import type { Translate } from '../messages/messages';
import { planSource } from '../views/assessment-view';
import { improvementPlan, type ImprovementPlan, type PlannedService } from '../views/improvement-plan';
import type { ActionView } from '../views/model';
import { wayText } from '../views/plan-words';
import { nameOf, stateText } from '../views/rows';
import { plainText, wording } from './markdown-text';
import type { ReportInput } from './report';
import { titleOf } from './report-words';
import type { Checked } from './result';

/** The plans of the assessments, one after the other, ended by `\n`. */
export function planMarkdown(input: ReportInput): string {
  const { checked, t } = input;
  const blocks = checked.flatMap((one) => [`# ${t('report.plan-title', { subject: plainText(titleOf(one, t)) })}`, ...planBlocks(one, '#', input)]);
  return `${blocks.join('\n\n')}\n`;
}

/** The blocks of one plan, headings one below `level`. */
export function planBlocks(one: Checked, level: string, { sheet, t }: Pick<ReportInput, 'sheet' | 't'>): string[] {
  if (!isJudged(one.assessment)) return [t('overview.unjudged')];
  const plan = improvementPlan(sheet, planSource(one));
  return [
    wayText(one.scored.overall, plan.way, t),
    ...stepBlocks(plan, t),
    ...(plan.unscored ? [t('view.plan-unscored', { count: plan.unscored })] : []),
    ...listBlocks(t('view.plan-gaps'), plan.gaps, level, t),
    ...listBlocks(t('view.plan-others'), plan.others, level, t),
  ];
}

function stepBlocks({ way }: ImprovementPlan, t: Translate): string[] {
  if (!way?.steps.length) return [];
  return [way.steps.map(({ service, from, to }) => `- ${wording(nameOf(service))}: ${t('view.plan-climb', { from, to })}`).join('\n')];
}

function listBlocks(heading: string, services: readonly PlannedService[], level: string, t: Translate): string[] {
  return services.length ? [`${level}# ${heading}`, services.map((planned) => taskLines(planned, t).join('\n')).join('\n')] : [];
}

/** A service as a task, with the next level below it and each action as a task of its own. */
function taskLines(planned: PlannedService, t: Translate): string[] {
  const { service, next, actions } = planned;
  const task = `- [ ] **${wording(nameOf(service))}** (${plainText(stateText(planned, t))})`;
  const aim = next ? [`  ${t('report.plan-next', { level: next.number, summary: wording(next.level.summary) })}`] : [];
  return [task, ...aim, ...actions.map((action) => actionLine(action, t))];
}

function actionLine({ action, owner, due, done }: ActionView, t: Translate): string {
  const facts = [owner, due && t('view.plan-due', { date: due })].flatMap((fact) => (fact ? [` · ${plainText(fact)}`] : []));
  return `  - [${done ? 'x' : ' '}] ${plainText(action)}${facts.join('')}`;
}
