import type { Language } from './messages';

/** Languages whose full stop is as wide as a space and a stop. */
const withoutGap: readonly Language[] = ['ja'];

/** What stands between two sentences of a language. */
export function sentenceGap(language: Language): '' | ' ' {
  return withoutGap.includes(language) ? '' : ' ';
}
