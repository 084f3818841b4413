/** How averages moved: what the versions of a file, or the dated files of one subject, say one after the other. */
import type { Aggregate, Scored } from './score';

/** When and under which name a state was recorded. */
export interface TrendMoment {
  /** The day: `YYYY-MM-DD`, or a full time in ISO 8601. */
  readonly date: string;
  /** What to call it: a commit's abbreviated id, or a file's name. */
  readonly label: string;
}

type Figure = Pick<Aggregate, 'mean' | 'target' | 'scored' | 'applicable'>;

/** One point of the trend: plain data. */
export interface TrendPoint extends TrendMoment {
  readonly overall: Figure;
  readonly areas: readonly (Figure & { readonly id: string })[];
}

/** The point a scored assessment makes; every number is of that score. */
export function trendPoint({ date, label }: TrendMoment, { overall, areas }: Scored): TrendPoint {
  return { date, label, overall: figure(overall), areas: areas.map((area) => ({ id: area.id, ...figure(area) })) };
}

/**
 * The points in the order of their dates, without those that say the same as both neighbours: a line through the rest
 * is the same line. Points of one date stay in the order given.
 */
export function trendOf(points: readonly TrendPoint[]): TrendPoint[] {
  const ordered = [...points].sort((a, b) => compare(a.date, b.date));
  const said = ordered.map(({ overall, areas }) => JSON.stringify([overall, areas]));
  return ordered.filter(
    (_, index) =>
      index === 0 || index === ordered.length - 1 || said[index] !== said[index - 1] || said[index] !== said[index + 1],
  );
}

/** The order of two days or times in ISO 8601, which is that of their characters. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function figure({ mean, target, scored, applicable }: Aggregate): Figure {
  return { mean, target, scored, applicable };
}
