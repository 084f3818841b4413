/** Text measured and cut in terminal columns, where a Chinese or Japanese character takes two. */
import type { Cut } from '../../messages/safe-text';

/** Gives the columns a text takes in a terminal. */
export type Measure = (text: string) => number;

/** Characters of one and of two columns that never join with their neighbours: nearly all that is ever measured. */
const narrow = '\\s\\x20-\\x7e\\u00b0-\\u024f\\u2010-\\u2015\\u2018-\\u201f\\u2026\\u2460-\\u2473■□◆◇';
const wide = '\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff60';
const simple = new RegExp(`^[${narrow}${wide}]*$`);
const wideCharacters = new RegExp(`[${wide}]`, 'g');

/** Whether `simpleWidth` measures a text rightly: it has no emoji, combining characters and the like. */
export function isSimple(text: string): boolean {
  return simple.test(text);
}

/** The width of simple text. */
export const simpleWidth: Measure = (text) => text.length + (text.match(wideCharacters)?.length ?? 0);

/** The text filled up with spaces on the right. */
export function padEnd<Text extends string>(text: Text, width: number, measure: Measure): Cut<Text> {
  return (text + ' '.repeat(Math.max(0, width - measure(text)))) as Cut<Text>;
}

/** The text filled up with spaces on the left. */
export function padStart<Text extends string>(text: Text, width: number, measure: Measure): Cut<Text> {
  return (' '.repeat(Math.max(0, width - measure(text))) + text) as Cut<Text>;
}

/** The text without spaces at its end. */
export function trimmedEnd<Text extends string>(text: Text): Cut<Text> {
  return text.trimEnd() as Cut<Text>;
}

/** A part of a text, as `slice` takes it. */
export function part<Text extends string>(text: Text, start: number, end?: number): Cut<Text> {
  return text.slice(start, end) as Cut<Text>;
}

/** The text cut to at most `width` columns (at least 1), ending in `…` where something is missing. */
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

/** What a reader sees as one character each. */
function characters(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
