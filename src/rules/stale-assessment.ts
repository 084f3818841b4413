import { replaceScalar } from '../assessment/setting-edit';
import { fixOf, type Rule } from './rule';

/** The sheet asks to score again every six to twelve months: later than 6 is an info, later than 12 a warning. */
export const staleAssessment: Rule = {
  id: 'stale-assessment',
  severity: 'info',
  check: ({ assessment, today, t }) => {
    const { assessed } = assessment;
    if (!assessed || !isStale(assessed.value, today)) return [];
    const old = today > addMonths(assessed.value, 12);
    const message = t(old ? 'rule.stale-assessment.year' : 'rule.stale-assessment', { date: assessed.value });
    const fixes = () => fixOf(t('fix.scored-again', { date: today }), replaceScalar(assessment, assessed.span, today), { preferred: false });
    return [{ span: assessed.span, message, severity: old ? 'warning' : 'info', fixes }];
  },
};

/** Whether a day of assessment lies more than six months back; both `YYYY-MM-DD`. */
export function isStale(assessed: string, today: string): boolean {
  return assessed <= today && today > addMonths(assessed, 6);
}

/** The same day some months later, or the last of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
