/** The cells of a workbook. */
import type { Cell, Row } from 'write-excel-file/universal';
import { isDate } from '../../assessment/vocabulary';
import type { Language } from '../../messages/messages';
import { simpleWidth } from '../terminal/columns';
import { cellText, longestCell } from '../../exchange/cell-text';

const layout = { wrap: true, alignVertical: 'top', borderColor: '#bfbfbf', borderStyle: 'thin' } as const;

/** Dark text on light colours, distinguishable when printed in grey; the gap is also given as a figure. */
const fills = { met: '#d5ecd4', near: '#fdf1c7', far: '#f8cfc9' } as const;

export function headerCell(title: string): Cell {
  return { ...layout, value: title, type: String, fontWeight: 'bold', backgroundColor: '#e6e9ef' };
}

/** A line above a table, which may extend over the cells beside it; a `strong` one is the document's title. */
export function titleCell(text: string, strong = false): Cell {
  const cell = { value: shown(text), type: String, format: '@' };
  return strong ? { ...cell, fontWeight: 'bold', fontSize: 14, height: 24 } : cell;
}

/** A text cell, which stays text even after it is edited. */
export function textCell(text: string, strong = false): Cell {
  const value = shown(text);
  if (value === '') return { ...layout, type: String };
  return { ...layout, value, type: String, format: '@', ...(strong ? { fontWeight: 'bold' as const } : {}) };
}

/** The text as in other tables, with `_x003D_`, which workbooks read as a character code, escaped. */
function shown(text: string): string {
  const escaped = cellText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length > longestCell
    ? `${escaped.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : escaped;
}

/** A number, or an empty cell. */
export function numberCell(value: number | null, format?: string): Cell {
  return value === null
    ? { ...layout, type: String }
    : { ...layout, align: 'center', value, type: Number, ...(format ? { format } : {}) };
}

/** A score or average, coloured by its distance from the target. */
export function scoreCell(value: number | null, target: number, format?: string): Cell {
  const cell = numberCell(value, format) as object;
  if (value === null) return cell;
  return {
    ...cell,
    fontWeight: 'bold',
    backgroundColor: fillFor(value, target),
  };
}

/** A day, `YYYY-MM-DD`, as a spreadsheet date; an empty cell where there is none. */
export function dateCell(day: string | undefined): Cell {
  return day && isDate(day)
    ? { ...layout, align: 'center', value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    : { ...layout, type: String };
}

/**
 * Excel's default fonts by language; `wide` is the width of a Japanese character in digits, including allowance for
 * line breaks.
 */
export const fonts = {
  en: { family: 'Calibri', lineHeight: 15, wide: 2.2 },
  ja: { family: 'Yu Gothic', lineHeight: 18.75, wide: 1.95 },
} as const satisfies Readonly<Record<Language, object>>;

/** The greatest height of a row, in points. */
const highest = 409;

/**
 * The row with the height its texts need in columns of these widths, since not every spreadsheet program adjusts it.
 */
export function withHeight(row: Row, widths: readonly number[], language: Language): Row {
  const heights = row.map((cell, index) => heightOf((cell as { value?: unknown }).value, widths[index] ?? 1, language));
  const height = Math.min(highest, Math.max(...heights) + 2);
  return row.map((cell) => ({ ...(cell as object), height }));
}

function heightOf(value: unknown, width: number, language: Language): number {
  const text = typeof value === 'string' ? value : '';
  const { wide } = fonts[language];
  const lines = text.split('\n').map((line) => {
    const wideCharacters = simpleWidth(line) - line.length;
    return Math.max(1, Math.ceil(((line.length - wideCharacters) * 0.9 + wideCharacters * wide) / width));
  });
  const isTall = simpleWidth(text) > text.length;
  return lines.reduce((sum, count) => sum + count, 0) * fonts[isTall ? 'ja' : language].lineHeight;
}

function fillFor(value: number, target: number): string {
  if (value >= target) return fills.met;
  return target - value <= 1 ? fills.near : fills.far;
}
