/** A table as spreadsheets take it. */
import Papa from 'papaparse';
import { cellText, defused } from './csv-columns';

export type Cell = string | number;

/** Comma-separated values with a byte order mark and CRLF; numbers bare, texts in quotes, and none of them a formula. */
export function csvTable(fields: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cellText(cell)) : cell)));
  return `\ufeff${Papa.unparse({ fields: [...fields], data }, { quotes: (value) => typeof value === 'string' && value !== '', newline: '\r\n' })}\r\n`;
}
