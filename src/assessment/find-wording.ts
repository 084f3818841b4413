/** The organisation's wording for an assessment: the first of some places that has it in the language spoken. */
import type { Language, MessageKey, MessageParameters } from '../messages/messages';
import { parseWording, type WordingFile } from './wording';
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
 * Looks at places one after the other. `read` gives the text of a file, `undefined` where there is none, and throws where it
 * can not be read. A file in another language is passed over without a word: it is for other readers.
 */
export async function findWording(places: readonly WordingPlace[], language: Language, read: (path: string) => Promise<string | undefined>): Promise<FoundWording> {
  let trouble: WordingTrouble | undefined;
  for (const { given, path, asked } of places) {
    const text = path === undefined ? undefined : await read(path).catch(() => null);
    if (text === undefined && !asked) continue;
    if (path === undefined || text === undefined || text === null) {
      trouble ??= { key: path === undefined ? 'wording.outside' : text === null ? 'wording.unreadable' : 'wording.not-found', parameters: { path: given } };
      continue;
    }
    const file = parseWording(text);
    trouble ??= troubleIn(file, given);
    if (file.overlay?.language === language) return { used: { path, file }, trouble };
  }
  return { trouble };
}

function troubleIn({ issues }: WordingFile, path: string): WordingTrouble | undefined {
  const count = issues.filter(({ rule }) => wordingRules[rule] === 'error').length;
  return count ? { key: 'wording.has-errors', parameters: { path, count } } : undefined;
}
