/** Keeps comments aligned below each other when the text before one of them is edited. */
import { insertAt, lineEnd, lineStart, type TextEdit } from './text-edit';

/** Number of lines above and below that are searched for comments. */
const reach = 40;

/**
 * Additional edits that keep a comment in the column it shares with the one above or below: more or fewer spaces before
 * it, on each line whose length the edits change. None where fewer than `least` spaces are or would be there.
 */
export function columnEdits(text: string, edits: readonly TextEdit[], least = 1): TextEdit[] {
  const starts = new Set(edits.map(({ span }) => lineStart(text, span.start)));
  return [...starts].flatMap((start) => {
    const comment = commentOf(text, start);
    if (comment === undefined || !sharesColumn(text, start, comment - start)) return [];
    const ahead = edits.filter(({ span }) => span.start < comment && span.end >= start);
    const isInLine = ahead.every(
      ({ span, newText }) => span.start >= start && span.end <= comment && !/[\r\n]/.test(newText),
    );
    return isInLine ? blankEdits(text, comment, ahead, least) : [];
  });
}

function blankEdits(text: string, comment: number, ahead: readonly TextEdit[], least: number): TextEdit[] {
  const growth = ahead.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const from = Math.max(...ahead.map(({ span }) => span.end));
  let blanks = 0;
  while (comment - blanks > from && /[ \t]/.test(text[comment - blanks - 1] ?? '')) blanks++;
  if (growth === 0 || Math.min(blanks, blanks - growth) < least) return [];
  return growth < 0
    ? [insertAt(comment, ' '.repeat(-growth))]
    : [{ span: { start: comment - growth, end: comment }, newText: '' }];
}

/** Whether the next trailing comment above or below is in a column. */
function sharesColumn(text: string, from: number, column: number): boolean {
  const above = (start: number) => (start > 0 ? lineStart(text, start - 1) : undefined);
  const below = (start: number) => (lineEnd(text, start) + 1 < text.length ? lineEnd(text, start) + 1 : undefined);
  return [above, below].some((next) => nearestColumn(text, from, next) === column);
}

function nearestColumn(text: string, from: number, next: (start: number) => number | undefined): number | undefined {
  for (let [start, count] = [next(from), 0]; start !== undefined && count < reach; count++) {
    const comment = commentOf(text, start);
    if (comment !== undefined) return comment - start;
    start = next(start);
  }
  return undefined;
}

/** The offset of the trailing comment on the line that starts at an offset; `undefined` where there is none. */
function commentOf(text: string, start: number): number | undefined {
  const end = lineEnd(text, start);
  let quote = '';
  for (let at = start; at < end; at++) {
    const [before, character] = [at > start ? (text[at - 1] ?? '') : ' ', text[at] ?? ''];
    if (quote) {
      const isEscape = (quote === '"' && character === '\\') || (quote === "'" && text.startsWith("''", at));
      if (isEscape) at++;
      else if (character === quote) quote = '';
    } else if (character === '#' && /[ \t]/.test(before)) {
      return text.slice(start, at).trim() === '' ? undefined : at;
    } else if (/["']/.test(character) && /[\s,:[{-]/.test(before)) {
      quote = character;
    }
  }
  return undefined;
}
