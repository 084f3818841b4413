/** The organisation's wording for an assessment: the first of some places that has it in the language spoken. */
import type { Language, MessageKey, MessageParameters } from '../messages/messages';
import type { WordingFile } from './read-wording';
import type { WordingPlace } from './wording-places';
import { wordingRules } from './wording-rules';

/** Why a wording file that was asked for, or found, does not count as it should. */
export interface WordingTrouble {
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** The file that is used, and where it is. */
interface UsedWording {
  readonly path: string;
  readonly file: WordingFile;
}

export interface FoundWording {
  readonly used?: UsedWording;
  readonly trouble?: WordingTrouble;
}

/**
 * Looks at places one after the other. `open` gives a file as it was read, `undefined` where there is none, and throws
 * where it cannot be read. A file in another language is passed over without a word: it is for other readers.
 */
export async function findWording(
  places: readonly WordingPlace[],
  language: Language,
  open: (path: string) => Promise<WordingFile | undefined>,
): Promise<FoundWording> {
  let trouble: WordingTrouble | undefined;
  for (const { given, path, asked } of places) {
    const found = await lookAt(path, open);
    if (typeof found === 'string') {
      if (asked || found === 'wording.unreadable') trouble ??= { key: found, parameters: { path: given } };
      continue;
    }
    trouble ??= troubleIn(found.file, given);
    if (found.file.overlay?.language === language) return { used: found, trouble };
  }
  return { trouble };
}

/** The file at a place, or the message that says why there is none; a place outside of the workspace has no path. */
async function lookAt(
  path: string | undefined,
  open: (path: string) => Promise<WordingFile | undefined>,
): Promise<UsedWording | 'wording.outside' | 'wording.not-found' | 'wording.unreadable'> {
  if (path === undefined) return 'wording.outside';
  const file = await open(path).catch(() => 'wording.unreadable' as const);
  if (typeof file === 'string') return file;
  return file ? { path, file } : 'wording.not-found';
}

function troubleIn({ issues }: WordingFile, path: string): WordingTrouble | undefined {
  const count = issues.filter(({ rule }) => wordingRules[rule] === 'error').length;
  return count ? { key: 'wording.has-errors', parameters: { path, count } } : undefined;
}
