/** Wraps text into lines of a terminal, in Japanese by the rules for characters at the start and end of a line. */
import type { Cut, Joined } from '../../messages/safe-text';
import type { Measure } from './columns';

/** Characters that must not begin a line, and those that must not end one. */
const closing = String.raw`、。，．・：；？！)）\]］}｝〕〉》」』】〙〗〟’”…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％`;
const opening = String.raw`(（\[［{｛〔〈《「『【〘〖〝‘“`;

const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff00-\uffef`;

/**
 * An unbreakable unit: white space, or a bracketed reference, a word or a wide character, with the characters attached
 * to it. Opening brackets with nothing after them are a unit, too, so that one matches at every position and no
 * position is tried twice.
 */
const unbreakable = new RegExp(
  String.raw`(?!\u3000)\s+|[${opening}]*(?:[${wide}]|[^\s${wide}${opening}]+)?[${closing}]*`,
  'gu',
);

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
  for (const [piece] of text.slice(bullet.length).matchAll(unbreakable)) {
    if (piece === '') continue;
    if (line !== start && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = start = hanging;
    }
    if (line !== start || piece.trim()) line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
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
