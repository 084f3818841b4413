/** A table for spreadsheets. */
import Papa from 'papaparse';
import type { Printable } from '../../messages/safe-text';
import { cellText, defused } from '../../exchange/cell-text';

export type Cell = string | number;

/**
 * CSV with a byte order mark and CRLF, all values quoted, none of them a formula. It does not begin with `sep=,`: Excel
 * would then ignore the byte order mark and misread non-ASCII text, and other programs would show it as a row.
 */
export function csvTable(fields: readonly string[], rows: readonly (readonly Cell[])[]): Printable {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cellText(cell)) : cell)));
  return `\ufeff${Papa.unparse({ fields: [...fields], data }, { quotes: true, newline: '\r\n' })}\r\n` as Printable;
}
