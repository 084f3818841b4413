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
  if (isDue()) await (last = last.then(nextTurn));
}

/** The same ahead of all that waits for its turn: for the few steps of what is already looked at. */
export async function yieldToHostFirst(): Promise<void> {
  if (isDue()) await nextTurn();
}

function isDue(): boolean {
  return performance.now() - begun > slice;
}

async function nextTurn(): Promise<void> {
  await new Promise<void>(endTurn);
  begun = performance.now();
}

/** By a message to ourselves: the shortest timer is one millisecond, four in browsers, as long as some files take. */
function endTurn(resume: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resume();
  };
  port2.postMessage(undefined);
}
