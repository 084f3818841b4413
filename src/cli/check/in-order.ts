/** Concurrent work on many items, with results in the order of the items. */

/** The results of `work` for each item, in order; at most `atOnce` of them are running or waiting for their turn. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // The rejection is handled when its turn comes; until then it must not count as unhandled.
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
