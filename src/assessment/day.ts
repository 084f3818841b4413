/** Days as assessments write them, `YYYY-MM-DD`. */

/** How far clocks are ahead of UTC at most, in milliseconds: 14 hours, on the Line Islands. */
const mostAhead = 14 * 60 * 60 * 1000;

/** The day it is where the program runs. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The latest day it is anywhere on earth: what is dated later has not come yet for anybody. */
export function latestDay(now: Date): string {
  return new Date(now.getTime() + mostAhead).toISOString().slice(0, 10);
}
