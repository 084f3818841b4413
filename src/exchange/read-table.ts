/** A table that comes back from a spreadsheet program, a workbook or text with separators; or questions filled in. */
import { readInterview } from './interview-read';
import { readTable as readCsv, refused, type Reading, type Unreadable } from './csv-read';

/** What the bytes of a table may say, in at least one encoding, or why they can not be read. */
export async function readTable(bytes: Uint8Array): Promise<{ readonly readings: readonly Reading[] } | Unreadable> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return (await import('./xlsx/xlsx-read')).readXlsx(bytes);
  // A workbook that is encrypted, or of Excel 2003 and older.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('import.old-workbook');
  const table = readCsv(bytes);
  if ('readings' in table) return table;
  const readings = readInterview(bytes);
  return readings ? { readings } : table;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
