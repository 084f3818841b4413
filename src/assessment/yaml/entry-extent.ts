/**
 * The ends of entries and lines, and the comments below them. Separate from the edits, since outlines and inlay hints
 * need these as soon as a file is open.
 */
import { afterBreak, indentAt, lineEnd, trimmedEnd } from './text-edit';
import type { Entry } from './tree';

/**
 * The end of an entry's last line, including its trailing comment and comments below that are indented deeper than its
 * key. (The span of a block scalar ends after its line break.)
 */
export function endOfEntry(text: string, { keySpan, value }: Entry): number {
  const end = lineEnd(text, trimmedEnd(text, keySpan.end, Math.max(keySpan.end, value.span.end)));
  return withDeeperComments(text, end, indentAt(text, keySpan.start).length);
}

/**
 * The end of the last comment below a line that is indented by more than a number of characters; the end of that line
 * where there is none.
 */
export function withDeeperComments(text: string, from: number, indent: number): number {
  let end = from;
  for (const comment of commentLines(text, from)) {
    if (indentAt(comment.line, comment.line.length).length <= indent) break;
    end = comment.end;
  }
  return end;
}

/** The end of the previous line, for the start of a line. */
export function previousLineEnd(text: string, start: number): number {
  return Math.max(0, start - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 2 : 1));
}

/** The comments on their own lines between the end of a line and the next line with other content. */
export function* commentLines(text: string, from: number): Generator<{ line: string; end: number }> {
  let end = from;
  for (let next = afterBreak(text, end); next > end; next = afterBreak(text, end)) {
    end = lineEnd(text, next);
    const line = text.slice(next, end);
    if (line.trim() === '') continue;
    if (!/^[ \t]*#/.test(line)) return;
    yield { line, end };
  }
}
