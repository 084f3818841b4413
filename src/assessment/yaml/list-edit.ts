/**
 * Edits of any YAML list: add, remove or move an item, with its comments. They depend on the layout of the text only,
 * not on its meaning; each returns `undefined` where the layout does not allow it.
 */
import { withDeeperComments } from './entry-extent';
import { removeEntry } from './map-edit';
import { membersOf, replacePieces } from './member-lines';
import { commentsOf } from './comments';
import {
  afterBreak,
  afterColon,
  indentAt,
  insertAt,
  lineEnd,
  lineEnding,
  lineStart,
  trimmedEnd,
  type TextEdit,
} from './text-edit';
import type { Entry, ListTree, MapTree, Span } from './tree';

/** An item as written in a flow list, and as lines after a dash. */
export interface NewItem {
  readonly flow: string;
  readonly block: readonly string[];
}

/** Adds an item after the last one. */
export function addItem(text: string, list: ListTree, item: NewItem): TextEdit[] | undefined {
  if (list.aliased) return undefined;
  const last = list.items.at(-1);
  if (list.flow) {
    if (!last) return [insertAt(list.span.start + 1, item.flow)];
    const comma = /^\s*,/.exec(text.slice(last.span.end, list.span.end - 1))?.[0];
    return [insertAt(last.span.end + (comma?.length ?? 0), `${comma ? ' ' : ', '}${item.flow}`)];
  }
  const span = itemSpans(text, list)?.at(-1);
  if (!span) return undefined;
  return [insertAt(span.end, linesOf(text, item, indentAt(text, span.start)))];
}

/** Adds the first items to a key without a value; `deeper` is their indentation relative to the key. */
export function fillList(
  text: string,
  map: MapTree,
  { keySpan, value }: Entry,
  items: readonly NewItem[],
  deeper: string,
): TextEdit[] | undefined {
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined || text.slice(colon, value.span.start).trim() !== '') return undefined;
  const end = Math.max(colon, value.span.end);
  if (map.flow) return [{ span: { start: colon, end }, newText: ` [${items.map(({ flow }) => flow).join(', ')}]` }];
  const cleared = end > colon ? [{ span: { start: colon, end }, newText: '' }] : [];
  const indent = `${indentAt(text, keySpan.start)}${deeper}`;
  return [...cleared, insertAt(lineEnd(text, end), items.map((item) => linesOf(text, item, indent)).join(''))];
}

/** The lines of an item of a block list, the first after a dash, each preceded by a line break. */
function linesOf(text: string, { block }: NewItem, indent: string): string {
  return block.map((line, index) => `${lineEnding(text)}${indent}${index ? '  ' : '- '}${line}`).join('');
}

/** Removes an item with its trailing comment; with the only one its key is removed. */
export function removeItem(text: string, map: MapTree, entry: Entry, index: number): TextEdit[] | undefined {
  const list = entry.value;
  const item = list.kind === 'list' ? list.items[index] : undefined;
  if (list.kind !== 'list' || !item || list.aliased || entry.merged) return undefined;
  if (list.items.length === 1) return removeEntry(text, map, entry, true);
  if (!list.flow) {
    const span = itemSpans(text, list)?.[index];
    if (!span) return undefined;
    return [{ span: { start: lineStart(text, span.start), end: afterBreak(text, span.end) }, newText: '' }];
  }
  const [previous, next] = [list.items[index - 1], list.items[index + 1]];
  const span = next
    ? { start: item.span.start, end: next.span.start }
    : { start: previous?.span.end ?? item.span.start, end: item.span.end };
  return [{ span, newText: '' }];
}

/**
 * Moves the items for which `isLater` holds after the others, in unchanged order; no edits where they are there
 * already.
 */
export function moveToEnd(
  text: string,
  { value: list, keySpan }: Entry,
  isLater: (index: number) => boolean,
): TextEdit[] | undefined {
  if (list.kind !== 'list' || list.aliased) return undefined;
  const indices = list.items.map((_, index) => index);
  const order = [...indices.filter((index) => !isLater(index)), ...indices.filter(isLater)];
  if (list.flow) return permuteFlow(text, list, order);
  const spans = itemSpans(text, list, true);
  const found = spans && membersOf(text, spans, keySpan.end);
  if (!found) return undefined;
  const pieces = found.members.map(({ above, own }) => [...above, own].join(''));
  return replacePieces(
    text,
    found.span,
    pieces,
    order.map((index) => pieces[index] ?? ''),
  );
}

function permuteFlow(text: string, { span, items }: ListTree, order: readonly number[]): TextEdit[] | undefined {
  if (commentsOf(text.slice(span.start, span.end)).length > 0) return undefined;
  return order.flatMap((index, slot) => {
    const [from, to] = [items[index]?.span, items[slot]?.span];
    return from && to && index !== slot ? [{ span: to, newText: text.slice(from.start, from.end) }] : [];
  });
}

/**
 * The items of a block list, each from its dash to the end of its last line; `undefined` where a dash is on another
 * line. `deep` includes comments below that are indented deeper than the dash.
 */
function itemSpans(text: string, list: ListTree, deep = false): Span[] | undefined {
  const spans = list.items.map(({ span }): Span | undefined => {
    const start = lineStart(text, span.start);
    const dash = /^([ \t]*)-[ \t]+(?:\S+[ \t]*)?$/.exec(text.slice(start, span.start))?.[1];
    if (dash === undefined) return undefined;
    const end = lineEnd(text, trimmedEnd(text, span.start, span.end));
    return { start: start + dash.length, end: deep ? withDeeperComments(text, end, dash.length) : end };
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}
