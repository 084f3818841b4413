/** Text measured and cut in terminal columns, where a Chinese or Japanese character takes two. */

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
export function padEnd(text: string, width: number, measure: Measure): string {
  return text + ' '.repeat(Math.max(0, width - measure(text)));
}

/** The text filled up with spaces on the left. */
export function padStart(text: string, width: number, measure: Measure): string {
  return ' '.repeat(Math.max(0, width - measure(text))) + text;
}

/** The text cut to at most `width` columns (at least 1), ending in `…` where something is missing. */
export function shorten(text: string, width: number, measure: Measure): string {
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
