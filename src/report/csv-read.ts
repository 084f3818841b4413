/** A table as spreadsheets save it: in several encodings, with several separators, under the column names of `csv.ts`. */
import Papa from 'papaparse';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { decodeText } from '../sheet/import/decode';
import { cellText, columns, editableColumns, undefused, type Column } from './csv-columns';

/** One line of the table. */
export interface TableRow {
  /** As a spreadsheet counts: the column names are row 1. */
  readonly row: number;
  /** By column; of a column the table does not have there is no cell. */
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** More cells than there are columns: what stands where can not be told. */
  readonly tooLong: boolean;
}

/** Why a table can not be read at all. */
export interface Unreadable {
  readonly refused: MessageKey;
  readonly parameters: MessageParameters;
}

/** The rows of a table that say anything, or why it can not be read. */
export function readTable(bytes: Uint8Array): { readonly rows: readonly TableRow[] } | Unreadable {
  const text = decodeText(bytes);
  if (text === undefined) return refused('import.encoding');
  const table = [',', ';', '\t'].map((delimiter) => Papa.parse<string[]>(text, { delimiter })).find(({ data }) => namesOf(data[0]).includes('id'));
  if (!table) return refused('import.no-id');
  const names = namesOf(table.data[0]);
  const broken = table.errors.find(({ type }) => type === 'Quotes');
  const known = names.filter((name) => columns.some((column) => column === name));
  const repeated = known.find((name, index) => known.indexOf(name) !== index);
  if (broken) return refused('import.quotes', { row: (broken.row ?? 0) + 1 });
  if (repeated !== undefined) return refused('import.repeated-column', { column: repeated });
  if (names[1] === 'file') return refused('import.several');
  if (!editableColumns.some((column) => names.includes(column))) return refused('import.no-column', { columns: editableColumns.join(', ') });
  return { rows: table.data.slice(1).flatMap((cells, index) => (cells.some((cell) => cell.trim()) ? [rowOf(cells, names, index + 2)] : [])) };
}

function refused(key: MessageKey, parameters: MessageParameters = {}): Unreadable {
  return { refused: key, parameters };
}

function namesOf(header: readonly string[] | undefined): string[] {
  return (header ?? []).map((name) => name.trim().toLowerCase());
}

function rowOf(cells: readonly string[], names: readonly string[], row: number): TableRow {
  const known = names.flatMap((name, index) => columns.filter((column) => column === name).map((column) => [column, cellText(undefused(cells[index] ?? ''))]));
  return { row, cells: Object.fromEntries(known) as TableRow['cells'], tooLong: cells.slice(names.length).some((cell) => cell !== '') };
}
