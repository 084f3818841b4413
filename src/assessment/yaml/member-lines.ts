/** Members of a block collection as ranges of whole lines that can be exchanged with all that belongs to them. */
import { afterBreak, lineEnd, lineEnding, lineStart, type TextEdit } from './text-edit';
import type { Span } from './tree';

/**
 * The lines of a member: the comments and blank lines above it, and its own. Every line includes its line break, except
 * the last one of a file.
 */
export interface Member {
  readonly above: readonly string[];
  readonly own: string;
}

/** Members, with the range of text they fill. */
export interface Members {
  readonly span: Span;
  readonly members: readonly Member[];
}

/**
 * The lines of members, given by the offsets of their first character and of the end of their last line; `from` is an
 * offset in the line above all of them. `undefined` where other text than comments is between them, or two share a
 * line.
 */
export function membersOf(text: string, spans: readonly Span[], from: number): Members | undefined {
  const start = afterBreak(text, lineEnd(text, from));
  const members: Member[] = [];
  let at = start;
  for (const member of spans) {
    const first = lineStart(text, member.start);
    const end = afterBreak(text, lineEnd(text, member.end));
    const above = linesOf(text.slice(at, Math.max(at, first)));
    if (first < at || !above.every((line) => /^[ \t]*(#|\r|\n|$)/.test(line))) return undefined;
    members.push({ above, own: text.slice(first, end) });
    at = end;
  }
  return { span: { start, end: at }, members };
}

/** The lines of a text, including line breaks. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]+(?:\r\n|\n|\r)?|\r\n|\n|\r/g) ?? [];
}

/** One edit that replaces pieces of text by others, without the common ones at both ends. */
export function replacePieces(
  text: string,
  span: Span,
  before: readonly string[],
  after: readonly string[],
): TextEdit[] {
  const pieces = withBreaks(after, lineEnding(text), !/[\r\n]$/.test(before.at(-1) ?? ''));
  let [first, last] = [0, 0];
  while (first < before.length && before[first] === pieces[first]) first++;
  if (first === before.length && before.length === pieces.length) return [];
  while (last < before.length - first && before.at(-1 - last) === pieces.at(-1 - last)) last++;
  const length = (parts: readonly string[]) => parts.join('').length;
  const start = span.start + length(before.slice(0, first));
  const end = span.end - length(before.slice(before.length - last));
  return [{ span: { start, end }, newText: pieces.slice(first, pieces.length - last).join('') }];
}

/** If the last line of the file has no line break, the new last one has none either. */
function withBreaks(pieces: readonly string[], eol: string, isOpen: boolean): string[] {
  if (!isOpen) return [...pieces];
  const filled = pieces.map((piece) => (piece === '' || /[\r\n]$/.test(piece) ? piece : piece + eol));
  return filled.map((piece, index) => (index === filled.length - 1 ? piece.replace(/(\r\n|\n|\r)$/, '') : piece));
}
