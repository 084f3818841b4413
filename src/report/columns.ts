/** Text measured and cut in terminal columns, where a Chinese or Japanese character takes two. */
import stringWidth from 'string-width';

/** Columns a text takes in a terminal. */
export function widthOf(text: string): number {
  // Most text is plain ASCII, and measuring anything else is slow.
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** The text filled up with spaces on the right. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The text filled up with spaces on the left. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text cut to at most `width` columns (at least 1), ending in `…` where something is missing. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= widthOf(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
