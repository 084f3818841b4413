/**
 * The text on one line: a run of white space that holds a line break becomes one space, any other stays. Takes linear
 * time.
 */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));
}
