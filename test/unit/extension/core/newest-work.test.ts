import assert from 'node:assert/strict';
import { NewestWork } from '../../../../src/extension/core/newest-work';

describe('work of which only the newest is heard', () => {
  const sources = () =>
    new NewestWork(() => ({
      ended: false,
      cancel: function () {
        this.ended = true;
      },
    }));

  it('ends what was begun before, which says nothing any more', () => {
    const work = sources();
    const [first, second] = [work.begin(), work.begin()];
    assert.deepEqual([first.ended, second.ended], [true, false]);
    assert.deepEqual([work.isNewest(first), work.isNewest(second)], [false, true]);
  });

  it('may say how far it came where it is stopped, and nothing where all is over', () => {
    const work = sources();
    const source = work.begin();
    work.stop();
    assert.deepEqual([source.ended, work.isNewest(source)], [true, true]);
    work.dispose();
    assert.equal(work.isNewest(source), false);
  });
});
