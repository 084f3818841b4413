/** A token that tells that a result is no longer needed: VS Code's `CancellationToken`. */
export interface StopToken {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** Thrown when a result is no longer needed. */
export class Stopped extends Error {}

/**
 * The result of `work`; rejects with `Stopped` as soon as the token is cancelled, since other extensions' work may
 * never end.
 */
export async function untilStopped<T>(work: PromiseLike<T>, token: StopToken | undefined): Promise<T> {
  if (!token) return work;
  if (token.isCancellationRequested) throw new Stopped();
  let subscription: { dispose(): void } | undefined;
  const stopped = new Promise<never>((_, reject) => {
    subscription = token.onCancellationRequested(() => reject(new Stopped()));
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    subscription?.dispose();
  }
}
