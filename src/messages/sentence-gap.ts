import type { Language } from './messages';

/** Languages whose full stop includes the space after it. */
const withoutGap: readonly Language[] = ['ja'];

/** The separator between two sentences of a language. */
export function sentenceGap(language: Language): '' | ' ' {
  return withoutGap.includes(language) ? '' : ' ';
}
