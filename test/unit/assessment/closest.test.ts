import assert from 'node:assert/strict';
import { closest } from '../../../src/assessment/closest';

describe('the key that was meant', () => {
  it('is at most two letters away, and less than half of the word', () => {
    const keys = ['score', 'target', 'excluded', 'evidence', 'note', 'plan'];
    for (const [typed, meant] of [
      ['scroe', 'score'],
      ['SCORE', 'score'],
      ['targt', 'target'],
      ['exluded', 'excluded'],
      ['notes', 'note'],
      ['plna', 'plan'],
      ['evidences', 'evidence'],
    ] as const)
      assert.equal(closest(typed, keys), meant, typed);
    for (const typed of ['', 's', 'na', 'reason', 'comment', 'x'.repeat(1000)])
      assert.equal(closest(typed, keys), undefined, typed);
  });
});
