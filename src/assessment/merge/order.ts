/** In which order the members of both sides stand in what is merged. */
import { diff3MergeRegions } from 'node-diff3';
import { isEmpty, textOf, type Member } from './parts';

/** The members of one collection in the three versions. */
export interface Three {
  readonly base: readonly Member[];
  readonly ours: readonly Member[];
  readonly theirs: readonly Member[];
}

/**
 * The members to look at, in their order: of entries one stands for all three versions, and some of them may be to go.
 */
export function inOrder(three: Three): Member[] {
  const base = three.base;
  const ours = withChanged(base, three.ours, three.theirs);
  const theirs = withChanged(base, three.theirs, three.ours);
  const ids = (members: readonly Member[]) => members.map(({ id }) => id);
  const all = diff3MergeRegions(ids(ours), ids(base), ids(theirs)).flatMap((region): readonly Member[] => {
    if (!region.stable)
      return bothChanged({
        base: base.slice(region.oStart, region.oStart + region.oLength),
        ours: ours.slice(region.aStart, region.aStart + region.aLength),
        theirs: theirs.slice(region.bStart, region.bStart + region.bLength),
      });
    const from = { a: ours, o: base, b: theirs }[region.buffer];
    return from.slice(region.bufferStart, region.bufferStart + region.bufferLength);
  });
  const seen = new Set<string>();
  return all.filter(({ id, isFiller }) => isFiller || (!seen.has(id) && seen.add(id)));
}

/** Puts back what one side took away and the other changed, behind what it stood behind: there the two meet. */
function withChanged(base: readonly Member[], side: readonly Member[], other: readonly Member[]): Member[] {
  const result = [...side];
  for (const [index, member] of base.entries()) {
    const changed = other.find(({ id, isFiller }) => !isFiller && id === member.id);
    const isGone = !member.isFiller && !side.some(({ id }) => id === member.id);
    if (!isGone || !changed || isEmpty(changed.part) || textOf(changed.part) === textOf(member.part)) continue;
    const at = placeBehind(base.slice(0, index), result);
    result.splice(at + 1, 0, member);
  }
  return result;
}

/** The place of the nearest of some members before one that is still there, and there once; -1 where there is none. */
function placeBehind(before: readonly Member[], members: readonly Member[]): number {
  for (const { id } of [...before].reverse()) {
    const at = members.findIndex((member) => member.id === id);
    if (at >= 0 && !members.some((member, index) => index > at && member.id === id)) return at;
  }
  return -1;
}

/** Some new members, each with the comments above it; the last may be comments alone. */
interface Group {
  readonly fillers: readonly Member[];
  readonly entry?: Member;
}

/**
 * Where both sides added or removed members: comments that one removed are gone, what both added stands side by side.
 */
function bothChanged({ base, ours, theirs }: Three): Member[] {
  const [own, other] = [groupsOf(kept(ours, base, theirs)), groupsOf(kept(theirs, base, ours))];
  const idOf = ({ entry }: Group) => entry?.id;
  // Which side is whose does not matter for the order of what is new.
  const key = (groups: readonly Group[]) => groups.map(idOf).join('\n');
  const [first, second] = key(own) <= key(other) ? [own, other] : [other, own];
  const result = first.filter(({ entry }) => entry);
  let at = 0;
  for (const group of second.filter(({ entry }) => entry)) {
    const same = result.findIndex((one) => idOf(one) === idOf(group));
    const there = result[same];
    if (there) result[same] = { ...there, fillers: union(there.fillers, group.fillers) };
    else result.splice(placeOf(group, result, at), 0, group);
    at = result.findIndex((one) => idOf(one) === idOf(group)) + 1;
  }
  const rest = [first, second].map((groups) => groups.find(({ entry }) => !entry)?.fillers ?? []);
  const flat = result.flatMap(({ fillers, entry }) => (entry ? [...fillers, entry] : fillers));
  return [...flat, ...union(rest[0] ?? [], rest[1] ?? [])];
}

/** What is still there of one side: comments of the base only where the other side has them, too. */
function kept(side: readonly Member[], base: readonly Member[], other: readonly Member[]): Member[] {
  const has = (members: readonly Member[], id: string) => members.some((member) => member.id === id);
  return side.filter(({ id, isFiller }) => !isFiller || !has(base, id) || has(other, id));
}

function groupsOf(members: readonly Member[]): Group[] {
  const groups: Group[] = [];
  let fillers: Member[] = [];
  for (const member of members) {
    if (member.isFiller) fillers.push(member);
    else {
      groups.push({ fillers, entry: member });
      fillers = [];
    }
  }
  return fillers.length ? [...groups, { fillers }] : groups;
}

/** Before the first one that usually comes later; where no order is usual, behind the others. */
function placeOf({ entry }: Group, groups: readonly Group[], from: number): number {
  const rank = entry?.rank ?? -1;
  if (rank < 0) return Math.max(from, groups.length);
  const later = groups.findIndex((other) => (other.entry?.rank ?? -1) > rank);
  return later < 0 ? groups.length : later;
}

function union(some: readonly Member[], more: readonly Member[]): Member[] {
  const ids = new Set(some.map(({ id }) => id));
  return [...some, ...more.filter(({ id }) => !ids.has(id))];
}
