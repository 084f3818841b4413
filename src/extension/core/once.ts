/**
 * Calls `make` on the first call, and returns the same result from then on. What failed is made anew at the next call:
 * in a browser, code that is loaded late may not arrive.
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  const forget = (error: unknown): never => {
    made = undefined;
    throw error;
  };
  return () => (made ??= make().catch(forget));
}
