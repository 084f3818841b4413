/**
 * A table as spreadsheets save it: in several encodings, with several separators, under the column names of `csv.ts` or
 * those of the workbook.
 */
import Papa from 'papaparse';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { decodings, type Decoded } from '../overlay/import/decode';
import type { Encoding } from '../overlay/import/encodings';
import { withoutSeparatorLine } from '../overlay/import/separator';
import { cellText, noValue } from './cell-text';
import { columnCalled, columnsOfSeveral, editableColumns, type Column } from './csv-columns';

/** One line of the table. */
export interface TableRow {
  /** As a spreadsheet counts: the column names are row 1. */
  readonly row: number;
  /** By column, as the table has them; of a column the table does not have there is no cell. */
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** More cells than there are columns: what stands where cannot be told. */
  readonly tooLong: boolean;
}

/** A table in one of the encodings it may be in: those of its rows that say anything. */
export interface Reading {
  readonly encoding: Encoding;
  readonly rows: readonly TableRow[];
}

/** Why a table cannot be read at all. */
export interface Unreadable {
  readonly refused: MessageKey;
  readonly parameters: MessageParameters;
}

/** What the bytes of a table may say, in at least one encoding, or why it cannot be read. */
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

/** Cells of a table below its column names. */
export interface CellTable {
  readonly header: readonly string[];
  readonly lines: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly encoding: Encoding;
  /** A row with anything behind so many cells is longer than the table. */
  readonly width: number;
}

/** The rows of a table by our columns, or why it can not be read. Texts without a kind of column are passed over. */
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

/** A table that can not be read, and why. */
export function refused(key: MessageKey, parameters: MessageParameters = {}): Unreadable {
  return { refused: key, parameters };
}

/** The service a row is about, as the row gives it. */
export function idOf({ cells: { id = '' } }: TableRow): string {
  return id.normalize('NFKC').trim();
}

/** A known column, and where it stands. */
interface Head {
  readonly column: Column;
  readonly index: number;
}

/** A row of a table that is so many columns wide. */
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
