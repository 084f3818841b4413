import type { Assessment, ServiceEntry } from '../assessment/assessment';
import type { EditPlan } from '../assessment/edit/plan';
import { formatNumber } from '../scoring/score';
import { openCriteria } from '../scoring/suggest';
import { nextLevel } from '../sheet/sheet';
import { fixOf, type Edits, type Rule } from './rule';
import { addMonths } from '../assessment/day';

/** Months from today to the due date first given to an action; the user edits it in place. */
const monthsToAct = 3;

/** The due date first given to an action planned on a day, `YYYY-MM-DD`. */
export function firstDue(today: string): string {
  return addMonths(today, monthsToAct);
}

/** Adds an action to a service's plan, with text and day as snippet placeholders. */
export function planned(
  assessment: Assessment,
  entry: ServiceEntry,
  action: string,
  today: string,
  { addAction }: Pick<Edits, 'addAction'>,
): EditPlan {
  return addAction(assessment, entry, { action, due: firstDue(today) });
}

/** A score below its target, with the gap and what the next level asks for. */
export const belowTarget: Rule = {
  id: 'below-target',
  severity: 'warning',
  check: (context) =>
    context.services.flatMap(({ service, scored, entry }) => {
      if (!scored.gap || !entry?.score) return [];
      const { assessment, today, t } = context;
      const numbers = {
        id: service.id,
        score: scored.score ?? 0,
        target: formatNumber(scored.target),
        gap: formatNumber(scored.gap),
      };
      const next = nextLevel(service, entry.score.value);
      const message =
        t('rule.below-target', numbers) +
        (next ? t('rule.below-target.next', { level: next.number, summary: next.level.summary }) : '');
      const plan = (title: string, action: string, edits: Edits) =>
        fixOf(title, planned(assessment, entry, action, today, edits), { preferred: false, snippet: true });
      const fixes = (edits: Edits) => [
        ...(next ? plan(t('fix.plan-action', { level: next.number }), next.level.summary, edits) : []),
        ...openCriteria(service, scored).flatMap((one) =>
          plan(t('fix.plan-criterion', { id: one.id, text: one.text }), one.text, edits),
        ),
      ];
      return [{ span: entry.score.span, message, fixes }];
    }),
};
