/** Measures and cuts text in terminal columns, of which a Chinese or Japanese character takes two. */
import type { Cut } from '../../messages/safe-text';

/** The number of columns a text takes in a terminal. */
export type Measure = (text: string) => number;

/** Characters of one and of two columns that never combine with their neighbours; most texts contain only these. */
const narrow = '\\s\\x20-\\x7e\\u00b0-\\u024f\\u2010-\\u2015\\u2018-\\u201f\\u2026\\u2460-\\u2473■□◆◇';
const wide = '\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff60';
const simple = new RegExp(`^[${narrow}${wide}]*$`);
const wideCharacters = new RegExp(`[${wide}]`, 'g');

/** Whether `simpleWidth` measures a text correctly: it has no emoji, combining characters and the like. */
export function isSimple(text: string): boolean {
  return simple.test(text);
}

/** The width of simple text. */
export const simpleWidth: Measure = (text) => text.length + (text.match(wideCharacters)?.length ?? 0);

/** The text padded with spaces on the right. */
export function padEnd<Text extends string>(text: Text, width: number, measure: Measure): Cut<Text> {
  return (text + ' '.repeat(Math.max(0, width - measure(text)))) as Cut<Text>;
}

/** The text padded with spaces on the left. */
export function padStart<Text extends string>(text: Text, width: number, measure: Measure): Cut<Text> {
  return (' '.repeat(Math.max(0, width - measure(text))) + text) as Cut<Text>;
}

/** The text without trailing spaces. */
export function trimmedEnd<Text extends string>(text: Text): Cut<Text> {
  return text.trimEnd() as Cut<Text>;
}

/** A part of a text, as by `slice`. */
export function part<Text extends string>(text: Text, start: number, end?: number): Cut<Text> {
  return text.slice(start, end) as Cut<Text>;
}

/** The text shortened to at most `width` columns (at least 1); `…` marks an omission. */
export function shorten<Text extends string>(text: Text, width: number, measure: Measure): Cut<Text> {
  return shortened(text, width, measure) as Cut<Text>;
}

function shortened(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  for (const character of isSimple(text) ? text : characters(text)) {
    room -= measure(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The grapheme clusters of a text. */
function characters(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
