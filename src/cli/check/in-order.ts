/** Work on many items at a time, results in the order of the items. */

/** The results of `work` on each item, at most `atOnce` of which are under way or wait for their turn. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // It is awaited in its turn; until then a rejection must not count as unhandled.
    result.catch(() => undefined);
    pending.push(result);
    if (pending.length >= atOnce) yield await (pending.shift() as Promise<Result>);
  }
  for (const result of pending) yield await result;
}

/** The items in groups of `size`. */
export async function* grouped<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let group: Item[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length) yield group;
}
