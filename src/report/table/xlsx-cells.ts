/** The cells of a workbook. */
import type { Cell, Row } from 'write-excel-file/universal';
import { isDate } from '../../assessment/model';
import type { Language } from '../../messages/messages';
import { simpleWidth } from '../terminal/columns';
import { cellText, longestCell } from '../../exchange/cell-text';

const layout = { wrap: true, alignVertical: 'top', borderColor: '#bfbfbf', borderStyle: 'thin' } as const;

/** Dark on light, so that they are told apart when printed in grey; the gap says the same in a figure. */
const fills = { met: '#d5ecd4', near: '#fdf1c7', far: '#f8cfc9' } as const;

export function headerCell(title: string): Cell {
  return { ...layout, value: title, type: String, fontWeight: 'bold', backgroundColor: '#e6e9ef' };
}

/** A line above a table, which may run over the cells beside it; a `strong` one is the title of the document. */
export function titleCell(text: string, strong = false): Cell {
  const cell = { value: shown(text), type: String, format: '@' };
  return strong ? { ...cell, fontWeight: 'bold', fontSize: 14, height: 24 } : cell;
}

/** A text that stays one, whatever it looks like, also when the cell is edited. */
export function textCell(text: string, strong = false): Cell {
  const value = shown(text);
  if (value === '') return { ...layout, type: String };
  return { ...layout, value, type: String, format: '@', ...(strong ? { fontWeight: 'bold' as const } : {}) };
}

/** As in other tables; `_x003D_` is a character's code in workbooks, and is not to be read as one. */
function shown(text: string): string {
  const escaped = cellText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length > longestCell
    ? `${escaped.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : escaped;
}

/** A number as it is, or nothing. */
export function numberCell(value: number | null, format?: string): Cell {
  return value === null
    ? { ...layout, type: String }
    : { ...layout, align: 'center', value, type: Number, ...(format ? { format } : {}) };
}

/** A score or average, coloured by how far it is from its target. */
export function scoreCell(value: number | null, target: number, format?: string): Cell {
  const cell = numberCell(value, format) as object;
  if (value === null) return cell;
  return {
    ...cell,
    fontWeight: 'bold',
    backgroundColor: fillFor(value, target),
  };
}

/** A day, `YYYY-MM-DD`, as spreadsheets count days; nothing where there is none. */
export function dateCell(day: string | undefined): Cell {
  return day && isDate(day)
    ? { ...layout, align: 'center', value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    : { ...layout, type: String };
}

/**
 * Excel's own fonts for a language; `wide` is how many digits wide a Japanese character is beside them, words' ends
 * included.
 */
export const fonts = {
  en: { family: 'Calibri', lineHeight: 15, wide: 2.2 },
  ja: { family: 'Yu Gothic', lineHeight: 18.75, wide: 1.95 },
} as const satisfies Readonly<Record<Language, object>>;

/** The most points that a row may have. */
const highest = 409;

/** The row as high as its texts need in columns of these widths: not every spreadsheet finds that out by itself. */
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
