/**
 * Edits of any YAML map: add, set, clear, replace or remove an entry. They depend on the layout of the text only, not
 * on its meaning; each returns `undefined` where the layout does not allow it.
 */
import { endOfEntry, previousLineEnd } from './entry-extent';
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
import { ownEntries, type Entry, type MapTree, type Span } from './tree';

/** The edits of several parts; `undefined` as soon as one of the parts is. */
export function allEdits(parts: readonly (readonly TextEdit[] | undefined)[]): TextEdit[] | undefined {
  return parts.some((part) => !part) ? undefined : parts.flatMap((part) => part ?? []);
}

/** Adds a pair after the last entry of a flow map, which may have a trailing comma. */
export function insertInFlow(text: string, map: MapTree, pair: string): TextEdit[] {
  const last = ownEntries(map).at(-1);
  const close = map.span.end - 1;
  if (!last) {
    const end = trimmedEnd(text, map.span.start + 1, close);
    return [insertAt(end, ` ${pair}${end === close ? ' ' : ''}`)];
  }
  const end = Math.max(last.keySpan.end, last.value.span.end);
  const comma = /^\s*,/.exec(text.slice(end, close))?.[0];
  return [insertAt(end + (comma?.length ?? 0), comma ? ` ${pair}` : `, ${pair}`)];
}

/** Adds an entry's lines after the last one of a block map, with the same indentation. */
export function appendLines(text: string, map: MapTree, lines: readonly string[]): TextEdit[] | undefined {
  const last = ownEntries(map).at(-1);
  return last && insertBelow(text, last, lines);
}

/** Adds an entry's lines after another one, with the same indentation. */
export function insertBelow(text: string, entry: Entry, lines: readonly string[]): TextEdit[] {
  const inner = `${lineEnding(text)}${indentAt(text, entry.keySpan.start)}`;
  return [insertAt(endOfEntry(text, entry), lines.map((line) => inner + line).join(''))];
}

/** Adds a pair before the first entry of a map. */
export function insertFirst(text: string, map: MapTree, pair: string): TextEdit[] | undefined {
  const [first] = ownEntries(map);
  if (!first) return map.flow ? insertInFlow(text, map, pair) : undefined;
  if (map.flow) return [insertAt(first.keySpan.start, `${pair}, `)];
  const indent = text.slice(lineStart(text, first.keySpan.start), first.keySpan.start);
  return indent.trim() === '' ? [insertAt(first.keySpan.start, `${pair}${lineEnding(text)}${indent}`)] : undefined;
}

/**
 * Sets the value of a key: at its place, in place of a key that it supersedes (`yielding`), or as a new first entry.
 * Where the key exists, superseded ones are removed.
 */
export function writeKey(
  text: string,
  map: MapTree,
  key: string,
  newText: string,
  yielding: string,
): TextEdit[] | undefined {
  const own = ownEntries(map);
  const giving = own.filter((entry) => entry.key === yielding);
  const present = own.find((entry) => entry.key === key);
  if (present) {
    const value = replaceValue(text, present, newText);
    return allEdits([value, ...giving.map((entry) => removeEntry(text, map, entry))]);
  }
  const [first] = giving;
  return first && giving.length === 1
    ? replacePair(text, first, `${key}: ${newText}`)
    : insertFirst(text, map, `${key}: ${newText}`);
}

function replacePair(text: string, entry: Entry, pair: string): TextEdit[] | undefined {
  if (entry.value.aliased && entry.value.span.start < entry.keySpan.end) return undefined;
  const end = Math.max(entry.value.span.end, afterColon(text, entry.keySpan.end) ?? entry.keySpan.end);
  return [{ span: { start: entry.keySpan.start, end: trimmedEnd(text, entry.keySpan.start, end) }, newText: pair }];
}

/**
 * Removes an entry from a map, with its line when nothing else is on it. A trailing comment stays, unless it goes
 * `withComment`. Removing the last entry of a block map leaves the map's own key without a value.
 */
export function removeEntry(text: string, map: MapTree, entry: Entry, withComment = false): TextEdit[] | undefined {
  const colon = afterColon(text, entry.keySpan.end);
  if (colon === undefined || entry.merged) return undefined;
  const own = ownEntries(map);
  const end = trimmedEnd(text, colon, Math.max(colon, entry.value.span.end));
  const span = { start: entry.keySpan.start, end };
  if (map.flow) return [{ span: flowRemoval(text, own, entry, span), newText: '' }];
  const comment = /^[ \t]+(?=#)/.exec(text.slice(end, lineEnd(text, end)));
  if (comment && !withComment) return [{ span: { start: span.start, end: end + comment[0].length }, newText: '' }];
  const start = lineStart(text, span.start);
  if (text.slice(start, span.start).trim() !== '') return undefined;
  // With the only entry its line break is removed, too, which leaves the usual form of the map's own key.
  if (own.length === 1)
    return [{ span: { start: previousLineEnd(text, start), end: lineEnd(text, end) }, newText: '' }];
  return [{ span: { start, end: afterBreak(text, lineEnd(text, end)) }, newText: '' }];
}

function flowRemoval(text: string, own: readonly Entry[], entry: Entry, span: Span): Span {
  const next = /^\s*,[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  if (own.at(-1) !== entry || own.length === 1) return { start: span.start, end: span.end + next };
  const previous = own[own.indexOf(entry) - 1];
  const start = previous ? Math.max(previous.value.span.end, previous.keySpan.end) : span.start;
  // A comment after the preceding comma stays, and so does that comma: YAML allows one trailing comma, but not two.
  if (text.slice(start, span.start).includes('#')) return { start: span.start, end: span.end + next };
  return { start, end: span.end };
}

/** A key and its value. */
export type Pair = Pick<Entry, 'keySpan' | 'value'>;

/**
 * Replaces the scalar of a key, or sets a missing one; an anchor stays. Not for lists, maps and tagged values, whose
 * tag would not fit the new value.
 */
export function replaceValue(text: string, { keySpan, value }: Pair, newText: string): TextEdit[] | undefined {
  const { start, end } = value.span;
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined || value.kind !== 'scalar' || hasTag(text, colon, start)) return undefined;
  return end > start
    ? [{ span: { start, end: trimmedEnd(text, start, end) }, newText }]
    : [insertAt(colon, ` ${newText}`)];
}

/** Removes the value of a key, but not the key. */
export function clearValue(text: string, { keySpan, value }: Pair): TextEdit[] | undefined {
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined || hasProperties(text, colon, value.span.start)) return undefined;
  return value.span.end > colon ? [{ span: valueSpan(text, colon, value.span), newText: '' }] : [];
}

/**
 * A value with the preceding white space, back to the colon or to a comment in between; empty where there is no value.
 */
export function valueSpan(text: string, colon: number, { start, end }: Span): Span {
  return end > start
    ? { start: trimmedEnd(text, colon, start), end: trimmedEnd(text, colon, end) }
    : { start: colon, end: colon };
}

function hasTag(text: string, colon: number, valueStart: number): boolean {
  return /(^|\s)!/.test(text.slice(colon, valueStart));
}

/** Whether an anchor or a tag precedes the value. */
export function hasProperties(text: string, colon: number, valueStart: number): boolean {
  return /(^|\s)[!&]/.test(text.slice(colon, valueStart));
}
