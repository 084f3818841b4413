import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownFile } from '../../../../src/assessment/edit/own-file';
import { ownFileName } from '../../../../src/assessment/file-name';
import { parseAssessment } from '../../../../src/assessment/parse';
import { serviceIds } from '../../../../src/sheet/sheet';
import { randomFiles } from '../../../support/random-file';

const agreed = `# Edge router
sheet: psirt-maturity@1.0
subject: Edge router
assessed: 2026-11-20
assessors: [Quality Assurance, Product Security Office]
target: 2.5
sign-off:
  - { by: Head, on: 2026-11-20, content: sha256-${'0'.repeat(64)} }
areas:
  "1": { target: 3 }
services:
  # 1 Stakeholders
  "1.1": 2                    # Internal stakeholders
  "1.2":                      # Finders
    score: 3
    target: 4
    responder: Support
    votes: { QA: 3 }
    note: |
      We meet monthly.
    evidence:
      - docs/charter.md
    criteria:
      2a: met
    plan:
      - { action: Publish, owner: Office }
  "1.3": { score: 1, target: 3 }
  "2.3": { excluded: Ships no parts }
  "2.4":
`;

const made = (text: string) => ownFile(parseAssessment(text), { owner: 'router.psirt.yaml', assessor: 'Legal: A' });

describe("an assessor's own file", () => {
  it('has the structure of the agreed one, and none of its answers', () => {
    const file = made(agreed);
    assert.ok('text' in file);
    assert.equal(
      file.text,
      `# Edge router
sheet: psirt-maturity@1.0
subject: Edge router
individual-for: router.psirt.yaml
assessors: ["Legal: A"]
target: 2.5
areas:
  "1": { target: 3 }
services:
  # 1 Stakeholders
  "1.1":                      # Internal stakeholders
  "1.2":                      # Finders
    target: 4
    responder: Support
  "1.3": { target: 3 }
  "2.3": { excluded: Ships no parts }
  "2.4":
`,
    );
  });

  it('holds no answer of any file, whatever its layout, or is not made', () => {
    let count = 0;
    fc.assert(
      fc.property(randomFiles, ({ text }) => {
        const file = made(text);
        if (!('text' in file)) return;
        count++;
        const own = parseAssessment(file.text);
        assert.equal(own.individualFor?.value, 'router.psirt.yaml');
        for (const id of serviceIds) {
          const { score, note, evidence = [], plan = [] } = own.services.get(id) ?? {};
          assert.deepEqual([score, note, ...evidence, ...plan], [undefined, undefined], file.text);
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(count > 30, String(count));
  });

  it('is named for who scores', () => {
    assert.equal(ownFileName('edge-router.psirt.yml', 'Quality Assurance'), 'edge-router.quality-assurance.psirt.yml');
    assert.equal(ownFileName('edge-router.psirt.yaml', '品質保証部'), 'edge-router.品質保証部.psirt.yaml');
    assert.equal(ownFileName('edge-router.psirt.yaml', '../../etc/passwd'), 'edge-router.etc-passwd.psirt.yaml');
  });
});
