/** The development of averages over the versions of a file, or over the dated files of one subject. */
import type { Aggregate, Scored } from './score';

/** The date and name of a recorded state. */
export interface TrendMoment {
  /** A day, `YYYY-MM-DD`, or a full time in ISO 8601. */
  readonly date: string;
  /** Its name: an abbreviated commit hash, or a file's name. */
  readonly label: string;
}

type Figure = Pick<Aggregate, 'mean' | 'target' | 'scored' | 'applicable'>;

/** One point of the trend, as plain data. */
export interface TrendPoint extends TrendMoment {
  readonly overall: Figure;
  readonly areas: readonly (Figure & { readonly id: string })[];
}

/** The point for a scored assessment, with the figures of that score. */
export function trendPoint({ date, label }: TrendMoment, { overall, areas }: Scored): TrendPoint {
  return { date, label, overall: figure(overall), areas: areas.map((area) => ({ id: area.id, ...figure(area) })) };
}

/**
 * The points by date, without those equal to both neighbours: the line through the rest is the same. Points of one date
 * keep their order.
 */
export function trendOf(points: readonly TrendPoint[]): TrendPoint[] {
  const ordered = [...points].sort((a, b) => compare(a.date, b.date));
  const said = ordered.map(({ overall, areas }) => JSON.stringify([overall, areas]));
  return ordered.filter(
    (_, index) =>
      index === 0 || index === ordered.length - 1 || said[index] !== said[index - 1] || said[index] !== said[index + 1],
  );
}

/** Orders two days or times in ISO 8601 by their characters, which is their order in time. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function figure({ mean, target, scored, applicable }: Aggregate): Figure {
  return { mean, target, scored, applicable };
}
