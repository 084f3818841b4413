/**
 * A table as spreadsheets save it: in several encodings, with several separators, under the column names of `csv.ts` or
 * those of the workbook.
 */
import Papa from 'papaparse';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { decodings, type Decoded } from '../overlay/import/decode';
import type { Encoding } from '../overlay/import/encodings';
import { withoutSeparatorLine } from '../overlay/import/separator';
import { cellText, columnCalled, columnsOfSeveral, editableColumns, type Column } from './csv-columns';

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
  const header = table.data[0] ?? [];
  const names = header.map(columnCalled);
  const broken = table.errors.find(({ type }) => type === 'Quotes');
  const repeated = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (broken) return refused('import.quotes', { row: (broken.row ?? 0) + 1 });
  if (repeated !== undefined) return refused('import.repeated-column', { column: repeated });
  if (header.some((name) => columnsOfSeveral.includes(name.trim().toLowerCase()))) return refused('import.several');
  if (!editableColumns.some((column) => names.includes(column)))
    return refused('import.no-column', { columns: editableColumns.join(', ') });
  const head = names.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  const rows = table.data
    .slice(1)
    .flatMap((row, index) => (row.some((cell) => cell.trim()) ? [rowOf(row, head, header.length, index + 2)] : []));
  return { encoding, rows };
}

function refused(key: MessageKey, parameters: MessageParameters = {}): Unreadable {
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
  const known = head.map(({ column, index }) => [column, cellText(cells[index] ?? '')]);
  return {
    row,
    cells: Object.fromEntries(known) as TableRow['cells'],
    tooLong: cells.slice(width).some((cell) => cell !== ''),
  };
}
