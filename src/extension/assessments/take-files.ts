/** Takes many files through the same work, several at the same time. */
import { inParallel } from '../core/in-parallel';
import type { StopToken } from '../core/until-stopped';

/** A file that was looked at. */
export interface Sized {
  /** The number of bytes that are read when it is taken; 0 where nothing is read. */
  readonly size: number;
}

/** Larger files are taken one after the other, so that few megabytes are held, in bytes. */
const large = 100_000;

/** Looks at each item and takes it, `limit` at the same time; begins with none once it is stopped. */
export async function takeFiles<T, F extends Sized>(
  items: readonly T[],
  limit: number,
  token: Pick<StopToken, 'isCancellationRequested'>,
  look: (item: T) => Promise<F>,
  take: (file: F) => Promise<void>,
): Promise<void> {
  const takeUnlessStopped = async (file: F) => {
    if (!token.isCancellationRequested) await take(file);
  };
  let lastLarge = Promise.resolve();
  await inParallel(items, limit, token, async (item) => {
    const file = await look(item);
    if (file.size <= large) return takeUnlessStopped(file);
    await (lastLarge = lastLarge.then(() => takeUnlessStopped(file)));
  });
}
