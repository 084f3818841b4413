/** Reads the published wording of the sheet from a file: a text or a table, in any of the encodings known. */
import { decodeText } from './decode';
import type { ImportedOverlay } from './imported-overlay';
import { importSheetText } from './sheet-text';

/** @param name the file's, whose ending tells a table. Gives `undefined` for bytes that are no text. */
export async function importOverlay(name: string, bytes: Uint8Array): Promise<ImportedOverlay | undefined> {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  return /\.(csv|tsv)$/i.test(name) ? (await import('./sheet-csv')).importSheetCsv(text) : importSheetText(text);
}
