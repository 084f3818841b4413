import type { Rule } from './rule';

/** A planned action that is past its due date and not done. */
export const overdueAction: Rule = {
  id: 'overdue-action',
  severity: 'warning',
  check: ({ assessment, today, t }) =>
    [...assessment.services.values()]
      .flatMap(({ plan }) => plan)
      .flatMap(({ action, due, done }) =>
        due && !done && due.value < today ? [{ span: due.span, message: t('rule.overdue-action', { action: action.value, date: due.value }) }] : [],
      ),
};
