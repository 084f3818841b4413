/**
 * Reads a table as spreadsheets save it: in various encodings, with various separators, with the column names of
 * `csv-columns.ts` or of the workbook.
 */
import Papa from 'papaparse';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { decodings, type Decoded } from '../overlay/import/decode';
import type { Encoding } from '../overlay/import/encodings';
import { withoutSeparatorLine } from '../overlay/import/separator';
import { cellText, noValue } from './cell-text';
import { columnCalled, columnsOfSeveral, editableColumns, type Column } from './csv-columns';

/** One row of the table. */
export interface TableRow {
  /** Numbered as in a spreadsheet: the column names are row 1. */
  readonly row: number;
  /** By column, unchanged; without cells for columns that the table lacks. */
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** It has more cells than columns, so their positions are unreliable. */
  readonly tooLong: boolean;
}

/** A table decoded with one encoding: its rows that are not empty. */
export interface Reading {
  readonly encoding: Encoding;
  readonly rows: readonly TableRow[];
}

/** Why a table as a whole cannot be read. */
export interface Unreadable {
  readonly refused: MessageKey;
  readonly parameters: MessageParameters;
}

/** The possible readings of a table's bytes, at least one, or why it cannot be read. */
export function readTable(bytes: Uint8Array): { readonly readings: readonly Reading[] } | Unreadable {
  const all = decodings(bytes).map(readingOf);
  const readings = all.filter((one) => 'rows' in one);
  return readings.length ? { readings } : (all.find((one) => 'refused' in one) ?? refused('import.encoding'));
}

function readingOf({ text, encoding }: Decoded): Reading | Unreadable {
  const { table: cells, separator } = withoutSeparatorLine(text);
  const tables = (separator ? [separator] : [',', ';', '\t']).map((delimiter) =>
    Papa.parse<string[]>(cells, { delimiter }),
  );
  const table = tables.find(({ data }) => data[0]?.some((name) => columnCalled(name) === 'id'));
  if (!table) return refused('import.no-id');
  const [header = [], ...rest] = table.data;
  const broken = table.errors.find(({ type }) => type === 'Quotes');
  if (broken) return refused('import.quotes', { row: (broken.row ?? 0) + 1 });
  const lines = rest.map((line, index) => ({ row: index + 2, cells: line }));
  return readingFrom({ header, lines, encoding, width: header.length });
}

/** The cells of a table below its column names. */
export interface CellTable {
  readonly header: readonly string[];
  readonly lines: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly encoding: Encoding;
  /** The number of columns; a row with content beyond it is too long. */
  readonly width: number;
}

/** The rows of a table by our columns, or why it cannot be read. Unknown columns are ignored. */
export function readingFrom({ header, lines, encoding, width }: CellTable): Reading | Unreadable {
  const names = header.map((name) => columnCalled(name ?? ''));
  const repeated = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (repeated !== undefined) return refused('import.repeated-column', { column: repeated });
  if (header.some((name) => columnsOfSeveral.includes(name.trim().toLowerCase()))) return refused('import.several');
  if (!editableColumns.some((column) => names.includes(column)))
    return refused('import.no-column', { columns: editableColumns.join(', ') });
  const head = names.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  const rows = lines.flatMap(({ row, cells }) =>
    cells.some((cell) => cell.trim()) ? [rowOf(cells, head, width, row)] : [],
  );
  return { encoding, rows };
}

/** The result for a table that cannot be read, with the message. */
export function refused(key: MessageKey, parameters: MessageParameters = {}): Unreadable {
  return { refused: key, parameters };
}

/** The id in a row, as written. */
export function idOf({ cells: { id = '' } }: TableRow): string {
  return id.normalize('NFKC').trim();
}

/** A known column, and its position. */
interface Head {
  readonly column: Column;
  readonly index: number;
}

/** A row of a table with that many columns. */
function rowOf(cells: readonly string[], head: readonly Head[], width: number, row: number): TableRow {
  const known = head.map(({ column, index }) => [
    column,
    cells[index] === noValue ? noValue : cellText(cells[index] ?? ''),
  ]);
  return {
    row,
    cells: Object.fromEntries(known) as TableRow['cells'],
    tooLong: cells.slice(width).some((cell) => cell !== ''),
  };
}
