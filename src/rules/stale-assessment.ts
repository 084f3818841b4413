import { fixOf, type Edits, type Rule } from './rule';

/** The sheet asks to score again every six to twelve months: later than 6 is an info, later than 12 a warning. */
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

/** The same day some months later, or the last of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const isLeap = newYear % 4 === 0 && (newYear % 100 !== 0 || newYear % 400 === 0);
  const last = newMonth === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(newMonth) ? 30 : 31;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(newYear).padStart(4, '0')}-${two(newMonth)}-${two(Math.min(day, last))}`;
}
