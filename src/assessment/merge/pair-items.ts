/** Pairs list items that were reworded: the same item, although its id, which is its text, has changed. */
import type { Three } from './order';
import type { Member } from './parts';
import { itemMark } from './sources';

/** The members of the three versions, with reworded items under the ids of the original ones. */
export function pairItems(base: readonly Member[], ours: readonly Member[], theirs: readonly Member[]): Three {
  return { base, ours: paired(base, ours, theirs), theirs: paired(base, theirs, ours) };
}

function paired(base: readonly Member[], side: readonly Member[], other: readonly Member[]): readonly Member[] {
  const isItem = ({ id }: Member) => id.startsWith(itemMark);
  const [before, after] = [base.filter(isItem), side.filter(isItem)];
  const [known, present] = [idsOf(before), idsOf(after)];
  const names = new Map<string, string>();
  for (const [from, to] of gapsOf(before, after, known, present))
    if (from.length === to.length) to.forEach(({ id }, index) => names.set(id, from[index]?.id ?? id));
  // The other side has a different item under that id.
  const taken = idsOf(other);
  return names.size === 0
    ? side
    : side.map((member) => {
        const name = isItem(member) && !taken.has(member.id) ? names.get(member.id) : undefined;
        return name === undefined ? member : { ...member, id: name };
      });
}

function idsOf(members: readonly Member[]): Set<string> {
  return new Set(members.map(({ id }) => id));
}

/** The runs of removed and of new items between items that both versions have. */
function gapsOf(
  before: readonly Member[],
  after: readonly Member[],
  known: ReadonlySet<string>,
  present: ReadonlySet<string>,
): [Member[], Member[]][] {
  const gone = runsOf(before, present);
  const added = runsOf(after, known);
  return gone.flatMap(({ behind, run }): [Member[], Member[]][] => {
    const match = added.find((other) => other.behind === behind);
    return match ? [[run, match.run]] : [];
  });
}

/** Consecutive members that the other version does not have, with the id of the item before them. */
function runsOf(members: readonly Member[], others: ReadonlySet<string>): { behind: string; run: Member[] }[] {
  const runs: { behind: string; run: Member[] }[] = [];
  let behind = '';
  let run: Member[] = [];
  for (const member of members) {
    if (!others.has(member.id)) {
      if (run.length === 0) runs.push({ behind, run });
      run.push(member);
    } else {
      behind = member.id;
      run = [];
    }
  }
  return runs;
}
