/** What is taken apart, and the ids by which its members are known in all versions. */
import { mapKindAt } from '../model';
import { entryOf, plainOf, type Entry, type ListTree } from '../yaml/tree';

export type Path = readonly (string | number)[];

/** What is taken apart. Each line of the texts ends with `\n`, and there is no other line break. */
export interface Source {
  readonly original: string;
  /** With spaces for the dashes of items that are maps, so that the keys of each stand below each other. */
  readonly text: string;
  /** The columns of these dashes, by the offsets of their lines. */
  readonly dashes: ReadonlyMap<number, number>;
}

/**
 * Ids of entries: their keys, numbered where they are given twice. Score and exclusion are the one state of a service.
 */
export function namesOf(entries: readonly Entry[], path: Path): string[] {
  const isService = mapKindAt(path) === 'service';
  const states = entries.filter(({ key }) => key === 'score' || key === 'excluded');
  return numbered(
    entries.map((entry) => (isService && states.length === 1 && states[0] === entry ? 'state' : entry.key)),
  );
}

/** Texts with a number behind those that occur again. */
function numbered(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count > 1 ? `${id}\0${count}` : id;
  });
}

/** What the ids of list items begin with, and those of keys do not. */
export const itemMark = '- ';

/** Ids of items: what they cite, do or are signed by, which is what they are known by. */
export function itemIds({ items }: ListTree): string[] {
  const names = items.map((item) => ['link', 'action', 'by'].map((key) => entryOf(item, key)?.value).find(Boolean));
  return numbered(items.map((item, index) => itemMark + JSON.stringify(plainOf(names[index] ?? item))));
}
