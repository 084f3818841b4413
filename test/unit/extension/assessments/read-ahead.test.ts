import assert from 'node:assert/strict';
import { readAhead } from '../../../../src/extension/assessments/read-ahead';
import { StopSource } from '../../../support/stop-source';

const token = new StopSource().token;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Items of a size each, which note what is read before it is taken. */
function items(size: number) {
  const state = { held: 0, most: 0, looked: 0 };
  const look = async (item: number) => {
    state.looked++;
    let isRead = false;
    return {
      item,
      size,
      read: async () => {
        if (!isRead) state.most = Math.max(state.most, (state.held += size));
        isRead = true;
      },
    };
  };
  return { state, look };
}

describe('reading ahead', () => {
  it('takes every item once, in order where nothing is waited for', async () => {
    const taken: number[] = [];
    await readAhead(numbers(1000), token, items(10).look, async ({ item }) => void taken.push(item));
    assert.deepEqual(taken, numbers(1000));
  });

  it('holds no more than two batches of some megabytes, however large the files are', async () => {
    const { state, look } = items(4_000_000);
    await readAhead(numbers(600), token, look, async (one) => {
      await one.read();
      state.held -= one.size;
    });
    assert.ok(state.most <= 100_000_000, `${state.most}`);
  });

  it('leaves it to who takes a file to learn that it cannot be read', async () => {
    const look = async (item: number) => ({ item, size: 1, read: () => Promise.reject(new Error(`no ${item}`)) });
    const learnt: string[] = [];
    await readAhead(numbers(3), token, look, async (one) =>
      one.read().catch(({ message }: Error) => void learnt.push(message)),
    );
    assert.deepEqual(learnt, ['no 0', 'no 1', 'no 2']);
  });

  it('asks for 16 files at the same time, and for none after it is stopped', async () => {
    const source = new StopSource();
    let [asked, open, most] = [0, 0, 0];
    const look = async (item: number) => ({
      item,
      size: 1,
      read: async () => {
        asked++;
        most = Math.max(most, ++open);
        await new Promise(setImmediate);
        open--;
        if (asked === 100) source.cancel();
      },
    });
    await readAhead(numbers(1000), source.token, look, async () => {});
    assert.equal(most, 16);
    assert.ok(asked < 100 + 16, `${asked}`);
  });

  it('ends soon when it is stopped', async () => {
    const source = new StopSource();
    const { state, look } = items(1);
    let taken = 0;
    await readAhead(numbers(10_000), source.token, look, async () => {
      if (++taken === 5) source.cancel();
      await Promise.resolve();
    });
    assert.ok(taken < 30 && state.looked < 600, `${taken} ${state.looked}`);
  });
});
