/** The positions of a trend's points in a picture, in per cent of its width and height. */
import type { TrendPoint } from '../scoring/trend';
import { maximum } from './props';

export interface Place {
  /** Per cent from the left. */
  readonly x: number;
  /** Per cent from the top. */
  readonly y: number;
}

/** The line of one figure of a trend. */
export interface TrendLine {
  /** One per point; `null` where there was no average. */
  readonly means: readonly (Place | null)[];
  readonly targets: readonly Place[];
}

/** The figure of a point to draw: the overall one, or that of an area. */
export type Pick = (point: TrendPoint) => { readonly mean: number | null; readonly target: number } | undefined;

/** Places the points by time from left to right, or evenly when all have the same time; level 5 is at the top. */
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

/** An SVG path through the places, interrupted where one is missing. A single place between two gaps has no line. */
export function pathThrough(places: readonly (Place | null)[]): string {
  return places.map((place, index) => place && `${places[index - 1] ? 'L' : 'M'}${place.x} ${place.y}`).join('');
}

/** An SVG path that stays level up to the next place: a target applies until it is changed. */
export function stepsThrough(places: readonly Place[]): string {
  return places.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
