import { addMonths } from '../assessment/day';
import { fixOf, type Edits, type Rule } from './rule';

/** The sheet asks for a new assessment every six to twelve months: after 6 months an info, after 12 a warning. */
export const staleAssessment: Rule = {
  id: 'stale-assessment',
  severity: 'info',
  check: ({ assessment, today, t }) => {
    const { assessed } = assessment;
    if (!assessed || !isStale(assessed.value, today)) return [];
    const old = today > addMonths(assessed.value, 12);
    const message = t(old ? 'rule.stale-assessment.year' : 'rule.stale-assessment', { date: assessed.value });
    const fixes = ({ replaceScalar }: Edits) =>
      fixOf(t('fix.scored-again', { date: today }), replaceScalar(assessment, assessed.span, today), {
        preferred: false,
      });
    return [{ span: assessed.span, message, severity: old ? 'warning' : 'info', fixes }];
  },
};

/** Whether a day of assessment lies more than six months back; both `YYYY-MM-DD`. */
export function isStale(assessed: string, today: string): boolean {
  return assessed <= today && today > addMonths(assessed, 6);
}
