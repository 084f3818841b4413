/**
 * Text from files made safe to print: nobody's assessment may move the cursor, colour the screen, or hide or reorder a
 * word.
 */
import { withoutLogCommands } from './log-commands';
import type { Printable } from './safe-text';
import { unprintable } from './unprintable';

/** The text on one line: line breaks and tabs become spaces, other characters that would not show become `�`. */
export function printable(text: string): Printable {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(unprintable, '\ufffd') as Printable;
}

/** The text with its line breaks, other characters that would not show as `�`. */
export function printableLines(text: string): Printable {
  return text
    .split(/\r\n|[\n\r]/)
    .map(printable)
    .join('\n') as Printable;
}

/**
 * HTML or SVG as it was rendered, with what XML asks for besides: no character that it does not have, no end of a
 * section that never began, a value for each attribute. And no command to a build server.
 */
export function printableMarkup(markup: string): Printable {
  const whole = printableLines(markup)
    .replaceAll(']]>', ']]&gt;')
    .replace(startTag, (tag) =>
      tag.replace(/ ([\w:-]+)(?:="[^"]*")?/g, (given, name) => (given.includes('=') ? given : ` ${name}=""`)),
    );
  return withoutLogCommands(whole, (character) => `&#${character.charCodeAt(0)};`) as Printable;
}

/** A tag with its attributes, as Preact writes it. */
const startTag = /<[a-z][\w:-]*(?: [\w:-]+(?:="[^"]*")?)+ ?\/?>/gi;

/**
 * JSON that says the same in a terminal and a log: what would not show or be a command is written as `\uXXXX`. Indented
 * unless on one `line`.
 */
export function printableJson(value: unknown, line = false): Printable {
  return `${jsonOf(value, line ? 0 : 2)}\n` as Printable;
}

/** The same inside of other JSON: all lines but the first begin with `margin`, and no line break ends it. */
export function nestedJson(value: unknown, margin: string): Printable {
  return jsonOf(value, 2).replace(/\n/g, `\n${margin}`) as Printable;
}

/** Items of a list, in groups: as one text they may be longer than a text can be. */
export type Groups = Iterable<readonly unknown[]>;

/** What `printableJson` gives of a list, group by group. */
export function* listJson(groups: Groups): Generator<Printable> {
  yield* nestedList(groups, '');
  yield '\n' as Printable;
}

/** What `printableJson` gives of a value whose empty lists, by their keys, have these items: group by group. */
export function* longJson(value: unknown, lists: Readonly<Record<string, Groups>>): Generator<Printable> {
  let text = '';
  for (const line of printableJson(value).split(/(?<=\n)/)) {
    // A line break stands in no text of JSON: such a line is a key with its list.
    const [, start = '', margin = '', key = '', end = ''] = /^(( *)"(\w+)": )\[\](,?\n)$/.exec(line) ?? [];
    const groups = Object.hasOwn(lists, key) ? lists[key] : undefined;
    if (!groups) {
      text += line;
      continue;
    }
    yield (text + start) as Printable;
    yield* nestedList(groups, margin);
    text = end;
  }
  yield text as Printable;
}

function* nestedList(groups: Groups, margin: string): Generator<Printable> {
  let count = 0;
  for (const group of groups) {
    const items = group.map((item) => `${count++ ? ',' : '['}\n${margin}  ${nestedJson(item, `${margin}  `)}`);
    if (items.length) yield items.join('') as Printable;
  }
  yield (count ? `\n${margin}]` : '[]') as Printable;
}

function jsonOf(value: unknown, space: number): string {
  const json = JSON.stringify(value, null, space).replace(unprintable, (text) => (text === '\n' ? text : coded(text)));
  return withoutLogCommands(json, coded);
}

function coded(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
