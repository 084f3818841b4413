/** The cells of a workbook. */
import type { Cell, Row } from 'write-excel-file/universal';
import { isDate } from '../assessment/model';
import { simpleWidth } from './columns';
import { printable } from './printable';

/** More characters no cell of Excel holds: it takes the workbook for damaged. */
const longest = 32_767;

const layout = { wrap: true, alignVertical: 'top', borderColor: '#bfbfbf', borderStyle: 'thin' } as const;

/** Dark on light, so that they are told apart when printed in grey; the gap says the same in a figure. */
const fills = { met: '#d5ecd4', near: '#fdf1c7', far: '#f8cfc9' } as const;

export function headerCell(title: string): Cell {
  return { ...layout, value: title, type: String, fontWeight: 'bold', backgroundColor: '#e6e9ef' };
}

/** A text that stays one, whatever it looks like, also when the cell is edited. */
export function textCell(text: string, strong = false): Cell {
  const value = shown(text);
  if (value === '') return { ...layout, type: String };
  return { ...layout, value, type: String, format: '@', ...(strong ? { fontWeight: 'bold' as const } : {}) };
}

/** Line by line without what would not show; `_x003D_` is a character's code in workbooks, and is not to be read as one. */
function shown(text: string): string {
  const lines = text.trimEnd().split(/\r\n|\r|\n/).map(printable).join('\n');
  const escaped = lines.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length > longest ? `${escaped.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : escaped;
}

/** A number as it is, or nothing. */
export function numberCell(value: number | null, format?: string): Cell {
  return value === null ? { ...layout, type: String } : { ...layout, align: 'center', value, type: Number, ...(format ? { format } : {}) };
}

/** A score or average, coloured by how far it is from its target. */
export function scoreCell(value: number | null, target: number, format?: string): Cell {
  const cell = numberCell(value, format) as object;
  if (value === null) return cell;
  return { ...cell, fontWeight: 'bold', backgroundColor: value >= target ? fills.met : target - value <= 1 ? fills.near : fills.far };
}

/** A day, `YYYY-MM-DD`, as spreadsheets count days; nothing where there is none. */
export function dateCell(day: string | undefined): Cell {
  return day && isDate(day) ? { ...layout, align: 'center', value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' } : { ...layout, type: String };
}

/** Points a line of text takes, and the most a row may have. */
const [lineHeight, highest] = [15, 409];

/** The row as high as its texts need in columns of these widths: not every spreadsheet finds that out by itself. */
export function withHeight(row: Row, widths: readonly number[]): Row {
  const lines = row.map((cell, index) => linesIn(cell as { value?: unknown }, widths[index] ?? 1));
  const height = Math.min(highest, Math.max(1, ...lines) * lineHeight + 2);
  return row.map((cell) => ({ ...(cell as object), height }));
}

function linesIn({ value }: { value?: unknown }, width: number): number {
  if (typeof value !== 'string') return 1;
  // Words seldom fill a line to its end.
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((simpleWidth(line) * 1.08) / width)), 0);
}
