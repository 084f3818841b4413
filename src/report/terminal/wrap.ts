/** Breaks text into lines of a terminal, in Japanese by the rules for what may begin and end a line. */
import type { Cut, Joined } from '../../messages/safe-text';
import type { Measure } from './columns';

/** Characters that do not begin a line, and those that do not end one. */
const closing = String.raw`、。，．・：；？！)）\]］}｝〕〉》」』】〙〗〟’”…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％`;
const opening = String.raw`(（\[［{｛〔〈《「『【〘〖〝‘“`;

const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff00-\uffef`;

/**
 * What no line breaks apart: white space, or a reference in brackets, a word or one wide character with what clings to
 * it. Brackets that open with nothing behind them are one, too: so every place begins one, and none is tried twice.
 */
const unbreakable = new RegExp(
  String.raw`(?!\u3000)\s+|[${opening}]*(?:[${wide}]|[^\s${wide}${opening}]+)?[${closing}]*`,
  'gu',
);

/** The room there is for text. */
export interface Room {
  /** Columns; `Infinity` for one line, however long. */
  readonly width: number;
  readonly measure: Measure;
}

/**
 * One paragraph as lines of at most `width` columns, the first starting with `indent`, the others with `hanging`; by
 * default a `- ` item hangs below its text. A single word longer than that keeps a line of its own, so that an address
 * can still be copied.
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

/** A text of several lines and paragraphs, each wrapped; blank lines stay. */
export function wrap<Text extends string, Indent extends string = ''>(
  text: Text,
  room: Room,
  indent?: Indent,
): Joined<Cut<Text> | Indent>[] {
  const lines = text.split('\n').flatMap((line) => (line.trim() ? wrapLine(line, room, indent) : ['']));
  return lines as Joined<Cut<Text> | Indent>[];
}
