/** Wraps text into lines of a terminal, in Japanese by the rules for characters at the start and end of a line. */
import type { Cut, Joined } from '../../messages/safe-text';
import type { Measure } from './columns';

/** Characters that must not begin a line, and those that must not end one. */
const closing = String.raw`、。，．・：；？！)）\]］}｝〕〉》」』】〙〗〟’”…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％`;
const opening = String.raw`(（\[［{｛〔〈《「『【〘〖〝‘“`;

const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff00-\uffef`;

/** The room for text. */
export interface Room {
  /** The width in columns; `Infinity` for single lines of any length. */
  readonly width: number;
  readonly measure: Measure;
}

/**
 * A paragraph as lines of at most `width` columns, the first indented by `indent`, the others by `hanging`; by default
 * the lines of a `- ` item are aligned with its text. A longer word keeps its own line, so that an address can still be
 * copied.
 */
export function wrapLine<Text extends string, Indent extends string = ''>(
  text: Text,
  room: Room,
  indent?: Indent,
  hanging?: Indent,
): Joined<Cut<Text> | Indent>[] {
  const start = indent ?? '';
  return wrapped(text, room, start, hanging ?? start + (/^- /.test(text) ? '  ' : '')) as Joined<Cut<Text> | Indent>[];
}

function wrapped(text: string, { width, measure }: Room, indent: string, hanging: string): string[] {
  if (width === Infinity) return [indent + text];
  const bullet = /^- /.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent + bullet;
  let start = line;
  const fits = (phrase: string) => measure(hanging + phrase) <= width;
  for (const piece of phrasesOf(text.slice(bullet.length)).flatMap((units) => whole(units, fits))) {
    if (line !== start && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = start = hanging;
    }
    if (line !== start || piece.trim()) line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/**
 * The units of a text, grouped into phrases: Japanese has no spaces, and reads badly where words are broken inside.
 *
 * Its expressions are made when a line is wrapped: looking up scripts takes half a millisecond, once.
 */
function phrasesOf(text: string): string[][] {
  // An unbreakable unit: white space, or a bracketed reference, a word or a wide character, with the characters
  // attached to it. Opening brackets with nothing after them are a unit, too, so that one matches at every position and
  // no position is tried twice.
  const unbreakable = new RegExp(
    String.raw`(?!\u3000)\s+|[${opening}]*(?:[${wide}]|[^\s${wide}${opening}]+)?[${closing}]*`,
    'gu',
  );
  // A place between two units of a Japanese sentence where a phrase ends: behind punctuation, or behind particles.
  const phraseEnd = new RegExp(
    String.raw`[、。，．・：；！？]\n|\p{Script=Hiragana}\n(?!\p{Script=Hiragana})|\n[${opening}]`,
    'u',
  );
  const phrases: string[][] = [];
  let last = ' ';
  for (const [unit] of text.matchAll(unbreakable)) {
    if (unit === '') continue;
    const isApart = !last.trim() || !unit.trim() || phraseEnd.test(`${last.slice(-1)}\n${unit[0] ?? ''}`);
    if (isApart) phrases.push([unit]);
    else phrases.at(-1)?.push(unit);
    last = unit;
  }
  return phrases;
}

/** A phrase in one piece, or in its units where it does not fit a line. */
function whole(units: readonly string[], fits: (phrase: string) => boolean): readonly string[] {
  const phrase = units.join('');
  return fits(phrase) ? [phrase] : units;
}

/** A text of several lines and paragraphs, each wrapped; blank lines are kept. */
export function wrap<Text extends string, Indent extends string = ''>(
  text: Text,
  room: Room,
  indent?: Indent,
): Joined<Cut<Text> | Indent>[] {
  const lines = text.split('\n').flatMap((line) => (line.trim() ? wrapLine(line, room, indent) : ['']));
  return lines as Joined<Cut<Text> | Indent>[];
}
