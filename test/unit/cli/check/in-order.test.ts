import assert from 'node:assert/strict';
import { grouped, inOrder } from '../../../../src/cli/check/in-order';

describe('work on many items in order', () => {
  it('takes no more items than are under way, however slowly the results are taken', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<number> {
      for (;;) yield await Promise.resolve(taken++);
    }
    const [size, atOnce] = [16, 4];
    let given = 0;
    for await (const group of inOrder(grouped(endless(), size), (items) => Promise.resolve(items), atOnce)) {
      assert.equal(group[0], given);
      given += group.length;
      assert.ok(taken <= given + size * atOnce, `${taken} taken for ${given}`);
      if (given > 1000) break;
    }
  });
});
