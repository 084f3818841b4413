/** Sorts the services of a file into sheet order, with their comments and area headings. */
import { areaIdOf, areaIds, serviceIds, serviceOrder } from '../../sheet/sheet';
import type { Assessment } from '../assessment';
import { endOfEntry } from '../yaml/entry-extent';
import { membersOf, replacePieces, type Member } from '../yaml/member-lines';
import { commentsOf } from '../yaml/comments';
import { lineStart, type TextEdit } from '../yaml/text-edit';
import { entryOf, ownEntries, type MapTree } from '../yaml/tree';
import { areaOfHeading, isUnderline } from './area-heading';
import { byHand, type EditPlan } from './plan';
import { proven } from './proof';

/** Lines that stay together: a service with the comments above it, or an area's heading. */
interface Unit {
  /** The area it belongs to; empty for an unknown id. */
  readonly area: string;
  /** Its position in the sort order: headings come first in their area. */
  readonly rank: number;
  /** Blank lines before it. */
  readonly blank: readonly string[];
  readonly lines: readonly string[];
}

/** Whether the services are in sheet order; unknown ids come last. */
export function isSorted({ tree }: Assessment): boolean {
  const ranks = ownEntries(entryOf(tree, 'services')?.value).map(({ key }) => serviceOrder(key));
  return ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? 0) <= rank);
}

/** The edits that sort the services; refused where the layout does not allow it without other changes. */
export function sortServices(assessment: Assessment): EditPlan {
  const map = entryOf(assessment.tree, 'services')?.value;
  if (map?.kind !== 'map' || map.aliased) return byHand;
  const edits = map.flow ? sortFlow(assessment.text, map) : sortBlock(assessment, map);
  return proven(assessment, edits, [], { comments: 'moved' });
}

/** Entries are exchanged, commas stay. */
function sortFlow(text: string, map: MapTree): TextEdit[] | undefined {
  if (commentsOf(text.slice(map.span.start, map.span.end)).length > 0) return undefined;
  const own = ownEntries(map);
  const spans = own.map(({ keySpan, value }) => ({ start: keySpan.start, end: Math.max(keySpan.end, value.span.end) }));
  const order = own.map(({ key }, index) => ({ rank: serviceOrder(key), index })).sort((a, b) => a.rank - b.rank);
  return order.flatMap(({ index }, slot) => {
    const [from, to] = [spans[index], spans[slot]];
    return from && to && index !== slot ? [{ span: to, newText: text.slice(from.start, from.end) }] : [];
  });
}

function sortBlock({ text, tree }: Assessment, map: MapTree): TextEdit[] | undefined {
  const own = ownEntries(map);
  const indents = new Set(own.map(({ keySpan }) => text.slice(lineStart(text, keySpan.start), keySpan.start)));
  if (indents.size !== 1 || [...indents][0]?.trim() !== '') return undefined;
  const spans = own.map((entry) => ({ start: entry.keySpan.start, end: endOfEntry(text, entry) }));
  const found = membersOf(text, spans, entryOf(tree, 'services')?.keySpan.end ?? 0);
  if (!found) return undefined;
  const [first, ...others] = found.members;
  if (!first) return undefined;
  const top = introduction(first.above);
  const units = [{ ...first, above: first.above.slice(top.length) }, ...others].flatMap((member, index) =>
    unitsOf(member, own[index]?.key ?? ''),
  );
  const headings = units.filter(({ rank }) => Number.isInteger(rank + 0.5)).map(({ area }) => area);
  if (new Set(headings).size < headings.length) return undefined;
  const sorted = withSameGaps(
    units,
    [...units].sort((a, b) => a.rank - b.rank),
  );
  const piece = ({ blank, lines }: Unit) => [...blank, ...lines].join('');
  return replacePieces(text, found.span, [top.join(''), ...units.map(piece)], [top.join(''), ...sorted.map(piece)]);
}

/** Comments at the top, followed by a blank line, are about all services. */
function introduction(above: readonly string[]): string[] {
  const heading = above.findIndex((line) => areaOfHeading(line));
  const lines = heading < 0 ? above : above.slice(0, heading);
  const gap = lines.findLastIndex((line) => line.trim() === '');
  return lines.slice(0, gap).some((line) => line.trim() !== '') ? lines.slice(0, gap) : [];
}

/** The units of a service: first those of headings above it, each with the lines between it and the previous one. */
function unitsOf({ above, own }: Member, id: string): Unit[] {
  const units: Unit[] = [];
  let rest = above;
  for (let heading = rest.findIndex(isHeading); heading >= 0; heading = rest.findIndex(isHeading)) {
    // A line of dashes below a heading belongs to it.
    const end = heading + (isUnderline(rest[heading + 1] ?? '') ? 2 : 1);
    const area = areaOfHeading(rest[heading] ?? '') ?? '';
    // The heading sorts half a rank before the first service of its area.
    units.push(unit(area, serviceIds.findIndex((service) => areaIdOf(service) === area) - 0.5, rest.slice(0, end)));
    rest = rest.slice(end);
  }
  const rank = serviceOrder(id);
  return [...units, unit(serviceIds.includes(id) ? (areaIdOf(id) ?? '') : '', rank, [...rest, own])];
}

function isHeading(line: string): boolean {
  return areaOfHeading(line) !== undefined;
}

function unit(area: string, rank: number, lines: readonly string[]): Unit {
  const first = lines.findIndex((line) => line.trim() !== '');
  return { area, rank, blank: lines.slice(0, first), lines: lines.slice(first) };
}

/**
 * Keeps the blank lines that separate areas before the first unit of each area; the first unit of all keeps those
 * before the first.
 */
function withSameGaps(before: readonly Unit[], after: readonly Unit[]): Unit[] {
  const gaps = new Map(after.map((one) => [one, one.blank]));
  const swap = (a: Unit | undefined, b: Unit | undefined) => {
    if (!a || !b || a === b) return;
    const [ofA = [], ofB = []] = [gaps.get(a), gaps.get(b)];
    gaps.set(a, ofB).set(b, ofA);
  };
  for (const area of [...areaIds, ''])
    swap(
      before.find((one) => one.area === area),
      after.find((one) => one.area === area),
    );
  const [old, now] = [before[0], after[0]];
  swap(
    now,
    after.find(({ area }) => area === old?.area),
  );
  return after.map((one) => ({ ...one, blank: gaps.get(one) ?? [] }));
}
