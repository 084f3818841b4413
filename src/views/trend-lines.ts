/** Where the points of a trend lie in a picture: shares of its width and height, in per cent. */
import type { TrendPoint } from '../scoring/trend';
import { maximum } from './props';

export interface Place {
  /** Per cent from the left. */
  readonly x: number;
  /** Per cent from the top. */
  readonly y: number;
}

/** One figure of a trend, drawn. */
export interface TrendLine {
  /** One a point; `null` where there was no average. */
  readonly means: readonly (Place | null)[];
  readonly targets: readonly Place[];
}

/** What is drawn of a point: the overall figure, or that of an area. */
export type Pick = (point: TrendPoint) => { readonly mean: number | null; readonly target: number } | undefined;

/** Places the points by time from left to right, or evenly when they are all of one moment; 5 is at the top. */
export function trendLine(points: readonly TrendPoint[], pick: Pick): TrendLine {
  const times = points.map(({ date }) => Date.parse(date));
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  const last = times.reduce((most, time) => Math.max(most, time), -Infinity);
  const x = (index: number): number =>
    round(
      last > first
        ? (((times[index] ?? first) - first) / (last - first)) * 100
        : (index / Math.max(1, points.length - 1)) * 100,
    );
  const place = (index: number, value: number): Place => ({ x: x(index), y: round(100 - (value / maximum) * 100) });
  const figures = points.map(pick);
  return {
    means: figures.map((figure, index) => (typeof figure?.mean === 'number' ? place(index, figure.mean) : null)),
    targets: figures.flatMap((figure, index) => (figure ? [place(index, figure.target)] : [])),
  };
}

/** A path through the places, broken where one is missing. A place alone between two gaps is a dot without a line. */
export function pathThrough(places: readonly (Place | null)[]): string {
  return places.map((place, index) => place && `${places[index - 1] ? 'L' : 'M'}${place.x} ${place.y}`).join('');
}

/** A path that keeps its height until the next place: a target holds until it is changed. */
export function stepsThrough(places: readonly Place[]): string {
  return places.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
