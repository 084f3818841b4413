import assert from 'node:assert/strict';
import { takeFiles } from '../../../../src/extension/assessments/take-files';
import { StopSource } from '../../../support/stop-source';

const token = new StopSource().token;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Files of some size, and the most bytes and files that are held at the same time. */
function files(size: number) {
  const state = { held: 0, most: 0, looked: 0, taken: [] as number[] };
  const look = async (item: number) => {
    state.looked++;
    return { item, size };
  };
  const take = async ({ item }: { readonly item: number }) => {
    state.most = Math.max(state.most, (state.held += size));
    await new Promise(setImmediate);
    state.held -= size;
    state.taken.push(item);
  };
  return { state, look, take };
}

describe('taking files', () => {
  it('takes every item once, in order where nothing is waited for', async () => {
    const taken: number[] = [];
    await takeFiles(numbers(1000), 16, token, files(10).look, async ({ item }) => void taken.push(item));
    assert.deepEqual(taken, numbers(1000));
  });

  it('takes as many at the same time as it may', async () => {
    const { state, look, take } = files(10);
    await takeFiles(numbers(1000), 16, token, look, take);
    assert.equal(state.most, 16 * 10);
    assert.equal(state.taken.length, 1000);
  });

  it('takes large files one after the other, each once', async () => {
    const { state, look, take } = files(4_000_000);
    await takeFiles(numbers(100), 16, token, look, take);
    assert.equal(state.most, 4_000_000);
    assert.deepEqual(state.taken, numbers(100));
  });

  for (const size of [1, 4_000_000]) {
    it(`begins with none once it is stopped: files of ${size} bytes`, async () => {
      const source = new StopSource();
      const { state, look, take } = files(size);
      await takeFiles(numbers(10_000), 16, source.token, look, async (file) => {
        if (file.item === 5) source.cancel();
        await take(file);
      });
      assert.ok(state.looked <= 32 && state.taken.length <= 16, JSON.stringify(state));
    });
  }

  it('ends with the failure of one that cannot be taken', async () => {
    const fail = () => Promise.reject(new Error('full'));
    await assert.rejects(takeFiles(numbers(3), 16, token, files(4_000_000).look, fail), /full/);
  });
});
