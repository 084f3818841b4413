/** Days in the form of assessments, `YYYY-MM-DD`. */

/** The greatest offset of a time zone from UTC, in milliseconds: 14 hours, on the Line Islands. */
const mostAhead = 14 * 60 * 60 * 1000;

/** The current day in the time zone of the program. */
export function localDay(now: Date): string {
  return written(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The latest current day anywhere on earth: later dates are in the future for everybody. */
export function latestDay(now: Date): string {
  const there = new Date(now.getTime() + mostAhead);
  return written(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate());
}

/** The same day a number of months later, or the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return written(newYear, newMonth, Math.min(day, lastDay(newYear, newMonth)));
}

function lastDay(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
