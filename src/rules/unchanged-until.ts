/** How long the rules find the same in an unchanged file: so long their findings can be kept. */
import { allEvidence, type Assessment } from '../assessment/assessment';
import { addMonths } from '../assessment/day';

/** The last day that can be written: nothing in the file ever changes what the rules find. */
const always = '9999-12-31';

/**
 * The last day, `YYYY-MM-DD`, on which the rules find in a file what they find today. `undefined` where a date lies in
 * the future that should be past: what is said of it names the day, and depends on the hour.
 */
export function unchangedUntil(
  { assessed, services }: Pick<Assessment, 'assessed' | 'services'>,
  today: string,
  latestDay: string,
): string | undefined {
  const entries = [...services.values()];
  const evidence = entries.flatMap(allEvidence);
  const past = [assessed, ...evidence.map(({ collected }) => collected)];
  if (past.some((date) => date !== undefined && date.value > latestDay)) return undefined;
  const limits = [
    ...(assessed ? [addMonths(assessed.value, 6), addMonths(assessed.value, 12)] : []),
    ...evidence.flatMap(({ expires }) => expires?.value ?? []),
    ...entries.flatMap(({ plan }) => plan.flatMap(({ due, done }) => (done ? [] : (due?.value ?? [])))),
  ];
  return limits.filter((day) => day >= today).sort()[0] ?? always;
}
