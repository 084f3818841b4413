/** Runs a task for each item, at most `limit` at a time, until stopped; rejects with the first failure. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  token: { readonly isCancellationRequested: boolean },
  task: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && !token.isCancellationRequested) await task(items[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
}
