/** Where entries and their lines end. Apart from the edits, for outlines and inlay hints need this as soon as a file is open. */
import { indentAt, lineEnd, trimmedEnd } from './text-edit';
import type { Entry } from './tree';

/**
 * The end of an entry's last line, its trailing comment included, and comments below that are indented deeper than its key.
 * (A block scalar's span ends behind its line break.)
 */
export function endOfEntry(text: string, { keySpan, value }: Entry): number {
  let end = lineEnd(text, trimmedEnd(text, keySpan.end, Math.max(keySpan.end, value.span.end)));
  const indent = indentAt(text, keySpan.start).length;
  for (const comment of commentLines(text, end)) {
    if (indentAt(comment.line, comment.line.length).length <= indent) break;
    end = comment.end;
  }
  return end;
}

/** The end of the line before the one that starts at an offset. */
export function previousLineEnd(text: string, start: number): number {
  return Math.max(0, start - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 2 : 1));
}

/** The comments, each on a line of its own, between the end of a line and the next line with anything else. */
export function* commentLines(text: string, from: number): Generator<{ line: string; end: number }> {
  let end = from;
  for (let next = skipBreak(text, end); next > end; next = skipBreak(text, end)) {
    end = lineEnd(text, next);
    const line = text.slice(next, end);
    if (line.trim() === '') continue;
    if (!/^[ \t]*#/.test(line)) return;
    yield { line, end };
  }
}

/** Behind the line break at an offset, if there is one. */
export function skipBreak(text: string, at: number): number {
  return at + (/^(\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0].length ?? 0);
}
