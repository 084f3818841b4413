/** The sheet's wording, read when a command needs it: one language of the two, and not part of the program's code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../messages/messages';
import { composeSheet, type Sheet, type Wording } from '../sheet/sheet';

/** The sheet in a language: from beside the bundle, or from the sources when these are run. Throws when it is missing. */
export function loadSheet(language: Language): Sheet {
  const built = join(__dirname, `sheet.${language}.json`);
  const file = existsSync(built) ? built : join(__dirname, '..', 'sheet', `wording.${language}.json`);
  return composeSheet(JSON.parse(readFileSync(file, 'utf8')) as Wording);
}
