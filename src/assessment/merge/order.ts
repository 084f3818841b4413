/** The order of members of both sides in the merged collection. */
import { diff3MergeRegions } from 'node-diff3';
import { isEmpty, textOf, type Member } from './parts';

/** The members of one collection in the three versions. */
export interface Three {
  readonly base: readonly Member[];
  readonly ours: readonly Member[];
  readonly theirs: readonly Member[];
}

/** The members to merge, in order: one for all three versions of an entry, including those that may be removed. */
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

/** Restores members that one side removed and the other changed, at their previous place, where they conflict. */
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

/** The index of the nearest preceding member that still exists, and exists once; -1 where there is none. */
function placeBehind(before: readonly Member[], members: readonly Member[]): number {
  for (const { id } of [...before].reverse()) {
    const at = members.findIndex((member) => member.id === id);
    if (at >= 0 && !members.some((member, index) => index > at && member.id === id)) return at;
  }
  return -1;
}

/** A new member with the comments above it; the last group may be comments only. */
interface Group {
  readonly fillers: readonly Member[];
  readonly entry?: Member;
}

/** Where both sides added or removed members: comments removed by one are removed, additions of both are kept. */
function bothChanged({ base, ours, theirs }: Three): Member[] {
  const [own, other] = [groupsOf(kept(ours, base, theirs)), groupsOf(kept(theirs, base, ours))];
  const idOf = ({ entry }: Group) => entry?.id;
  // Sorted, so that the order of additions does not depend on which side is ours.
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

/** The remaining members of one side: comments of the base only where the other side has them, too. */
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

/** The position before the first member that usually comes later; at the end where no order is usual. */
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
