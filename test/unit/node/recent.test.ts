import assert from 'node:assert/strict';
import { Recent } from '../../../src/node/recent';

describe('what is remembered', () => {
  it('is a limited number of entries, of which the oldest is forgotten first', () => {
    const names = new Recent<string, number>(2);
    names.set('a', 1).set('b', 2).set('a', 3);
    assert.deepEqual(
      [...names],
      [
        ['a', 3],
        ['b', 2],
      ],
    );
    assert.deepEqual(
      [...names.set('c', 4)],
      [
        ['b', 2],
        ['c', 4],
      ],
    );
  });
});
