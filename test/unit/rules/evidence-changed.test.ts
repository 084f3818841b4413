import assert from 'node:assert/strict';
import * as edits from '../../../src/rules/edits';
import { knownDocuments } from '../../support/known-documents';
import { fixed, problemsOf } from '../../support/problems';
import { yaml } from '../../support/yaml';

const [before, now] = ['a'.repeat(64), 'b'.repeat(64)];
const documents = knownDocuments({ 'audit.pdf': { exists: true, digest: now } });

/** The text after the fix with a title, of the only problem about changed evidence. */
function after(text: string, title: string): string | undefined {
  const problems = problemsOf(text, { documents, today: '2026-11-23' }).filter(
    ({ rule }) => rule === 'evidence-changed',
  );
  const fix = problems.flatMap(({ fixes }) => fixes?.(edits) ?? []).find((one) => one.title === title);
  return fix && fixed(text, fix);
}

const renew = 'Record the digest anew: it still supports the score';

describe('evidence that has changed', () => {
  it('is renewed with the day of collection, where there is one; all else stays byte for byte', () => {
    const text = yaml`
      # ours
      services:
        "2.1":
          evidence:
            - link: audit.pdf   # the audit
              collected: 2026-06-30   # by mail
              sha256: "${before}"
              note: Whole
    `;
    const expected = text.replace('2026-06-30', '2026-11-23').replace(`"${before}"`, now);
    assert.equal(after(text, renew), expected);
  });

  it('is renewed without inventing a day', () => {
    const text = `services: { "2.1": { score: 2, evidence: [{ link: audit.pdf, sha256: ${before} }] } }\n`;
    assert.equal(after(text, renew), text.replace(before, now));
  });

  it('is renewed at a criterion', () => {
    const text = yaml`
      services:
        "2.1":
          criteria:
            2c: { state: met, evidence: [{ link: audit.pdf, sha256: ${before} }] }
    `;
    assert.equal(after(text, renew), text.replace(before, now));
  });

  it('can be removed; neither fix is preferred, since a person has to read the document again', () => {
    const text = `services: { "2.1": { score: 2, evidence: [{ link: audit.pdf, sha256: ${before} }] } }\n`;
    assert.equal(after(text, 'Remove this evidence'), 'services: { "2.1": { score: 2 } }\n');
    const changed = problemsOf(text, { documents }).filter(({ rule }) => rule === 'evidence-changed');
    const preferred = changed.flatMap(({ fixes }) => fixes?.(edits) ?? []).map((fix) => fix.preferred);
    assert.deepEqual(preferred, [false, false]);
  });
});
