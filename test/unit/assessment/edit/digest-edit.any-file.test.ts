import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allEvidence, type Assessment } from '../../../../src/assessment/assessment';
import { recordDigests } from '../../../../src/assessment/edit/digest-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { commentsOf } from '../../../../src/assessment/yaml/comments';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { plainOf } from '../../../../src/assessment/yaml/tree';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { yaml } from '../../../support/yaml';

const digest = `12${'ab'.repeat(31)}`;

const wantedFor = ({ services }: Assessment) =>
  [...services.values()].flatMap((entry) => allEvidence(entry).map(({ link }) => ({ entry, link: link.span, digest })));

/** The content without digests, in which a bare link and a map of only a link are the same. */
function withoutDigests({ tree }: Assessment): string {
  return JSON.stringify(tree && plainOf(tree), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('link' in value)) return value;
    const { sha256: _, ...rest } = value as Record<string, unknown>;
    return Object.keys(rest).length === 1 ? rest['link'] : rest;
  });
}

describe('recording digests in any file', () => {
  it('changes nothing else, keeps comments, and never refuses an ordinary file', () => {
    let recorded = 0;
    fc.assert(
      fc.property(randomFiles, ({ text, ordinary }) => {
        const before = parseAssessment(text);
        const wanted = wantedFor(before);
        const plan = recordDigests(before, wanted);
        if ('refused' in plan) return void assert.ok(!ordinary, text);
        const after = parseAssessment(applyEdits(text, plan.edits));
        assert.deepEqual(commentsOf(after.text), commentsOf(text));
        assert.equal(withoutDigests(after), withoutDigests(before), after.text);
        const digests = [...after.services.values()].flatMap((entry) => allEvidence(entry).map(({ sha256 }) => sha256));
        assert.ok(digests.every((one) => one?.value === digest));
        recorded += digests.length;
      }),
      fuzzRuns(300),
    );
    assert.ok(recorded > 50);
  });

  it('gives a bare link in a list of lines a line for its digest, and keeps the comment beside it', () => {
    const text = yaml`
      services:
        "2.1":
          evidence:
            - docs/report, final.md   # signed
            - 'docs/a.md'
          criteria:
            2a: { evidence: [docs/b.md] }
    `;
    const before = parseAssessment(text);
    const plan = recordDigests(before, wantedFor(before));
    assert.equal(
      'edits' in plan && applyEdits(text, plan.edits),
      yaml`
        services:
          "2.1":
            evidence:
              - link: docs/report, final.md   # signed
                sha256: ${digest}
              - link: 'docs/a.md'
                sha256: ${digest}
            criteria:
              2a: { evidence: [{ link: docs/b.md, sha256: ${digest} }] }
      `,
    );
  });

  it('quotes a digest that looks like a number', () => {
    const text = 'services: { "2.1": { evidence: [a.md] } }\n';
    const before = parseAssessment(text);
    const [wanted] = wantedFor(before);
    assert.ok(wanted);
    const plan = recordDigests(before, [{ ...wanted, digest: `${'1'.repeat(10)}e${'2'.repeat(53)}` }]);
    assert.match('edits' in plan ? applyEdits(text, plan.edits) : '', /sha256: "1{10}e2{53}"/);
  });
});
