/** Splits the row of a service's levels: which lines belong to it, and its six cells. */
import { levelNumbers } from '../../sheet/sheet';
import { joinLines } from './cell-text';
import type { Line } from './lines';

/** The cells of a row, each with its lines joined; or the number of cells found when it is not six. */
export type Row = { readonly cells: readonly string[] } | { readonly found: number };

const columns = levelNumbers.length;

/**
 * Splits the lines between the level names and the notes into cells. `doubt` is called for uncertain joins, with the
 * cell.
 */
export function rowOf(lines: readonly Line[], doubt: (cell: number, text: string) => void): Row {
  const parts = partsOf(lines);
  // Every line has all cells: cells continue from line to line, column by column.
  if (parts.length > 1 && parts.every((part) => part.length === columns)) {
    return {
      cells: levelNumbers.map((cell) =>
        joinLines(
          parts.map((part) => part[cell] ?? ''),
          (text) => doubt(cell, text),
        ),
      ),
    };
  }
  const cells = flowing(parts);
  if (cells.length !== columns) return { found: cells.length };
  return { cells: cells.map((own, cell) => joinLines(own, (text) => doubt(cell, text))) };
}

/** Counts the cells of a row, line by line. */
export class CellCount {
  private last: string | undefined;
  private lines = 0;
  private hasTab = false;
  private readonly split = [byTabs, byGaps].map((of) => ({ of, cells: 1, isTable: true }));

  add({ text }: Line): void {
    if (isRepeated(text, this.last)) return;
    this.last = text;
    this.lines++;
    this.hasTab ||= text.includes('\t');
    for (const split of this.split) {
      const { length } = split.of(text);
      split.cells += length - 1;
      split.isTable &&= length === columns;
    }
  }

  get cells(): number {
    const [tabs, gaps] = this.split;
    const split = this.hasTab ? tabs : gaps;
    if (!split || this.lines === 0) return 0;
    return this.lines > 1 && split.isTable ? columns : split.cells;
  }

  get isWhole(): boolean {
    return this.cells === columns;
  }
}

/** A line that only repeats the one above is not counted. */
function isRepeated(text: string, above: string | undefined): boolean {
  return text === above && text.trim() !== '';
}

/** The pieces of each line. */
function partsOf(lines: readonly Line[]): string[][] {
  const texts = lines.map(({ text }) => text).filter((text, index, all) => !isRepeated(text, all[index - 1]));
  const split = texts.some((text) => text.includes('\t')) ? byTabs : byGaps;
  return texts.map(split);
}

/** Lines that continue the cell in which the previous line ended. */
function flowing(parts: readonly (readonly string[])[]): string[][] {
  const cells: string[][] = [];
  for (const [index, part] of parts.entries()) {
    part.forEach((piece, position) => {
      if (index > 0 && position === 0) cells.at(-1)?.push(piece);
      else cells.push([piece]);
    });
  }
  return cells;
}

function byTabs(text: string): string[] {
  const cells = text.split('\t');
  // Several tabs may pad the space between two cells where no cell is empty.
  const dense = text.replace(/\s+/g, (run) => (run.includes('\t') ? '\t' : run)).split('\t');
  return cells.length > columns && dense.length === columns ? dense : cells;
}

function byGaps(text: string): string[] {
  return text.trim().split(/\s{2,}/);
}
