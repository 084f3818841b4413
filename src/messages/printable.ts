/** Makes text from files safe to print: it must not move the cursor, colour the screen, or hide or reorder words. */
import { withoutLogCommands } from './log-commands';
import type { Printable } from './safe-text';
import { replaceUnprintable } from './unprintable';

/** The text on one line: line breaks and tabs become spaces, other unprintable characters `�`. */
export function printable(text: string): Printable {
  return replaceUnprintable(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')) as Printable;
}

/** The text with its line breaks; other unprintable characters become `�`. */
export function printableLines(text: string): Printable {
  return text
    .split(/\r\n|[\n\r]/)
    .map(printable)
    .join('\n') as Printable;
}

/**
 * Makes rendered HTML or SVG well-formed XML: without characters XML does not allow and stray ends of sections, and
 * with a value for each attribute. Removes commands to build servers.
 */
export function printableMarkup(markup: string): Printable {
  const whole = printableLines(markup)
    .replaceAll(']]>', ']]&gt;')
    .replace(startTag, (tag) =>
      tag.replace(/ ([\w:-]+)(?:="[^"]*")?/g, (given, name) => (given.includes('=') ? given : ` ${name}=""`)),
    );
  return withoutLogCommands(whole, (character) => `&#${character.charCodeAt(0)};`) as Printable;
}

/** A start tag with its attributes, as Preact renders it. */
const startTag = /<[a-z][\w:-]*(?: [\w:-]+(?:="[^"]*")?)+ ?\/?>/gi;

/**
 * JSON with unprintable characters and commands to build servers escaped as `\uXXXX`, so that the data stays the same.
 * Indented unless `line` is set.
 */
export function printableJson(value: unknown, line = false): Printable {
  return `${jsonOf(value, line ? 0 : 2)}\n` as Printable;
}

/** The same for nesting in other JSON: all lines but the first begin with `margin`, and no line break follows. */
export function nestedJson(value: unknown, margin: string): Printable {
  return jsonOf(value, 2).replace(/\n/g, `\n${margin}`) as Printable;
}

function jsonOf(value: unknown, space: number): string {
  const lines = JSON.stringify(value, null, space).split('\n');
  const json = lines.map((line) => replaceUnprintable(line, coded)).join('\n');
  return withoutLogCommands(json, coded);
}

function coded(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
