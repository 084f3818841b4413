/** The sort order of names in a language. */
import type { Language } from './messages';

/**
 * A comparison of two names for `sort`: negative, 0 or positive. Numbers in names compare by value; letter case and
 * accents are ignored.
 */
export function nameOrder(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare;
}
