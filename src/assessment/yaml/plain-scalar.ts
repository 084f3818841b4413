/** The values of plain scalars, without quotes, by YAML's core schema. */
import type { ScalarTree } from './tree';

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** The plain scalar at the start of a text: without a comment, and the spaces before it. */
export function sourceIn(text: string): string {
  const comment = text.indexOf(' #');
  let end = comment < 0 ? text.length : comment;
  while (text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

/** The value of a plain scalar; `undefined` for a number in a form that only the library knows, such as `0x10`. */
export function plainValue(source: string): ScalarTree['value'] | undefined {
  if (/^\d/.test(source)) {
    if (/^\d{1,15}(?:\.\d{1,15})?$/.test(source)) return Number(source);
    return /^(?:0[xXoO]|\d+\.?$|[\d.]+[eE])/.test(source) ? undefined : source;
  }
  const word = words.get(source);
  return word === undefined ? source : word;
}
