import assert from 'node:assert/strict';
import { yieldToHost, yieldToHostFirst } from '../../../src/language/yield-to-host';

/** The time the product sees, in milliseconds: it goes on where something works, and nowhere else. */
let now = 1_000_000;

/** Holds the thread for a time. */
function work(time: number): void {
  now += time;
}

describe('yield-to-host', () => {
  const { now: real } = performance;
  before(() => (performance.now = () => now));
  after(() => (performance.now = real));

  it('gives others their turn, however many work at the same time', async () => {
    const [pieces, piece] = [20, 8];
    let done = 0;
    const doneAtTurns: number[] = [];
    const takeTurn = (): void => {
      doneAtTurns.push(done);
      if (done < pieces * 2) setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    const worker = async (): Promise<void> => {
      for (let round = 0; round < 2; round++) {
        await yieldToHost();
        work(piece);
        done++;
      }
    };
    await Promise.all(Array.from({ length: pieces }, worker));
    const atOnce = doneAtTurns.map((count, index) => count - (doneAtTurns[index - 1] ?? 0));
    assert.ok(Math.max(...atOnce) <= 3, `${Math.max(...atOnce)} pieces of ${piece} ms without a turn for others`);
    assert.equal(done, pieces * 2);
  });

  it('lets a few steps go first, each after a turn of others as well', async () => {
    work(20);
    const ended: string[] = [];
    const worker = async (name: string, wait: () => Promise<void>): Promise<void> => {
      await wait();
      work(20);
      ended.push(name);
    };
    let turns = 0;
    const takeTurn = (): void => void (turns++, ended.length < 11 && setImmediate(takeTurn));
    setImmediate(takeTurn);
    await Promise.all([
      ...Array.from({ length: 10 }, () => worker('waits', yieldToHost)),
      worker('first', yieldToHostFirst),
    ]);
    assert.ok(ended.indexOf('first') <= 1, ended.join());
    assert.ok(turns > 5, `${turns} turns`);
  });

  it('costs nothing where nobody has waited for long', async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await yieldToHost();
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    for (let round = 0; round < 1000; round++) await yieldToHost();
    clearInterval(others);
    assert.ok(turns <= 1);
  });
});
