/** Reads a table from a spreadsheet program: a workbook or delimited text; or a completed interview form. */
import { readInterview } from './interview-read';
import { readTable as readCsv, refused, type Reading, type Unreadable } from './csv-read';

/** The possible readings of a table's bytes, at least one, or why it cannot be read. */
export async function readTable(bytes: Uint8Array): Promise<{ readonly readings: readonly Reading[] } | Unreadable> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return (await import('./xlsx/xlsx-read')).readXlsx(bytes);
  // The container of encrypted workbooks and those of Excel 2003 and older.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('import.old-workbook');
  const table = readCsv(bytes);
  if ('readings' in table) return table;
  const readings = readInterview(bytes);
  return readings ? { readings } : table;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
