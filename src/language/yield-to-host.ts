/** Yields to the host during long work: the thread is shared with everything else that an editor asks for. */

/** How long work may go on without yielding, in milliseconds, not counting the step that it is in. */
const slice = 15;

let begun = 0;
let last = Promise.resolve();

/**
 * Yields to other work, if that was not done for a while. To be awaited between the steps of any long work; callers
 * that wait at the same time continue one by one, each in a turn of the event loop of its own.
 */
export async function yieldToHost(): Promise<void> {
  if (performance.now() - begun > slice) await (last = last.then(nextTurn));
}

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  begun = performance.now();
}
