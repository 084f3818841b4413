/** Imports the published wording of the sheet from a file: plain text or a table, in any supported encoding. */
import { decodeText } from './decode';
import type { ImportedOverlay } from './imported-overlay';
import { importSheetText } from './sheet-text';

/** @param name the file's name, whose ending tells a table. Returns `undefined` for bytes that are not text. */
export async function importOverlay(name: string, bytes: Uint8Array): Promise<ImportedOverlay | undefined> {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  return /\.(csv|tsv)$/i.test(name) ? (await import('./sheet-csv')).importSheetCsv(text) : importSheetText(text);
}
