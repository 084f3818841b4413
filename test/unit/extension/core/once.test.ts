import assert from 'node:assert/strict';
import { once } from '../../../../src/extension/core/once';

describe('Something made once', () => {
  it('is made for the first call only, also while that is under way', async () => {
    let count = 0;
    const made = once(async () => ++count);
    assert.deepEqual(await Promise.all([made(), made()]), [1, 1]);
    assert.equal(await made(), 1);
  });

  it('is made anew after a failure, which each call that waited for it learns of', async () => {
    let count = 0;
    const made = once(async () => {
      if (++count === 1) throw new Error('offline');
      return count;
    });
    const both = await Promise.allSettled([made(), made()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(await made(), 2);
  });
});
