/** Finds pieces of evidence in the text: of a service, or of its criteria. */
import type { ServiceEntry } from '../assessment';
import { entryOf, type Span, type Tree } from '../yaml/tree';

/** A piece of evidence as written, and its path in the file. */
export interface CitedItem {
  readonly item: Tree;
  readonly path: readonly (string | number)[];
  /** The value of the service or criterion that lists it. */
  readonly owner: Tree;
}

/** The piece of evidence whose link is at a span. */
export function citedItem(entry: ServiceEntry, link: Span): CitedItem | undefined {
  const answers = [...entry.criteria.values()].map(({ id, value }) => ({ owner: value, at: ['criteria', id] }));
  for (const { owner, at } of [{ owner: entry.value, at: [] }, ...answers]) {
    const list = entryOf(owner, 'evidence')?.value;
    const items = list?.kind === 'list' ? list.items : [];
    const index = items.findIndex((item) => linkOf(item)?.span.start === link.start);
    const item = items[index];
    if (item) return { item, owner, path: ['services', entry.id, ...at, 'evidence', index] };
  }
  return undefined;
}

function linkOf(item: Tree): Tree | undefined {
  return item.kind === 'scalar' ? item : entryOf(item, 'link')?.value;
}
