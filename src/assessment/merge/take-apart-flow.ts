/** Splits a flow collection (in braces or brackets) into parts. */
import { keysOf, mapKindAt } from '../keys';
import { trimmedEnd } from '../yaml/text-edit';
import { ownEntries, type Entry, type ListTree, type MapTree, type Span, type Tree } from '../yaml/tree';
import type { Flow, Leaf, Line, Member } from './parts';
import { itemIds, namesOf, type Path, type Source } from './sources';

/** A member: its id and path, its whole span, and the text before its value. */
interface Piece {
  readonly id: string;
  readonly rank: number;
  readonly span: Span;
  readonly value: Tree;
  readonly path: Path;
}

/** The parts of a flow collection; `undefined` where other text than commas and comments is between its members. */
export function flowOf(source: Source, tree: MapTree | ListTree, path: Path): Flow | undefined {
  const { text } = source;
  const pieces = tree.kind === 'map' ? entryPieces(text, tree, path) : itemPieces(text, tree, path);
  const close = tree.span.end - 1;
  const first = pieces[0]?.span.start ?? close;
  const before = text.slice(tree.span.start + 1, first);
  const members: Member[] = fillersOf(before);
  let lead = '';
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]?.span.start;
    const gap = gapOf(text.slice(piece.span.end, next ?? close), next === undefined);
    if (gap === undefined) return undefined;
    const { id, rank } = piece;
    members.push({ id, isFiller: false, rank, part: memberLine(source, piece), lead }, ...fillersOf(gap));
    lead = isSpace(gap) ? gap : ' ';
  }
  const bracket = text.slice(tree.span.start, tree.span.start + 1);
  const open = bracket + (isSpace(before) ? before : '');
  const last = pieces.length > 0 && isSpace(text.slice(pieces.at(-1)?.span.end, close)) ? lead : '';
  return { kind: 'flow', open, members, close: last + text.slice(close, close + 1) };
}

function isSpace(gap: string): boolean {
  return /^[ \t]*$/.test(gap);
}

/** Comments and line breaks between two commas. */
function fillersOf(gap: string): Member[] {
  if (isSpace(gap)) return [];
  return [{ id: `\0${gap.trim()}`, isFiller: true, rank: -1, part: { kind: 'leaf', text: gap } }];
}

function entryPieces(text: string, map: MapTree, path: Path): Piece[] {
  const own = ownEntries(map);
  const names = namesOf(own, path);
  const kind = mapKindAt(path);
  return own.map((entry, index) => ({
    id: names[index] ?? entry.key,
    rank: kind ? (keysOf[kind] as readonly string[]).indexOf(entry.key) : -1,
    span: { start: entry.keySpan.start, end: endOf(text, entry) },
    value: entry.value,
    path: [...path, entry.key],
  }));
}

function endOf(text: string, { keySpan, value }: Entry): number {
  return trimmedEnd(text, keySpan.end, Math.max(keySpan.end, value.span.end));
}

function itemPieces(text: string, list: ListTree, path: Path): Piece[] {
  const ids = itemIds(list);
  return list.items.map((value, index) => ({
    id: ids[index] ?? '',
    rank: -1,
    span: { start: value.span.start, end: trimmedEnd(text, value.span.start, value.span.end) },
    value,
    path: [...path, index],
  }));
}

/** The text between two members without the comma, which is written anew; `undefined` where it has other content. */
function gapOf(gap: string, isLast: boolean): string | undefined {
  const before = gap.slice(0, gap.length - gap.trimStart().length);
  const hasComma = gap.startsWith(',', before.length);
  const behind = gap.slice(before.length + (hasComma ? 1 : 0));
  const isBlank = behind.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
  if (!isBlank || (!hasComma && !isLast)) return undefined;
  return hasComma ? behind : before + behind;
}

/** A member as a line without a comment: `score: 2`. */
function memberLine(source: Source, { span, value, path }: Piece): Line {
  const { text } = source;
  const start = Math.max(span.start, Math.min(value.span.start, span.end));
  const leaf: Leaf = { kind: 'leaf', text: text.slice(start, span.end) };
  const flow = value.kind !== 'scalar' && value.flow && !value.aliased ? flowOf(source, value, path) : undefined;
  const before = text.slice(span.start, start);
  return { kind: 'line', before, value: flow ?? leaf, space: '', comment: '', end: '' };
}
