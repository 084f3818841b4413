/** Reads files while earlier ones are worked on. */
import { inParallel } from '../core/in-parallel';
import type { StopToken } from '../core/until-stopped';

/** A file that was looked at, and may have to be read. */
export interface Ahead {
  /** The number of bytes to read; 0 where there is nothing to read. */
  readonly size: number;
  /** Reads them once, however often it is called. */
  read(): Promise<unknown>;
}

/** The number of files in a batch, and the most bytes of it read before they are needed. */
const together = 256;
const heaviest = 16_000_000;
/**
 * The number of files that are asked for concurrently, for the sake of file systems far away, and of those that are
 * worked on: each may have to wait for the documents it cites.
 */
const concurrency = 16;

/**
 * Takes all items, in batches that are looked at and read while the one before is worked on; what would be too much to
 * hold is read when it is its turn. `look` must not reject; ends early when stopped.
 */
export async function readAhead<T, A extends Ahead>(
  items: readonly T[],
  token: Pick<StopToken, 'isCancellationRequested'>,
  look: (item: T) => Promise<A>,
  take: (ahead: A) => Promise<void>,
): Promise<void> {
  const begin = async (at: number): Promise<A[]> => {
    const batch: A[] = [];
    let held = 0;
    await inParallel([...items.slice(at, at + together).entries()], concurrency, token, async ([index, item]) => {
      const ahead = (batch[index] = await look(item));
      // Who takes a file learns why it cannot be read.
      if (ahead.size > 0 && (held += ahead.size) <= heaviest) await ahead.read().catch(() => undefined);
    });
    return batch;
  };
  let next = begin(0);
  for (let at = 0; at < items.length && !token.isCancellationRequested; at += together) {
    const batch = await next;
    next = begin(at + together);
    await inParallel(batch, concurrency, token, take);
  }
  await next;
}
