/** The source of a file to split, and the ids of its members, which are the same in all versions. */
import { mapKindAt } from '../keys';
import { entryOf, plainOf, type Entry, type ListTree } from '../yaml/tree';

export type Path = readonly (string | number)[];

/** A file to split. All line breaks of the texts are `\n`, and each line has one. */
export interface Source {
  readonly original: string;
  /** With spaces in place of the dashes of map items, so that their keys are aligned. */
  readonly text: string;
  /** The columns of these dashes, by the offsets of their lines. */
  readonly dashes: ReadonlyMap<number, number>;
}

/**
 * Ids of entries: their keys, numbered where they are repeated. Score and exclusion share the id of the service's
 * state.
 */
export function namesOf(entries: readonly Entry[], path: Path): string[] {
  const isService = mapKindAt(path) === 'service';
  const states = entries.filter(({ key }) => key === 'score' || key === 'excluded');
  return numbered(
    entries.map((entry) => (isService && states.length === 1 && states[0] === entry ? 'state' : entry.key)),
  );
}

/** Texts with a number appended to repeated ones. */
function numbered(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count > 1 ? `${id}\0${count}` : id;
  });
}

/** The prefix of ids of list items, which keys do not have. */
export const itemMark = '- ';

/** Ids of items: the link they cite, the action, or the signature. */
export function itemIds({ items }: ListTree): string[] {
  const names = items.map((item) => ['link', 'action', 'by'].map((key) => entryOf(item, key)?.value).find(Boolean));
  return numbered(items.map((item, index) => itemMark + JSON.stringify(plainOf(names[index] ?? item))));
}
