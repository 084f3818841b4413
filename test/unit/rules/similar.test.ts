import assert from 'node:assert/strict';
import { mostSimilar } from '../../../src/rules/similar';
import { within } from '../../support/within';

describe('the names most like one', () => {
  it('share at least half of their pairs of characters, the likeliest first', () => {
    const names = ['roles-and-duties', 'role', 'roles', 'contact', 'rolls'];
    assert.deepEqual(mostSimilar('roles', names), ['roles', 'role', 'rolls']);
    assert.deepEqual(mostSimilar('Contacts', names), ['contact']);
    assert.deepEqual(mostSimilar('x', names), []);
    // A pair counts as often as both have it.
    assert.deepEqual(mostSimilar('aaaa', ['aaaaaaaaaaaaaaaa', 'aa', 'aaa']), ['aaa', 'aa']);
  });

  it('are found at once, however long and many they are', () => {
    const long = 'ab'.repeat(200_000);
    assert.deepEqual(
      within(4000, () => mostSimilar(long, [long, 'ab'])),
      [long],
    );
    assert.deepEqual(
      within(4000, () =>
        mostSimilar(
          long,
          Array.from({ length: 20_000 }, (_, at) => `a${at}`),
        ),
      ),
      [],
    );
  });
});
