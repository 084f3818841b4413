/** Where the cursor of the grid goes. */
import type { Cursor } from '../views/props';
import type { Move } from './keys';

export const lastColumn = 7;

/** A row the cursor can stand on. */
export interface Stop {
  readonly service: string;
  readonly area: string;
  /** The levels are one wide cell, as in an excluded row. */
  readonly wide: boolean;
}

/** The cursor after a move over the rows shown; it stays where there is nothing further. */
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
      return to(0, 0);
    case 'last':
      return to(stops.length - 1, lastColumn);
  }
}

function sideways(stop: Stop | undefined, column: number, step: 1 | -1): number {
  const wide = stop?.wide && column > 0 && column < lastColumn;
  return wide ? (step === 1 ? lastColumn : 0) : clamp(column + step, lastColumn);
}

/** The first row of the next area, or the last row of all. */
function areaAfter(stops: readonly Stop[], index: number): number {
  const next = stops.findIndex(({ area }, other) => other > index && area !== stops[index]?.area);
  return next < 0 ? stops.length - 1 : next;
}

/** The first row of this area, or of the one before when the cursor stands there already. */
function areaBefore(stops: readonly Stop[], index: number): number {
  const first = (area: string | undefined): number => stops.findIndex((stop) => stop.area === area);
  const start = first(stops[index]?.area);
  return start < index ? start : start === 0 ? 0 : first(stops[start - 1]?.area);
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(value, 0), Math.max(highest, 0));
}
