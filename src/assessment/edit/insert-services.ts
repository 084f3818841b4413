/**
 * Inserts services that the file does not have yet: finds the place of their lines, considering area headings, and
 * makes the edits.
 */
import { areaIdOf, areaOrder, serviceIds, serviceOrder, type Named } from '../../sheet/sheet';
import type { Assessment } from '../assessment';
import { commentLines, endOfEntry, previousLineEnd } from '../yaml/entry-extent';
import { hasProperties, insertInFlow, valueSpan } from '../yaml/map-edit';
import { linesOf } from '../yaml/member-lines';
import {
  afterBreak,
  afterColon,
  childIndent,
  documentEnd,
  indentAt,
  insertAt,
  isAtLineStart,
  itemIndent,
  lineEnd,
  lineEnding,
  lineStart,
  scalarText,
  type TextEdit,
} from '../yaml/text-edit';
import { entryOf, ownEntries, type Entry, type MapTree, type Tree } from '../yaml/tree';
import { areaOfHeading, isUnderline } from './area-heading';
import type { NewKey } from './key-edit';
import { byHand, type EditPlan } from './plan';
import { proven } from './proof';

/** The value of a new entry; `evidence` contains items as written, `key` another key with its value. */
type NewValue =
  | { readonly score: number }
  | { readonly excluded: string }
  | { readonly evidence: readonly string[] }
  | { readonly key: NewKey };

/** Adds a service after its nearest predecessor in sheet order; `undefined` where the layout does not allow it. */
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

/**
 * Adds empty entries for services in sheet order, each with its title as a trailing comment. In a file with area
 * headings, new areas get one, too.
 */
export function addServices(assessment: Assessment, services: readonly Named[], areas: readonly Named[]): EditPlan {
  const eol = lineEnding(assessment.text);
  const bySpot = new Map<number, { readonly spot: InsertSpot; readonly lines: string[] }>();
  const headings = newHeadings(assessment, areas);
  for (const { id, title } of services) {
    const spot = insertSpot(assessment, id);
    if (!spot) return byHand;
    const lines = bySpot.get(spot.at)?.lines ?? [];
    const area = areaIdOf(id) ?? '';
    const heading = headings.get(area);
    if (heading !== undefined) lines.push(`${spot.indent}# ${area} ${heading}`);
    headings.delete(area);
    lines.push(`${spot.indent}"${id}":   # ${title}`);
    bySpot.set(spot.at, { spot, lines });
  }
  const spots = [...bySpot.values()];
  const edits = [
    ...(spots[0]?.spot.cleared ?? []),
    ...spots.map(({ spot, lines }) => insertAt(spot.at, spot.wrap(lines.join(eol)))),
  ];
  const changes = services.map(({ id }) => ({ path: ['services', id], value: null }));
  return proven(assessment, edits, changes, { comments: 'more' });
}

/** The titles, by area id, of areas with neither a heading nor a service, in a file with headings. */
function newHeadings({ text, services }: Assessment, areas: readonly Named[]): Map<string, string> {
  const present = new Set(linesOf(text).flatMap((line) => areaOfHeading(line) ?? []));
  if (present.size === 0) return new Map();
  for (const id of services.keys()) present.add(areaIdOf(id) ?? '');
  return new Map(areas.filter(({ id }) => !present.has(id)).map(({ id, title }) => [id, title]));
}

/** The place for the line of a new service, and the text needed around it. */
interface InsertSpot {
  readonly at: number;
  readonly indent: string;
  readonly wrap: (lines: string) => string;
  /** Edits to make first: removal of a `null` in place of the services. */
  readonly cleared: readonly TextEdit[];
}

/** The place for a service's line in block layout; `undefined` for other layouts. */
function insertSpot({ text, tree }: Assessment, id: string): InsertSpot | undefined {
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

/** Whether another key can follow: the file is empty, or its keys are on lines of their own. */
function isOpenBlock(tree: Tree | undefined): boolean {
  if (tree?.kind === 'map') return !tree.flow;
  return !tree || (tree.kind === 'scalar' && tree.span.start === tree.span.end);
}

function spotAtEnd(text: string, eol: string): InsertSpot {
  const at = documentEnd(text);
  const before = isAtLineStart(text, at) ? '' : eol;
  return { at, indent: '  ', wrap: (lines) => `${before}services:${eol}${lines}${eol}`, cleared: [] };
}

/**
 * The place after the nearest predecessor; without one, below the area's heading or before another area's
 * (`belowFirst`), or before the first service.
 */
function spotInMap(text: string, map: MapTree, id: string, belowFirst: number | undefined): InsertSpot | undefined {
  const eol = lineEnding(text);
  const own = ownEntries(map);
  const previous = predecessor(own, id);
  const anchor = previous ?? own[0];
  if (!anchor) return undefined;
  const start = lineStart(text, anchor.keySpan.start);
  const indent = text.slice(start, anchor.keySpan.start);
  if (indent.trim() !== '') return undefined;
  const below = (at: number): InsertSpot => ({ at, indent, wrap: (lines) => `${eol}${lines}`, cleared: [] });
  if (previous) {
    const end = endOfEntry(text, previous);
    const isSameArea = areaIdOf(previous.key) === areaIdOf(id);
    return below(isSameArea ? end : (belowHeading(text, end, id) ?? end));
  }
  if (belowFirst !== undefined) return below(belowFirst);
  return { at: start, indent, wrap: (lines) => `${lines}${eol}`, cleared: [] };
}

/** The nearest preceding service in sheet order; the first one of repeated entries. */
function predecessor(own: readonly Entry[], id: string): Entry | undefined {
  const order = ({ key }: Entry) => serviceOrder(key);
  const before = own.filter((entry) => serviceIds.includes(entry.key) && order(entry) < serviceOrder(id));
  return before.reduce<Entry | undefined>(
    (last, entry) => (last && order(last) > order(entry) ? last : entry),
    undefined,
  );
}

/**
 * The place below a heading in a file whose area headings are comments (`# 2 Discovery`): an area's first entry goes
 * below its own heading, or the last one before it, and below the line of dashes under that. `undefined` where there is
 * none.
 */
function belowHeading(text: string, from: number, id: string): number | undefined {
  const area = areaOrder(areaIdOf(id));
  let spot: number | undefined;
  for (const { line, end } of commentLines(text, from)) {
    const heading = areaOfHeading(line);
    const isAhead = heading !== undefined && areaOrder(heading) <= area;
    const isBelow = spot !== undefined && isUnderline(line) && afterBreak(text, spot) === end - line.length;
    if (isAhead || isBelow) spot = end;
  }
  return spot;
}

/** The end of the line before the first heading; `undefined` where there is none. */
function aheadOfHeading(text: string, from: number): number | undefined {
  for (const { line, end } of commentLines(text, from))
    if (areaOfHeading(line) !== undefined) return previousLineEnd(text, end - line.length);
  return undefined;
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
