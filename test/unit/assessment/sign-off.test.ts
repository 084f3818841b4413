import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSignature } from '../../../src/assessment/edit/sign-off-edit';
import { parseAssessment } from '../../../src/assessment/parse';
import { contentDigest, signedContent } from '../../../src/assessment/sign-off';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { root } from '../../support/root';
import { yaml } from '../../support/yaml';

const text = `# a comment
sheet: psirt-maturity@1.0
subject: Router
target: 3
areas:
  "2": { target: 4, note: x }
services:
  "1.2":
    score: 2
    target: 3.5
    evidence: [b.md, { link: a.md, expires: 2027-01-01 }, b.md]
    note: x
    criteria:
      2b: { state: partly, evidence: [c.md] }
      2a: met
  "1.1": 0 # zero
  "2.3": { excluded: Ships no "parts" }
  "3.1":
`;
const canonical =
  '{"areas":{"2":{"target":4}},"services":{"1.1":{"score":0},"1.2":{"criteria":{"2a":{"state":"met"},' +
  '"2b":{"evidence":["c.md"],"state":"partly"}},"evidence":["a.md","b.md"],"score":2,"target":3.5},' +
  '"2.3":{"excluded":"Ships no \\"parts\\""}},"sheet":"psirt-maturity@1.0","target":3}';

describe('what is signed off', () => {
  it('has a canonical form, whose SHA-256 is the digest', () => {
    const assessment = parseAssessment(text);
    assert.equal(signedContent(assessment), canonical);
    assert.equal(contentDigest(assessment), `sha256-${createHash('sha256').update(canonical).digest('hex')}`);
  });

  it('is the same however the file is laid out, whatever is noted in it, and whoever signed it', () => {
    const same = [
      text.replace('# a comment\n', '').replace('# zero', '').replaceAll('\n', '\r\n'),
      text.replace('"1.1": 0 # zero\n', '"1.1": { score: 0, note: y, plan: [{ action: x }] }\n'),
      text.replace('[b.md, { link: a.md, expires: 2027-01-01 }, b.md]', '[a.md, b.md]'),
      text.replace(
        'subject: Router\n',
        yaml`
          subject: Other
          assessed: 2026-11-20
          assessors: [PSO]
        `,
      ),
      text.replace('  "3.1":\n', ''),
    ];
    for (const other of same) assert.equal(signedContent(parseAssessment(other)), canonical, other);
    const sparse = parseAssessment('services: { "1.1": 1 }\n');
    const full = parseAssessment(yaml`
      sheet: psirt-maturity@1.0
      target: 2.5
      areas: {}
      services: { "1.1": 1 }
    `);
    assert.equal(signedContent(sparse), signedContent(full), 'what is assumed is as if it were written');
  });

  it('is another for each score, target, exclusion, criterion and link', () => {
    const others = ['target: 3\n', '"2": { target: 4', 'score: 2', '3.5', 'a.md', 'partly', 'c.md', 'Ships'].map(
      (part) => text.replace(part, part.replace(/\d(?!.*\d)/, '1').replace(/^[a-zS][^:]*$/, 'unmet')),
    );
    const digests = new Set([text, ...others].map((other) => contentDigest(parseAssessment(other))));
    assert.equal(digests.size, others.length + 1);
  });

  it('has the test vectors that are documented, in both languages', () => {
    for (const name of ['sign-off.md', 'sign-off.ja.md']) {
      const page = readFileSync(join(root, 'docs', name), 'utf8');
      const [file, form, digest] = [/```yaml\n([^]*?)```/, /```json\n(.*)\n```/, /sha256-[0-9a-f]{64}/].map(
        (expression) => expression.exec(page)?.at(-1) ?? '',
      ) as [string, string, string];
      assert.equal(signedContent(parseAssessment(file)), form);
      assert.equal(contentDigest(parseAssessment(file)), digest);
    }
  });
});

describe('a sign-off', () => {
  const signature = { by: 'Head of Product Security', on: '2026-11-27', content: `sha256-${'a'.repeat(64)}` };
  const lines = yaml`
    by: Head of Product Security
        on: 2026-11-27
        content: ${signature.content}
  `;
  const signed = (before: string) => {
    const plan = addSignature(parseAssessment(before), signature);
    return 'edits' in plan ? applyEdits(before, plan.edits) : plan.refused.key;
  };

  it('is written above areas and services, and does not change what is signed', () => {
    const after = signed(text);
    assert.equal(after, text.replace('areas:\n', `sign-off:\n  - ${lines}areas:\n`));
    assert.equal(contentDigest(parseAssessment(after)), contentDigest(parseAssessment(text)));
  });

  it('goes behind those that are there, in their layout', () => {
    const once = signed(text);
    assert.equal(signed(once), once.replace(lines, `${lines}  - ${lines}`));
    const flow = 'sign-off: []\nservices: { "1.1": 1 }\n';
    assert.match(
      signed(flow),
      /^sign-off: \[\{ by: Head of Product Security, on: 2026-11-27, content: sha256-a+ \}\]$/m,
    );
    assert.match(signed('sign-off:\nservices: { "1.1": 1 }\n'), /^sign-off:\n {2}- by: Head/);
    assert.match(signed('services:\n  "1.1": 1\n'), /^sign-off: \[\{ by.*\nservices:/);
  });

  it('is refused where the file cannot be read', () => {
    assert.equal(signed('services: {\n'), 'edit.broken');
  });
});
