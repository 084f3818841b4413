/** A file split for a merge into parts that two branches can change independently. */

/** Text that is compared as a whole. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly text: string;
}

/**
 * The line of one value: ` "1.1": 2 # comment`, or ` - docs/a.md`; in a flow collection part of a line, such as `score:
 * 2`.
 */
export interface Line {
  readonly kind: 'line';
  /** Indentation, key and colon, or the dash, with the white space before the value. */
  readonly before: string;
  readonly value: Leaf | Flow;
  readonly space: string;
  readonly comment: string;
  /** The line break, except in a flow collection. */
  readonly end: '\n' | '';
}

/** A collection with members on lines of their own. */
export interface Block {
  readonly kind: 'block';
  /** The line of its key; absent for the whole file and for list items. */
  readonly head?: Line;
  /** The column of a list item's dash in its first line; the members' texts have a space in its place. */
  readonly dash?: number;
  /** The indentation of its entries, or of its dashes; absent without members. */
  readonly indent?: string;
  readonly members: readonly Member[];
}

/** A flow collection, in braces or brackets. */
export interface Flow {
  readonly kind: 'flow';
  readonly open: string;
  readonly members: readonly Member[];
  readonly close: string;
}

export type Part = Leaf | Line | Block | Flow;

/** A member of a collection, or a comment or blank line between two of them. */
export interface Member {
  readonly id: string;
  readonly isFiller: boolean;
  /** The usual position of the key in files. */
  readonly rank: number;
  readonly part: Part;
  /** In a flow collection: the white space between it and the preceding comma. */
  readonly lead?: string;
}

/** The text of a part, including the line breaks of whole lines. */
export function textOf(part: Part): string {
  switch (part.kind) {
    case 'leaf':
      return part.text;
    case 'line':
      return lineText(part);
    case 'flow':
      return flowText(part.open, part.members, part.close);
    case 'block': {
      const inner = part.members.map((member) => textOf(member.part)).join('');
      return `${part.head ? lineText(part.head) : ''}${part.dash === undefined ? inner : dashed(inner, part.dash)}`;
    }
  }
}

/** The text of a line, with white space after the colon and before the comment. */
export function lineText({ before, value, space, comment, end }: Line): string {
  const written = textOf(value);
  const start = written === '' ? before.trimEnd() : before.replace(/[:-]$/, '$& ');
  return `${start}${written}${comment && !space ? ' ' : space}${comment}${end}`;
}

/** The text of a flow collection, with commas between its members, and comments after the commas. */
export function flowText(open: string, members: readonly Member[], close: string): string {
  const lastEntry = members.findLastIndex(({ isFiller }) => !isFiller);
  const written = members.map(({ part, isFiller, lead }, index) => {
    if (isFiller) return textOf(part);
    const previous = members[index - 1];
    return `${previous && !previous.isFiller ? lead || ' ' : ''}${textOf(part)}${index === lastEntry ? '' : ','}`;
  });
  return `${open}${written.join('')}${close}`;
}

/** The text of a list item with its dash in the first line that is neither blank nor a comment. */
export function dashed(text: string, column: number): string {
  const first = /^(?![ \t]*(?:#|$))/m.exec(text);
  if (!first) return text;
  const at = first.index + column;
  return `${text.slice(0, at)}-${text.slice(at + 1)}`;
}

/** Whether a part has no value: `score:`. */
export function isEmpty(part: Part): boolean {
  if (part.kind === 'line') return isEmpty(part.value);
  if (part.kind === 'leaf') return ['', '~', 'null'].includes(part.text.trim());
  return part.members.every(({ isFiller }) => isFiller);
}

/** The part with its indentation changed: every line that begins with `from` begins with `to`. */
export function reindented<T extends Part>(part: T, from: string, to: string): T {
  if (from === to) return part;
  const starts = (text: string) => (text.startsWith(from) ? to + text.slice(from.length) : text);
  const inner = (text: string) =>
    text
      .split('\n')
      .map((line, index) => (index ? starts(line) : line))
      .join('\n');
  const members = (list: readonly Member[]): Member[] =>
    list.map((member) => ({ ...member, part: reindented(member.part, from, to) }));
  const other = ((): Part => {
    switch (part.kind) {
      case 'leaf':
        return { ...part, text: inner(starts(part.text)) };
      case 'line':
        return { ...part, before: inner(starts(part.before)), value: valueOf(part.value, inner) };
      case 'flow':
        return part;
      case 'block': {
        const dash = part.dash === undefined ? undefined : part.dash + to.length - from.length;
        const head = part.head && reindented(part.head, from, to);
        const indent = part.indent === undefined ? undefined : starts(part.indent);
        return { ...part, head, dash, indent, members: members(part.members) };
      }
    }
  })();
  return other as T;
}

function valueOf(value: Leaf | Flow, inner: (text: string) => string): Leaf | Flow {
  if (value.kind === 'leaf') return { kind: 'leaf', text: inner(value.text) };
  const members = value.members.map((member) =>
    member.isFiller ? { ...member, part: { kind: 'leaf' as const, text: inner(textOf(member.part)) } } : member,
  );
  return { ...value, members };
}
