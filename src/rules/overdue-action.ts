import { fixOf, type Edits, type Rule } from './rule';
import { addMonths } from '../assessment/day';

/** A planned action that is past its due date and not done. */
export const overdueAction: Rule = {
  id: 'overdue-action',
  severity: 'warning',
  check: ({ assessment, today, t }) =>
    [...assessment.services.values()].flatMap((entry) =>
      entry.plan.flatMap(({ action, due, done }) => {
        if (!due || done || due.value >= today) return [];
        const fixes = ({ completeAction, replaceScalar }: Edits) => [
          ...fixOf(t('fix.done', { date: today }), completeAction(assessment, entry, action.span, today), {
            preferred: false,
          }),
          ...fixOf(t('fix.move-due'), replaceScalar(assessment, due.span, addMonths(today, 1), true), {
            preferred: false,
            snippet: true,
          }),
        ];
        return [
          { span: due.span, message: t('rule.overdue-action', { action: action.value, date: due.value }), fixes },
        ];
      }),
    ),
};
