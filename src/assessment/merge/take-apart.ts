/** Splits the text of a file into the parts that a merge compares. */
import { keysOf, mapKindAt } from '../keys';
import { afterColon, indentAt, lineEnd, lineStart, trimmedEnd } from '../yaml/text-edit';
import { endOfEntry } from '../yaml/entry-extent';
import { linesOf } from '../yaml/member-lines';
import { ownEntries, type Entry, type ListTree, type MapTree, type Span, type Tree } from '../yaml/tree';
import { itemIds, namesOf, type Path, type Source } from './sources';
import { flowOf } from './take-apart-flow';
import type { Block, Leaf, Line, Member, Part } from './parts';

/** The parts of a file; every line of `original` ends with `\n`. */
export function takeApart(original: string, tree: Tree | undefined): Block {
  const source = sourceOf(original, tree);
  const whole = { start: 0, end: original.length };
  const members = (tree && isBlockMap(tree) && entryMembers(source, tree, whole, [])) || fillers(original);
  return { kind: 'block', indent: '', members };
}

function sourceOf(original: string, tree: Tree | undefined): Source {
  const dashes = new Map<number, number>();
  if (tree) collectDashes(original, tree, dashes);
  const letters = original.split('');
  for (const [line, column] of dashes) letters[line + column] = ' ';
  return { original, text: dashes.size > 0 ? letters.join('') : original, dashes };
}

function collectDashes(text: string, tree: Tree, dashes: Map<number, number>): void {
  if (tree.kind === 'scalar' || tree.flow || tree.aliased) return;
  if (tree.kind === 'map') {
    for (const { value, merged } of tree.entries) if (!merged) collectDashes(text, value, dashes);
    return;
  }
  for (const item of tree.items) {
    const dash = isBlockMap(item) ? dashBefore(text, item.span) : undefined;
    if (dash !== undefined) dashes.set(lineStart(text, item.span.start), dash);
    collectDashes(text, item, dashes);
  }
}

function isBlockMap(tree: Tree): tree is MapTree {
  return tree.kind === 'map' && isBlock(tree);
}

/** The column of an item's dash, where that is on the item's first line. */
function dashBefore(text: string, { start }: Span): number | undefined {
  return /^([ \t]*)-[ \t]+$/.exec(text.slice(lineStart(text, start), start))?.[1]?.length;
}

/** The members of a block map in a range of lines; `undefined` where they are not on lines of their own. */
function entryMembers(source: Source, map: MapTree, lines: Span, path: Path): Member[] | undefined {
  const { text } = source;
  const own = ownEntries(map);
  const names = namesOf(own, path);
  return membersOf(
    source,
    own,
    lines,
    ({ keySpan }) => keySpan.start,
    (entry, first, index) => {
      if (text.slice(first, entry.keySpan.start).trim() !== '') return undefined;
      const kind = mapKindAt(path);
      const rank = kind ? (keysOf[kind] as readonly string[]).indexOf(entry.key) : -1;
      const { part, end } = entryPart(source, entry, first, [...path, entry.key]);
      return { end, member: { id: names[index] ?? entry.key, isFiller: false, rank, part } };
    },
  );
}

/** The members in a range of lines, and the other lines between them. */
function membersOf<T>(
  { original, text }: Source,
  all: readonly T[],
  { start, end }: Span,
  placeOf: (one: T) => number,
  build: (one: T, first: number, index: number) => { end: number; member: Member } | undefined,
): Member[] | undefined {
  const members: Member[] = [];
  let at = start;
  for (const [index, one] of all.entries()) {
    const first = lineStart(text, placeOf(one));
    const built = first < at ? undefined : build(one, first, index);
    if (!built || built.end > end) return undefined;
    members.push(...fillers(original.slice(at, first)), built.member);
    at = built.end;
  }
  return [...members, ...fillers(original.slice(at, end))];
}

/** Lines of comments or other text, compared as they are. */
function fillers(text: string): Member[] {
  return linesOf(text).map((line) => ({
    id: `\0${line.trim()}`,
    isFiller: true,
    rank: -1,
    part: { kind: 'leaf', text: line },
  }));
}

interface Built {
  readonly part: Part;
  /** After the line break of its last line. */
  readonly end: number;
}

function entryPart(source: Source, entry: Entry, first: number, path: Path): Built {
  const { original, text } = source;
  const { keySpan, value } = entry;
  const colon = afterColon(text, keySpan.end);
  const isHeadingsOnly = path.length === 1 && isNull(value) && mapKindAt(path) !== undefined;
  const holdsLines = isBlock(value) || isHeadingsOnly;
  const own = lineEnd(text, trimmedEnd(text, keySpan.end, Math.max(keySpan.end, value.span.end)));
  // Area headings are among the members of a top-level key, whether or not it has any yet.
  const end = (holdsLines && path.length === 1 ? endOfEntry(text, entry) : own) + 1;
  const leaf: Leaf = { kind: 'leaf', text: original.slice(first, end) };
  if (colon === undefined) return { part: leaf, end };
  const part = holdsLines
    ? blockOf(source, value, { first, colon, end, path })
    : lineOf(source, first, colon, value, path);
  return { part: part ?? leaf, end };
}

function isNull(value: Tree): boolean {
  return value.kind === 'scalar' && value.value === null && !value.aliased;
}

function isBlock(value: Tree): value is MapTree | ListTree {
  return value.kind !== 'scalar' && !value.flow && !value.aliased;
}

interface Place {
  readonly first: number;
  readonly colon: number;
  readonly end: number;
  readonly path: Path;
}

function blockOf(source: Source, value: Tree, { first, colon, end, path }: Place): Block | undefined {
  const { original, text } = source;
  const headEnd = lineEnd(text, colon);
  const head = headOf(text.slice(first, colon), text.slice(colon, headEnd));
  const lines = { start: headEnd + 1, end };
  if (!isBlock(value)) return { kind: 'block', head, members: fillers(original.slice(headEnd + 1, end)) };
  if (headEnd >= value.span.start) return undefined;
  const indent = indentAt(text, value.span.start);
  const members = below(source, value, lines, path);
  return members && { kind: 'block', head, indent, members };
}

function below(source: Source, value: MapTree | ListTree, lines: Span, path: Path): Member[] | undefined {
  return value.kind === 'map' ? entryMembers(source, value, lines, path) : itemMembers(source, value, lines, path);
}

/** The line of a key whose members are below; an anchor or a tag may follow the colon. */
function headOf(before: string, behind: string): Line {
  const hash = /(?:^|[ \t])#/.exec(behind);
  const comment = hash ? behind.slice(hash.index).trimStart() : '';
  const rest = behind.slice(0, behind.length - comment.length);
  const value = rest.trim();
  const gap = rest.slice(0, rest.length - rest.trimStart().length);
  const space = value === '' ? '' : rest.slice(rest.trimEnd().length);
  const isBare = value === '';
  return {
    kind: 'line',
    before: isBare ? before : before + gap,
    value: { kind: 'leaf', text: value },
    space: isBare ? gap + space : space,
    comment,
    end: '\n',
  };
}

function lineOf(source: Source, first: number, from: number, value: Tree, path: Path): Line | undefined {
  const { text } = source;
  const start = Math.max(from, value.span.start);
  const valueEnd = trimmedEnd(text, start, Math.max(start, value.span.end));
  const behind = /^([ \t]*)(#.*)?$/.exec(text.slice(valueEnd, lineEnd(text, valueEnd)));
  const isBare = valueEnd === start;
  if (!behind) return undefined;
  const gap = text.slice(from, isBare ? from : start);
  const leaf: Leaf = { kind: 'leaf', text: text.slice(start, valueEnd) };
  const flow = value.kind !== 'scalar' && value.flow && !value.aliased ? flowOf(source, value, path) : undefined;
  return {
    kind: 'line',
    before: text.slice(first, from) + gap,
    value: flow ?? leaf,
    space: (isBare ? text.slice(from, start) : '') + (behind[1] ?? ''),
    comment: behind[2] ?? '',
    end: '\n',
  };
}

function itemMembers(source: Source, list: ListTree, lines: Span, path: Path): Member[] | undefined {
  const { text } = source;
  const ids = itemIds(list);
  return membersOf(
    source,
    list.items,
    lines,
    ({ span }) => span.start,
    (item, first, index) => {
      const end = lineEnd(text, trimmedEnd(text, item.span.start, item.span.end)) + 1;
      const part = itemPart(source, item, { start: first, end }, [...path, index]);
      return { end, member: { id: ids[index] ?? '', isFiller: false, rank: -1, part } };
    },
  );
}

function itemPart(source: Source, item: Tree, lines: Span, path: Path): Part {
  const { original, text, dashes } = source;
  const leaf: Leaf = { kind: 'leaf', text: original.slice(lines.start, lines.end) };
  const dash = dashes.get(lines.start);
  if (isBlockMap(item)) {
    const members = dash === undefined ? undefined : entryMembers(source, item, lines, path);
    return members ? { kind: 'block', dash, indent: text.slice(lines.start, item.span.start), members } : leaf;
  }
  const isAfterDash = dashBefore(text, item.span) !== undefined;
  return (isAfterDash && lineOf(source, lines.start, item.span.start, item, path)) || leaf;
}
