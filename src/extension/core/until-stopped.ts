/** What tells that an answer is no longer waited for: a `CancellationToken` of VS Code. */
export interface StopToken {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** An answer is no longer waited for. */
export class Stopped extends Error {}

/** What `work` gives, or `Stopped` as soon as the token says so: others' work may never come to an end. */
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
