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

export interface FoundWording {
  /** The file that is used, and where it is. */
  readonly used?: { readonly path: string; readonly file: WordingFile };
  readonly trouble?: WordingTrouble;
}

/**
 * Looks at places one after the other. `open` gives a file as it was read, `undefined` where there is none, and throws where
 * it can not be read. A file in another language is passed over without a word: it is for other readers.
 */
export async function findWording(
  places: readonly WordingPlace[],
  language: Language,
  open: (path: string) => Promise<WordingFile | undefined>,
): Promise<FoundWording> {
  let trouble: WordingTrouble | undefined;
  for (const { given, path, asked } of places) {
    const file = path === undefined ? undefined : await open(path).catch(() => null);
    if (file === undefined && !asked) continue;
    if (path === undefined || !file) {
      trouble ??= {
        key: path === undefined ? 'wording.outside' : file === null ? 'wording.unreadable' : 'wording.not-found',
        parameters: { path: given },
      };
      continue;
    }
    trouble ??= troubleIn(file, given);
    if (file.overlay?.language === language) return { used: { path, file }, trouble };
  }
  return { trouble };
}

function troubleIn({ issues }: WordingFile, path: string): WordingTrouble | undefined {
  const count = issues.filter(({ rule }) => wordingRules[rule] === 'error').length;
  return count ? { key: 'wording.has-errors', parameters: { path, count } } : undefined;
}
