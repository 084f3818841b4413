/** A table as spreadsheets take it. */
import Papa from 'papaparse';
import type { Printable } from '../../messages/safe-text';
import { cellText, defused } from '../../exchange/cell-text';

export type Cell = string | number;

/**
 * Comma-separated values with a byte order mark and CRLF, each in quotation marks, and none of them a formula. There is
 * no first line `sep=,`: Excel then disregards the mark and misreads all that is not ASCII, and other programs show it
 * as a row.
 */
export function csvTable(fields: readonly string[], rows: readonly (readonly Cell[])[]): Printable {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cellText(cell)) : cell)));
  return `\ufeff${Papa.unparse({ fields: [...fields], data }, { quotes: true, newline: '\r\n' })}\r\n` as Printable;
}
