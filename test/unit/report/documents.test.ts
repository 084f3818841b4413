/** The documents are compared with files in `golden/`; `UPDATE_GOLDEN=1 npm run test:unit` writes them anew. Look at them then. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../src/messages/messages';
import type { Session } from '../cli/session';
import { examples, exampleSession, reportOf, tagsOf, textOf } from './report-support';

const ours = [['markdown'], ['html'], ['svg', 'radar'], ['svg', 'grid'], ['svg', 'badge']] as const;

describe('a document', () => {
  let session: Session;
  before(() => (session = exampleSession()));
  after(() => session.remove());

  for (const [format, picture] of ours) {
    for (const language of languages) {
      for (const example of examples) {
        const name = [example, picture, language, { markdown: 'md', html: 'html.txt', svg: 'svg' }[format]].filter(Boolean).join('.');
        it(`reads right: ${name}`, async () => {
          const report = await reportOf(session, `${example}.psirt.yaml`, ['--format', format, '--lang', language, ...(picture ? ['--view', picture] : [])]);
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

describe('the HTML report', () => {
  let session: Session;
  before(() => (session = exampleSession()));
  after(() => session.remove());

  it('is one file that loads nothing and runs nothing', async () => {
    const html = await reportOf(session, '.', ['--format', 'html']);
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"\/?><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:/);
    const tags = tagsOf(html);
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base']) assert.ok(!tags.some((tag) => tag.name === name), name);
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
    assert.deepEqual(targets.filter((target) => !ids.includes(target)), []);
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
