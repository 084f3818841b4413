import assert from 'node:assert/strict';
import { merge } from '../../../../src/assessment/merge/merge';
import { changed } from '../../../support/merge-cases';
import { yaml } from '../../../support/yaml';

const [before, after, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const base = yaml`
  services:
    "1.2":
      score: 2
      evidence:
        - link: docs/audit.pdf
          collected: 2026-10-01
          sha256: ${before}
`;
const renewed = (digest: string) =>
  changed(base, [
    ['2026-10-01', '2026-11-23'],
    [before, digest],
  ]);

describe('a merge of digests', () => {
  it('keeps what one branch renewed beside the score that the other changed', () => {
    const { text, conflicts } = merge(base, renewed(after), changed(base, [['score: 2', 'score: 3']]));
    assert.equal(text, changed(renewed(after), [['score: 2', 'score: 3']]));
    assert.equal(conflicts, 0);
  });

  it('conflicts where both recorded another', () => {
    const { text, conflicts } = merge(base, renewed(after), renewed(other));
    assert.equal(conflicts, 1);
    assert.ok(text.includes(after) && text.includes(other));
  });
});
