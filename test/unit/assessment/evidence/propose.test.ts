import assert from 'node:assert/strict';
import {
  headingPatterns,
  isNamedBy,
  proposalKinds,
  type Supported,
} from '../../../../src/assessment/evidence/proposal-kinds';
import { foundIn, worthReading } from '../../../../src/assessment/evidence/propose';
import { findCriterion, levelOfCriterion } from '../../../../src/sheet/criteria';
import { findService } from '../../../../src/sheet/sheet';
import { sheets } from '../../../support/problems';
import { within } from '../../../support/within';
import { yaml } from '../../../support/yaml';

const kindsIn = (path: string, text: string | undefined): string[] => foundIn(path, text).map(({ kind }) => kind);

describe('the kinds of evidence that are proposed', () => {
  it('are for services in scope, and criteria of what is in place', () => {
    for (const [kind, supported] of Object.entries<readonly Supported[]>(proposalKinds)) {
      for (const [id, criterion] of supported) {
        const service = findService(sheets.en, id);
        assert.equal(service?.outOfScope, false, `${kind} ${id}`);
        if (criterion === undefined) continue;
        assert.equal(service && findCriterion(service, criterion)?.kind, 'reach', `${kind} ${id} ${criterion}`);
        assert.ok(Number(levelOfCriterion(criterion)) >= 2);
      }
    }
  });
});

describe('what a file may be evidence of', () => {
  it('is told by its name and its content', () => {
    const cases: readonly (readonly [path: string, text: string, kinds: readonly string[]])[] = [
      ['SECURITY.md', 'Write to us.\n', ['security-policy']],
      ['docs/SECURITY', 'Write to us.\n', ['security-policy']],
      ['docs/security-policy.ja.md', '', ['security-policy']],
      ['.well-known/security.txt', 'Contact: mailto:psirt@example.com\n', ['security-txt']],
      [
        'security.txt',
        'Contact: mailto:a@example.com\nEncryption: https://example.com/k\n',
        ['security-txt', 'encryption-key'],
      ],
      ['security.txt', 'Nothing of the kind\n', []],
      ['.github/CODEOWNERS', '* @org/all\n', ['owners']],
      ['CODEOWNERS', '# none\n/auth/ @org/psirt\n', ['owners', 'contact']],
      ['.github/dependabot.yml', 'version: 2\n', ['updates']],
      ['keys/psirt.asc', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n', ['encryption-key']],
      ['keys/private.asc', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n', []],
      ['bom.json', '{ "bomFormat": "CycloneDX" }', ['sbom']],
      ['app.cdx.xml', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>', ['sbom']],
      ['app.spdx', 'SPDXVersion: SPDX-2.3\n', ['sbom']],
      ['bom.json', '{ "parts": [] }', []],
      ['csaf/provider-metadata.json', '{ "canonical_url": "https://example.com" }', ['csaf-provider']],
      ['csaf/x.json', '{ "document": { "category": "csaf_security_advisory" } }', ['csaf-advisory']],
      [
        'csaf/x.json',
        '{ "document": { "category": "csaf_vex", "acknowledgments": [{ "names": ["A"] }] } }',
        ['csaf-advisory', 'advisory-credit'],
      ],
      ['csaf/broken.json', '{ "document": { "category": "csaf_vex"', []],
      ['csaf/other.json', '{ "note": "csaf_vex" }', []],
      ['advisories/2026-01.md', '# CVE-2026-0001\n\nReported by A. Finder.\n', ['advisory', 'advisory-credit']],
      ['docs/EX-SA-2026-01.md', 'A vulnerability.\n', ['advisory']],
      ['CHANGELOG.md', '- Fixes CVE-2026-0001, thanks to A. Finder\n', ['release-notes', 'release-notes-credit']],
      ['CHANGELOG.md', '- Faster\n', []],
    ];
    for (const [path, text, kinds] of cases) assert.deepEqual(kindsIn(path, text), kinds, `${path}: ${text}`);
  });

  it('includes sections of documents, by their headings in either language', () => {
    const text = yaml`
      # Product security

      ## Reporting a vulnerability

      ## Response times

      ## Supported versions

      ## Bug bounty

      ## Roles and responsibilities
    `;
    assert.deepEqual(
      foundIn('docs/product.md', text).map(({ kind, heading }) => [kind, heading?.anchor]),
      [
        ['reporting', 'reporting-a-vulnerability'],
        ['response-times', 'response-times'],
        ['bounty', 'bug-bounty'],
        ['support', 'supported-versions'],
        ['roles', 'roles-and-responsibilities'],
      ],
    );
    const japanese = yaml`
      # 製品セキュリティ

      ## 脆弱性の報告方法

      ## PSIRTの体制

      ## 依存部品の監視

      ## インシデント対応
    `;
    assert.deepEqual(kindsIn('docs/体制.md', japanese), ['reporting', 'monitoring', 'incidents', 'roles']);
  });

  it('leaves out general headings of documents that are not about security', () => {
    assert.deepEqual(kindsIn('README.md', '# Tool\n\n## Acknowledgments\n\n## Roles\n\n## Severity\n'), []);
    assert.deepEqual(kindsIn('docs/guide.md', '# Tool\n\n## Incident response\n'), ['incidents']);
  });

  it('cites a document as a whole where its title says what it is', () => {
    assert.deepEqual(foundIn('docs/ir.md', '# Incident response plan\n'), [{ kind: 'incidents', path: 'docs/ir.md' }]);
  });

  it('has the day after which security.txt no longer holds', () => {
    const dayOf = (line: string) => foundIn('security.txt', `Contact: mailto:a@example.com\r\n${line}\r\n`)[0]?.expires;
    assert.equal(dayOf('Expires: 2026-01-31T00:00:00.000Z'), '2026-01-31');
    assert.equal(dayOf('expires:2026-01-31T00:00:00+09:00'), '2026-01-31');
    assert.equal(dayOf('Expires: 2026-02-31T00:00:00Z'), undefined);
    assert.equal(dayOf('Expires: soon'), undefined);
  });

  it('is an SBOM by its name where it is too large to be read; nothing else is', () => {
    assert.deepEqual(kindsIn('app.cdx.json', undefined), ['sbom']);
    assert.deepEqual(kindsIn('docs/long.md', undefined), []);
    assert.deepEqual(kindsIn('security.txt', undefined), []);
  });

  it('is told in time for hostile content', () => {
    const long = 'a'.repeat(200_000);
    within(2_000, () => {
      for (const part of ['report ', '"csaf_', 'CVE-2026-', 'component ', '-----BEGIN ', '\n# report ', 'disclosure '])
        for (const path of ['CODEOWNERS', 'SECURITY.md', 'CHANGELOG.md', 'security.txt', 'a.json', 'advisories/a.md'])
          foundIn(path, part.repeat(Math.ceil(20_000 / part.length)));
      for (const pattern of headingPatterns) isNamedBy(long, pattern);
      foundIn('a.json', `{"csaf_x": ${'['.repeat(100_000)}`);
    });
  });
});

describe('the files worth reading', () => {
  it('are those that may be evidence, the likeliest first, and not all of many', () => {
    const paths = [
      'src/a.json',
      'README.md',
      'docs/psirt.md',
      'a.txt',
      'SECURITY.md',
      'x.yml',
      'csaf/a.json',
      'bom.json',
    ];
    assert.deepEqual(worthReading(paths), [
      'SECURITY.md',
      'bom.json',
      'csaf/a.json',
      'docs/psirt.md',
      'README.md',
      'src/a.json',
    ]);
    const many = Array.from({ length: 5_000 }, (_, index) => `docs/${index}.md`);
    const kept = worthReading([...many, 'SECURITY.md']);
    assert.equal(kept.length, 1_000);
    assert.equal(kept[0], 'SECURITY.md');
  });
});
