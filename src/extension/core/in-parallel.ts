/**
 * Does a task for each item, at most `limit` of them at a time, until told to stop; rejects with the first that fails.
 */
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
