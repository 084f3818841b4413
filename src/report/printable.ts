/** Text from files made safe to print: nobody's assessment may move the cursor, colour the screen or reorder a line. */
import { unprintable } from '../messages/unprintable';

/**
 * What a build server that shows the output takes for a command to itself: GitHub `::name …::` where a line begins and
 * `##[name]` anywhere, Azure Pipelines `##vso[…]`. It is the first character of these.
 */
const logCommand = /(?<=^|\s):(?=:[a-z-]+(?: [^:]*)?::)|#(?=#(?:vso)?\[)/gi;

/** The text, of any number of lines, with nothing in it that a build server takes for a command: a space breaks it up. */
export function withoutLogCommands(text: string): string {
  return text.replace(logCommand, '$& ');
}

/**
 * The text on one line: line breaks and tabs become spaces, other characters that would not show become `�`, and
 * commands to build servers are none.
 */
export function printable(text: string): string {
  return withoutLogCommands(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(unprintable, '\ufffd'));
}

/** The text with its line breaks, other characters that would not show as `�`: documents reach terminals, too. */
export function printableLines(text: string): string {
  return text.split(/\r\n|[\n\r]/).map(printable).join('\n');
}

/** JSON that is safe in a terminal and a log, too: what would not show or be a command is written as `\uXXXX`. Indented unless on one `line`. */
export function printableJson(value: unknown, line = false): string {
  const escaped = (character: string): string =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, line ? 0 : 2).replace(unprintable, escaped).replace(logCommand, escaped)}\n`;
}
