/** Long work in short steps: the thread is shared with everything else that an editor asks. */

/** How long one may work without giving way, in milliseconds: what one then does at a stretch comes on top of it. */
const slice = 15;

let begun = 0;
let last = Promise.resolve();

/**
 * Lets others have their turn, when nobody has for a while. To be awaited between two pieces of work, by everybody who
 * has many: those that wait go on one by one, each in a turn of its own.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - begun > slice) await (last = last.then(nextTurn));
}

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  begun = performance.now();
}
