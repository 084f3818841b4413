/**
 * The text on one line: white space that contains a line break becomes one space, other white space stays. Runs in
 * linear time.
 */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));
}
