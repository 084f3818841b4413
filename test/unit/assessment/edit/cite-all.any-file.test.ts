import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citeAll, type NewCitation } from '../../../../src/assessment/edit/cite-all';
import { parseAssessment } from '../../../../src/assessment/parse';
import { commentsOf } from '../../../../src/assessment/yaml/comments';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { yaml } from '../../../support/yaml';

const links = ['SECURITY.md', 'docs/a b.md#roles', 'docs/x, y.md', 'docs/$(zap) {z}.md', '脆弱性.md'];

const chosen: fc.Arbitrary<NewCitation[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('1.1', '2.1', '5.3', '6.5'),
      fc.constantFrom(undefined, '2a', '3b'),
      fc.constantFrom(...links),
    )
    .map(([service, criterion, link]) => ({ service, link, ...(criterion && { criterion }) })),
  { minLength: 1, maxLength: 6 },
);

describe('citing several documents at once, in any file', () => {
  it('cites all that was chosen, keeps everything else and all comments, and never refuses an ordinary file', () => {
    fc.assert(
      fc.property(randomFiles, chosen, ({ text, ordinary }, citations) => {
        const before = parseAssessment(text);
        const plan = citeAll(before, citations);
        if ('refused' in plan) return void assert.ok(!ordinary, text);
        const after = parseAssessment(applyEdits(text, plan.edits));
        assert.equal(after.broken, false, after.text);
        for (const { service, criterion, link } of citations) {
          const entry = after.services.get(service);
          const owner = criterion === undefined ? entry : entry?.criteria.get(criterion);
          assert.ok(
            owner?.evidence.some((piece) => piece.link.value === link),
            after.text,
          );
        }
        assert.deepEqual(commentsOf(after.text), commentsOf(text));
        for (const [id, { score }] of before.services) assert.equal(after.services.get(id)?.score?.value, score?.value);
        assert.deepEqual(citeAll(after, citations), { edits: [] }, 'once done, nothing is left to do');
      }),
      fuzzRuns(200),
    );
  });

  it('makes one set of edits of the text as it is', () => {
    const text = yaml`
      services:
        "2.1": 3   # intake
        "5.3":
          score: 2
    `;
    const plan = citeAll(parseAssessment(text), [
      { service: '2.1', link: 'SECURITY.md' },
      { service: '5.3', criterion: '3c', link: 'docs/a.md#disclosure' },
      { service: '2.1', link: '.well-known/security.txt' },
    ]);
    assert.equal(
      'edits' in plan && applyEdits(text, plan.edits),
      yaml`
        services:
          "2.1":   # intake
            score: 3
            evidence:
              - SECURITY.md
              - .well-known/security.txt
          "5.3":
            score: 2
            criteria:
              3c: { evidence: [docs/a.md#disclosure] }
      `,
    );
  });
});
