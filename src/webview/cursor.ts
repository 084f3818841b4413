/** Moves the cursor of the grid. */
import type { Cursor } from '../views/props';
import type { Move } from './keys';

export const lastColumn = 7;

/** A row on which the cursor can be. */
export interface Stop {
  readonly service: string;
  readonly area: string;
  /** The levels are one wide cell, as in an excluded row. */
  readonly wide: boolean;
  /** It is the heading of its area. */
  readonly heading?: true;
}

/** The cursor after a move over the rows shown; unchanged at the end. */
export function moveCursor(stops: readonly Stop[], cursor: Cursor, move: Move): Cursor {
  const index = Math.max(
    0,
    stops.findIndex(({ service }) => service === cursor.service),
  );
  const to = (row: number, column = cursor.column): Cursor => ({
    service: stops[clamp(row, stops.length - 1)]?.service ?? cursor.service,
    column,
  });
  switch (move) {
    case 'left':
      return to(index, sideways(stops[index], cursor.column, -1));
    case 'right':
      return to(index, sideways(stops[index], cursor.column, 1));
    case 'up':
      return to(index - 1);
    case 'down':
      return to(index + 1);
    case 'row-start':
      return to(index, 0);
    case 'row-end':
      return to(index, lastColumn);
    case 'area-up':
      return to(areaBefore(stops, index));
    case 'area-down':
      return to(areaAfter(stops, index));
    case 'first':
      return to(Math.max(0, firstRow(stops)), 0);
    case 'last':
      return to(stops.length - 1, lastColumn);
  }
}

function sideways(stop: Stop | undefined, column: number, step: 1 | -1): number {
  const wide = stop?.wide && column > 0 && column < lastColumn;
  if (!wide) return clamp(column + step, lastColumn);
  return step === 1 ? lastColumn : 0;
}

/** The index of the first service row, or -1 where all areas are folded. */
function firstRow(stops: readonly Stop[]): number {
  return stops.findIndex(({ heading }) => !heading);
}

/** The index of the next area's first row, or of the last row. */
function areaAfter(stops: readonly Stop[], index: number): number {
  const next = stops.findIndex(({ area }, other) => other > index && area !== stops[index]?.area);
  return next < 0 ? stops.length - 1 : firstOf(stops, stops[next]?.area);
}

/** The index of this area's first row, or of the previous area's when the cursor is there already. */
function areaBefore(stops: readonly Stop[], index: number): number {
  const start = firstOf(stops, stops[index]?.area);
  if (start < index) return start;
  const before = stops.slice(0, start).findLast(({ area }) => area !== stops[index]?.area);
  return before ? firstOf(stops, before.area) : start;
}

/** The index of an area's first row, or of its heading where the area is folded. */
function firstOf(stops: readonly Stop[], id: string | undefined): number {
  const row = stops.findIndex(({ area, heading }) => area === id && !heading);
  return row < 0 ? stops.findIndex(({ area }) => area === id) : row;
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(value, 0), Math.max(highest, 0));
}
