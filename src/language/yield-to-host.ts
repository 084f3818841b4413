/** Yields to the host during long work: the thread is shared with everything else the editor does. */

/** Work continues for this long without yielding, in milliseconds, not counting its current step. */
const slice = 15;

let begun = 0;
let last = Promise.resolve();

/**
 * Yields to other work if that has not happened for a while. Await it between the steps of any long work; concurrent
 * callers continue one by one, each in its own turn of the event loop.
 */
export async function yieldToHost(): Promise<void> {
  if (performance.now() - begun > slice) await (last = last.then(nextTurn));
}

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  begun = performance.now();
}
