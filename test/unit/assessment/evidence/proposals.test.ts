import assert from 'node:assert/strict';
import { proposalsFor } from '../../../../src/assessment/evidence/proposals';
import type { FoundEvidence } from '../../../../src/assessment/evidence/propose';
import { parseAssessment } from '../../../../src/assessment/parse';
import { yaml } from '../../../support/yaml';

const home = { file: '/repo/team/router.psirt.yaml', root: '/repo' };
const policy: FoundEvidence = { kind: 'security-policy', path: 'SECURITY.md' };
const section: FoundEvidence = { kind: 'reporting', path: 'docs/a.md', heading: { anchor: 'reporting', title: 'R' } };

/** What is proposed, as `service criterion path#heading`. */
function proposed(text: string, ...found: readonly FoundEvidence[]): string[] {
  return proposalsFor(parseAssessment(text), home, found).map(({ service, criterion, found: { path, heading } }) =>
    [service, ...(criterion ? [criterion] : []), path + (heading ? `#${heading.anchor}` : '')].join(' '),
  );
}

describe('proposed citations', () => {
  it('are in the order of the sheet, for services whether or not the file has them', () => {
    assert.deepEqual(proposed('', section, policy), ['2.1 SECURITY.md', '2.1 docs/a.md#reporting', '3.2 SECURITY.md']);
  });

  it('are for a criterion where the file answers criteria of the service', () => {
    const text = 'services: { "2.1": { score: 2, criteria: { 2a: met } }, "3.2": 2 }\n';
    assert.deepEqual(proposed(text, policy), ['2.1 2c SECURITY.md', '3.2 SECURITY.md']);
  });

  it('leave out what the service cites already, however the path is written, also at a criterion', () => {
    for (const link of ['/SECURITY.md', '../SECURITY.md', '"../SECURITY.md#contact"', '/%53ECURITY.md']) {
      assert.deepEqual(proposed(`services: { "2.1": { evidence: [${link}] } }\n`, policy), ['3.2 SECURITY.md'], link);
      const text = `services: { "2.1": { criteria: { 3a: { evidence: [${link}] } } } }\n`;
      assert.deepEqual(proposed(text, policy), ['3.2 SECURITY.md'], link);
    }
    const other = 'services: { "2.1": { evidence: [../docs/a.md#other, SECURITY.md] } }\n';
    assert.deepEqual(proposed(other, section, policy), [
      '2.1 SECURITY.md',
      '2.1 docs/a.md#reporting',
      '3.2 SECURITY.md',
    ]);
    assert.deepEqual(proposed('services: { "2.1": { evidence: [../docs/a.md] } }\n', section), []);
  });

  it('leave out services that are excluded', () => {
    const text = yaml`
      services:
        "2.1": { excluded: No reports }
    `;
    assert.deepEqual(proposed(text, policy, section), ['3.2 SECURITY.md']);
  });

  it('name a file once for a service, whatever it shows of it', () => {
    const key: FoundEvidence = { kind: 'encryption-key', path: 'security.txt' };
    const contact: FoundEvidence = { kind: 'security-txt', path: 'security.txt' };
    assert.deepEqual(proposed('', contact, key), ['2.1 security.txt']);
    const answered = 'services: { "2.1": { criteria: { 2a: met } } }\n';
    assert.deepEqual(proposed(answered, contact, key), ['2.1 2c security.txt', '2.1 3g security.txt']);
  });
});
