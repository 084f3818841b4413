/** The edits that change one service's entry: its score, its exclusion, its very presence. */
import { serviceIds } from '../../sheet/sheet';
import type { Assessment, ServiceEntry } from '../assessment';
import { commentLines, endOfEntry, previousLineEnd, skipBreak } from '../yaml/entry-extent';
import type { NewKey } from './key-edit';
import {
  afterColon,
  childIndent,
  indentAt,
  insertAt,
  itemIndent,
  lineEnd,
  lineEnding,
  lineStart,
  scalarText,
  trimmedEnd,
  type TextEdit,
} from '../yaml/text-edit';
import { entryOf, type Entry, type MapTree, type Span, type Tree } from '../yaml/tree';

/** `evidence` holds the items as they are to be written, `key` another key with its value. */
type NewValue =
  | { readonly score: number }
  | { readonly excluded: string }
  | { readonly evidence: readonly string[] }
  | { readonly key: NewKey };

/** Sets the score of a service that is in the file; an exclusion gives way to it. */
export function writeScore(text: string, entry: ServiceEntry, score: number): TextEdit[] | undefined {
  const { value } = entry;
  if (value.aliased && value.kind !== 'scalar') return undefined;
  if (value.kind === 'scalar') return replaceValue(text, entry.key, value.span, String(score));
  if (value.kind === 'list') return undefined;
  return writeKey(text, value, 'score', String(score), ['excluded']);
}

/** Excludes a service that is in the file; its score gives way. */
export function writeExclusion(
  { text, tree }: Assessment,
  entry: ServiceEntry,
  reason: string,
): TextEdit[] | undefined {
  const { value } = entry;
  const services = entryOf(tree, 'services')?.value;
  if (value.kind === 'map')
    return value.aliased ? undefined : writeKey(text, value, 'excluded', scalarText(reason), ['score']);
  if (value.kind === 'list') return undefined;
  const colon = afterColon(text, entry.key.end);
  if (colon === undefined || hasProperties(text, colon, value.span.start)) return undefined;
  const cleared: TextEdit = { span: valueSpan(text, colon, value.span), newText: '' };
  if (services?.kind === 'map' && services.flow) {
    return [{ span: cleared.span, newText: ` { excluded: ${scalarText(reason)} }` }];
  }
  const indent = indentAt(text, entry.key.start);
  const line = `${lineEnding(text)}${indent}${childIndent(indent)}excluded: ${scalarText(reason)}`;
  const end = lineEnd(text, cleared.span.end);
  if (end === cleared.span.end) return [{ span: cleared.span, newText: line }];
  return [...(cleared.span.end > cleared.span.start ? [cleared] : []), insertAt(end, line)];
}

/** Clears score, exclusion or both (`keys`) and keeps the rest. */
export function removeScore(text: string, entry: ServiceEntry, keys: readonly string[]): TextEdit[] | undefined {
  const { value } = entry;
  if (value.aliased) return undefined;
  if (value.kind === 'scalar') return clearValue(text, entry.key, value.span);
  if (value.kind === 'list') return undefined;
  const edits = value.entries
    .filter(({ key }) => keys.includes(key))
    .map((item) =>
      item.key === 'score' ? clearValue(text, item.keySpan, item.value.span) : removeEntry(text, value, item),
    );
  return edits.some((part) => !part) ? undefined : edits.flatMap((part) => part ?? []);
}

/** Adds a service the file does not have, after its nearest predecessor in sheet order. */
export function insertService(assessment: Assessment, id: string, value: NewValue): TextEdit[] | undefined {
  const { text, tree } = assessment;
  const services = entryOf(tree, 'services')?.value;
  if (services?.kind === 'map' && services.flow && !services.aliased)
    return insertInFlow(text, services, `"${id}": ${flowValue(value)}`);
  if (!services && tree?.kind === 'map' && tree.flow)
    return insertInFlow(text, tree, `services: { "${id}": ${flowValue(value)} }`);
  const spot = insertSpot(assessment, id);
  return spot && [...spot.cleared, insertAt(spot.at, spot.wrap(blockEntry(text, id, value, spot.indent)))];
}

/** Where the line of a service that is not in the file yet belongs, and what has to stand around it. */
export interface InsertSpot {
  readonly at: number;
  readonly indent: string;
  readonly wrap: (lines: string) => string;
  /** What has to go first: a `null` in place of the services. */
  readonly cleared: readonly TextEdit[];
}

/** The spot for a service's line in a block layout, or `undefined` where the file has another. */
export function insertSpot({ text, tree }: Assessment, id: string): InsertSpot | undefined {
  const eol = lineEnding(text);
  const services = entryOf(tree, 'services');
  if (!services) return isOpenBlock(tree) ? spotAtEnd(text, eol) : undefined;
  const { value, keySpan } = services;
  const colon = afterColon(text, keySpan.end);
  if (value.aliased || value.kind === 'list' || colon === undefined) return undefined;
  const below = belowHeading(text, lineEnd(text, colon), id) ?? aheadOfHeading(text, lineEnd(text, colon));
  if (value.kind === 'map') return value.flow ? undefined : spotInMap(text, value, id, below);
  if (value.value !== null || hasProperties(text, colon, value.span.start)) return undefined;
  const indent = `${indentAt(text, keySpan.start)}  `;
  const cleared = value.span.end > colon ? [{ span: valueSpan(text, colon, value.span), newText: '' }] : [];
  return { at: below ?? lineEnd(text, colon), indent, wrap: (lines) => `${eol}${lines}`, cleared };
}

/** A file without content, or whose keys stand on lines of their own: another can follow them. */
function isOpenBlock(tree: Tree | undefined): boolean {
  if (tree?.kind === 'map') return !tree.flow;
  return !tree || (tree.kind === 'scalar' && tree.span.start === tree.span.end);
}

/** At the end of the text, or before the `...` that ends the document. */
function spotAtEnd(text: string, eol: string): InsertSpot {
  const at = /^\.\.\.(?=\s|$)/m.exec(text)?.index ?? text.length;
  const before = at === 0 || text === '\ufeff' || /[\r\n]$/.test(text.slice(0, at)) ? '' : eol;
  return { at, indent: '  ', wrap: (lines) => `${before}services:${eol}${lines}${eol}`, cleared: [] };
}

/** Behind the nearest predecessor; without one, below the area's heading or ahead of another's, or before the first service. */
function spotInMap(text: string, map: MapTree, id: string, belowFirst: number | undefined): InsertSpot | undefined {
  const eol = lineEnding(text);
  const own = map.entries.filter(({ merged }) => !merged);
  const order = (entry: Entry) => serviceIds.indexOf(entry.key);
  const before = own.filter((entry) => order(entry) >= 0 && order(entry) < serviceIds.indexOf(id));
  const previous = before.reduce<Entry | undefined>(
    (last, entry) => (last && order(last) > order(entry) ? last : entry),
    undefined,
  );
  const anchor = previous ?? own[0];
  if (!anchor) return undefined;
  const start = lineStart(text, anchor.keySpan.start);
  const indent = text.slice(start, anchor.keySpan.start);
  if (indent.trim() !== '') return undefined;
  const inLine = { indent, wrap: (lines: string) => `${eol}${lines}`, cleared: [] };
  if (!previous)
    return belowFirst === undefined
      ? { at: start, indent, wrap: (lines) => `${lines}${eol}`, cleared: [] }
      : { ...inLine, at: belowFirst };
  const end = endOfEntry(text, previous);
  const sameArea = previous.key.split('.')[0] === id.split('.')[0];
  return { ...inLine, at: sameArea ? end : (belowHeading(text, end, id) ?? end) };
}

/**
 * Files have the areas' headings as comments (`# 2 Discovery`): an area's first entry goes below its own, or below the last
 * one before it. `undefined` where there is none.
 */
function belowHeading(text: string, from: number, id: string): number | undefined {
  let spot: number | undefined;
  for (const { line, end } of commentLines(text, from)) {
    const heading = headingOf(line);
    if (heading && heading <= id) spot = end;
  }
  return spot;
}

/** The end of the line before the first heading; `undefined` where there is none. */
function aheadOfHeading(text: string, from: number): number | undefined {
  for (const { line, end } of commentLines(text, from))
    if (headingOf(line)) return previousLineEnd(text, end - line.length);
  return undefined;
}

/** The area that a comment line is the heading of. */
function headingOf(line: string): string | undefined {
  return /^[ \t]*#[ \t]*(\d)(?![.\d])/.exec(line)?.[1];
}

/** Behind the last entry, whose comma may be there already. */
export function insertInFlow(text: string, map: MapTree, pair: string): TextEdit[] {
  const last = map.entries.filter(({ merged }) => !merged).at(-1);
  const close = map.span.end - 1;
  if (!last) {
    const end = trimmedEnd(text, map.span.start + 1, close);
    return [insertAt(end, ` ${pair}${end === close ? ' ' : ''}`)];
  }
  const end = Math.max(last.keySpan.end, last.value.span.end);
  const comma = /^\s*,/.exec(text.slice(end, close))?.[0];
  return [insertAt(end + (comma?.length ?? 0), comma ? ` ${pair}` : `, ${pair}`)];
}

function blockEntry(text: string, id: string, value: NewValue, indent: string): string {
  if ('score' in value) return `${indent}"${id}": ${value.score}`;
  const inner = `${lineEnding(text)}${indent}${childIndent(indent)}`;
  const item = `${inner}${itemIndent(text, indent)}- `;
  if ('evidence' in value)
    return `${indent}"${id}":${inner}evidence:${value.evidence.map((link) => item + link).join('')}`;
  if ('key' in value) return `${indent}"${id}":${value.key.block.map((line) => inner + line).join('')}`;
  return `${indent}"${id}":${inner}excluded: ${scalarText(value.excluded)}`;
}

function flowValue(value: NewValue): string {
  if ('evidence' in value) return `{ evidence: [${value.evidence.join(', ')}] }`;
  if ('key' in value) return `{ ${value.key.flow} }`;
  return 'score' in value ? String(value.score) : `{ excluded: ${scalarText(value.excluded)} }`;
}

/** Gives a key of a long form its value: in place, in place of a key that gives way, or as a new first line. */
function writeKey(
  text: string,
  map: MapTree,
  key: string,
  newText: string,
  gives: readonly string[],
): TextEdit[] | undefined {
  const own = map.entries.filter(({ merged }) => !merged);
  const yielding = own.filter((entry) => gives.includes(entry.key));
  const present = own.find((entry) => entry.key === key);
  if (present) {
    const removals = yielding.map((entry) => removeEntry(text, map, entry));
    const value = replaceValue(text, present.keySpan, present.value.span, newText, present.value.kind !== 'scalar');
    return !value || removals.some((part) => !part) ? undefined : [...value, ...removals.flatMap((part) => part ?? [])];
  }
  const [first] = yielding;
  if (first && yielding.length === 1) return replacePair(text, first, `${key}: ${newText}`);
  return insertFirst(text, map, own, `${key}: ${newText}`);
}

function replacePair(text: string, entry: Entry, pair: string): TextEdit[] | undefined {
  if (entry.value.aliased && entry.value.span.start < entry.keySpan.end) return undefined;
  const end = Math.max(entry.value.span.end, afterColon(text, entry.keySpan.end) ?? entry.keySpan.end);
  return [{ span: { start: entry.keySpan.start, end: trimmedEnd(text, entry.keySpan.start, end) }, newText: pair }];
}

function insertFirst(text: string, map: MapTree, own: readonly Entry[], pair: string): TextEdit[] | undefined {
  const [first] = own;
  if (!first) return map.flow ? insertInFlow(text, map, pair) : undefined;
  if (map.flow) return [insertAt(first.keySpan.start, `${pair}, `)];
  const indent = text.slice(lineStart(text, first.keySpan.start), first.keySpan.start);
  return indent.trim() === '' ? [insertAt(first.keySpan.start, `${pair}${lineEnding(text)}${indent}`)] : undefined;
}

/**
 * Takes an entry out of a map, with its line when it has the line to itself. A comment behind it stays, unless it goes
 * `withComment`.
 */
export function removeEntry(text: string, map: MapTree, entry: Entry, withComment = false): TextEdit[] | undefined {
  const colon = afterColon(text, entry.keySpan.end);
  if (colon === undefined || entry.merged) return undefined;
  const own = map.entries.filter(({ merged }) => !merged);
  const end = trimmedEnd(text, colon, Math.max(colon, entry.value.span.end));
  const span = { start: entry.keySpan.start, end };
  if (map.flow) return [{ span: flowRemoval(text, own, entry, span), newText: '' }];
  const comment = /^[ \t]+(?=#)/.exec(text.slice(end, lineEnd(text, end)));
  if (comment && !withComment) return [{ span: { start: span.start, end: end + comment[0].length }, newText: '' }];
  const start = lineStart(text, span.start);
  if (text.slice(start, span.start).trim() !== '') return undefined;
  // The key of the service stays, without a value: the last line of its map goes, line break first.
  if (own.length === 1)
    return [{ span: { start: previousLineEnd(text, start), end: lineEnd(text, end) }, newText: '' }];
  return [{ span: { start, end: skipBreak(text, lineEnd(text, end)) }, newText: '' }];
}

function flowRemoval(text: string, own: readonly Entry[], entry: Entry, span: Span): Span {
  const next = /^\s*,[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  if (own.at(-1) !== entry || own.length === 1) return { start: span.start, end: span.end + next };
  const previous = own[own.indexOf(entry) - 1];
  const start = previous ? Math.max(previous.value.span.end, previous.keySpan.end) : span.start;
  // A comment behind the comma before it stays, and that comma with it: YAML allows one at the end, but not two.
  if (text.slice(start, span.start).includes('#')) return { start: span.start, end: span.end + next };
  return { start, end: span.end };
}

/** Replaces the value of a key, or gives an empty one its value; an anchor stays, a tag would not fit the new value. */
export function replaceValue(
  text: string,
  key: Span,
  value: Span,
  newText: string,
  compound = false,
): TextEdit[] | undefined {
  const colon = afterColon(text, key.end);
  if (colon === undefined || compound || hasTag(text, colon, value.start)) return undefined;
  if (value.end > value.start)
    return [{ span: { start: value.start, end: trimmedEnd(text, value.start, value.end) }, newText }];
  return [insertAt(colon, ` ${newText}`)];
}

function clearValue(text: string, key: Span, value: Span): TextEdit[] | undefined {
  const colon = afterColon(text, key.end);
  if (colon === undefined || hasProperties(text, colon, value.start)) return undefined;
  return value.end > colon ? [{ span: valueSpan(text, colon, value), newText: '' }] : [];
}

/** A value with the white space before it, back to the colon or to a comment between the two; nothing where there is no value. */
function valueSpan(text: string, colon: number, { start, end }: Span): Span {
  return end > start
    ? { start: trimmedEnd(text, colon, start), end: trimmedEnd(text, colon, end) }
    : { start: colon, end: colon };
}

function hasTag(text: string, colon: number, valueStart: number): boolean {
  return /(^|\s)!/.test(text.slice(colon, valueStart));
}

/** An anchor or a tag stands between the colon and the value. */
function hasProperties(text: string, colon: number, valueStart: number): boolean {
  return /(^|\s)[!&]/.test(text.slice(colon, valueStart));
}
