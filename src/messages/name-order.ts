/** How people of a language sort names. */
import type { Language } from './messages';

/**
 * Compares two names, for `sort`: negative, 0 or positive. Numbers in them count by value, capitals and accents do not.
 */
export function nameOrder(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare;
}
