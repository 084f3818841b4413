/**
 * The documents are compared with files in `golden/`; `UPDATE_GOLDEN=1 npm run test:unit` writes them anew. Look at
 * them then.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../src/messages/messages';
import type { Session } from '../../support/session';
import { examples, exampleSession, reportOf, tagsOf, textOf } from '../../support/reports';
import { yaml } from '../../support/yaml';

const ours = [['markdown'], ['html'], ['svg', 'radar'], ['svg', 'grid'], ['svg', 'badge']] as const;

describe('a document', () => {
  let session: Session;
  before(() => (session = exampleSession()));
  after(() => session.remove());

  for (const [format, picture] of ours) {
    for (const language of languages) {
      for (const example of examples) {
        const name = [example, picture, language, { markdown: 'md', html: 'html.txt', svg: 'svg' }[format]]
          .filter(Boolean)
          .join('.');
        it(`reads right: ${name}`, async () => {
          const report = await reportOf(session, `${example}.psirt.yaml`, [
            '--format',
            format,
            '--lang',
            language,
            ...(picture ? ['--view', picture] : []),
          ]);
          // Of a page the text counts here; how it looks is looked at.
          const text = format === 'html' ? textOf(report) : report;
          const golden = join(__dirname, 'golden', 'reports', name);
          if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
          assert.equal(text, readFileSync(golden, 'utf8'));
        });
      }
    }
  }
});

describe('evidence in a report', () => {
  let session: Session;
  before(() => {
    const evidence = [
      'gone.md',
      'charter.md#none',
      'charter.md#roles',
      '{ link: old.pdf, expires: 2026-01-01 }',
      '{ link: old.pdf, collected: 2027-01-01, expires: 2026-11-01 }',
    ];
    const items = evidence.map((item) => `      - ${item}\n`).join('');
    const text = yaml`
      services:
        "1.1":
          score: 3
          evidence:
      ${items}`;
    session = exampleSession().write({ 'charter.md': '# Roles\n', 'old.pdf': '', 'troubled.psirt.yaml': text });
  });
  after(() => session.remove());

  it('is marked where it is missing, has no such heading, or its days are wrong', async () => {
    const marks = async (format: string, language: string, pattern: RegExp) => {
      const report = await reportOf(session, 'troubled.psirt.yaml', ['--format', format, '--lang', language]);
      return [...report.matchAll(pattern)].map(([item]) => textOf(item).replaceAll('\n', ' ').trim());
    };
    assert.deepEqual(await marks('html', 'en', /<li><code>(?:gone|charter|old).*?<\/li>/g), [
      'gone.md Not found',
      'charter.md#none No such heading',
      'charter.md#roles',
      'old.pdf Expired · expires 2026-01-01',
      'old.pdf Dated in the future Expired · collected 2027-01-01 · expires 2026-11-01',
    ]);
    assert.match((await marks('html', 'ja', /<li><code>gone.*?<\/li>/g))[0] ?? '', /文書が見つかりません/);
    assert.deepEqual(await marks('markdown', 'en', /^- (?:gone|old).*$/gm), [
      '- gone.md · ⚠ Not found',
      '- old.pdf · ⚠ Expired · expires 2026-01-01',
      '- old.pdf · ⚠ Dated in the future · ⚠ Expired · collected 2027-01-01 · expires 2026-11-01',
    ]);
  });

  it('is not marked where its rule is off', async () => {
    session.write({
      'quiet.psirt.yaml': yaml`
        services:
          "1.1":
            score: 3
            evidence: [gone.md]
        rules: { evidence-not-found: off }
      `,
    });
    assert.doesNotMatch(await reportOf(session, 'quiet.psirt.yaml', ['--format', 'html']), /Not found/);
  });
});

describe('the HTML report', () => {
  let session: Session;
  before(() => (session = exampleSession()));
  after(() => session.remove());

  it('is one file that loads nothing and runs nothing', async () => {
    const html = await reportOf(session, '.', ['--format', 'html']);
    assert.match(
      html,
      /^<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"\/?><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
    );
    const tags = tagsOf(html);
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base'])
      assert.ok(!tags.some((tag) => tag.name === name), name);
    assert.doesNotMatch(html, /url\((?!#)|@import/);
  });

  it('is in the language asked for, and named for what it is about', async () => {
    const html = await reportOf(session, 'edge-router.psirt.yaml', ['--format', 'html', '--lang', 'ja']);
    assert.match(html, /<html lang="ja">/);
    assert.match(html, /<title>PSIRT成熟度：ER-400 edge router firmware<\/title>/);
  });

  it('has no address twice, and leads to none that is not there', async () => {
    const tags = tagsOf(await reportOf(session, '.', ['--format', 'html']));
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    const targets = tags.flatMap(({ attributes }) => /^#(.+)/.exec(attributes.get('href') ?? '')?.[1] ?? []);
    assert.ok(targets.length >= 3 * 7);
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target)),
      [],
    );
  });

  it('shows notes as the panel does', async () => {
    const html = await reportOf(session, 'edge-router.psirt.yaml', ['--format', 'html']);
    assert.match(html, /Manufacturing is <strong>not<\/strong> represented/);
  });

  it('says of a file that can not be read in full that it is not scored', async () => {
    session.write({ 'broken/a.psirt.yaml': 'subject: Router\nservices: { "1.1": 2\n' });
    const text = textOf(await reportOf(session, 'broken/a.psirt.yaml', ['--format', 'html']));
    assert.match(text, /Cannot be scored/);
    assert.doesNotMatch(text, /Maturity grid/);
  });
});
