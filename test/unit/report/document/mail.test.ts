/** The report for the body of a mail: what mail programs keep, and no more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';
import { exampleSession, tagsOf, textOf } from '../../../support/reports';

const example = readFileSync(join('examples', 'edge-router.psirt.yaml'), 'utf8');

async function mailOf(session: Session, ...args: string[]): Promise<string> {
  const { stdout, stderr, status } = await session.run([
    'report',
    '--format',
    'mail',
    '--today',
    '2026-11-23',
    ...args,
  ]);
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('the report for a mail', () => {
  for (const language of languages) {
    it(`has its styles on the elements, and nothing that mail programs drop or load (${language})`, async () => {
      const tags = tagsOf(await mailOf(exampleSession(), 'edge-router.psirt.yaml', '--lang', language));
      const names = new Set(tags.map(({ name }) => name));
      for (const dropped of ['style', 'svg', 'img', 'script', 'link', 'form', 'a'])
        assert.ok(!names.has(dropped), dropped);
      const attributes = tags.flatMap(({ attributes: own }) => [...own.keys()]);
      assert.ok(attributes.includes('style'));
      for (const unknown of ['class', 'id', 'href', 'src']) assert.ok(!attributes.includes(unknown), unknown);
      const styles = tags.map(({ attributes: own }) => own.get('style') ?? '');
      assert.ok(styles.every((style) => !/var\(|url\(|color-mix|grid|flex/.test(style)));
    });
  }

  it('says where one assessment stands, area by area, with what is weakest and what is planned', async () => {
    const text = textOf(await mailOf(exampleSession(), 'edge-router.psirt.yaml', '--lang', 'en'));
    assert.match(text, /The average is 2\.38 of 5/);
    assert.match(text, /2 Vulnerability discovery\s*2\.80/);
    assert.match(text, /4\.4 Vulnerability metrics\s*0 \/ 2\.5/);
    assert.match(text, /2027-01-29\s*Invite Manufacturing/);
  });

  it('ranks several assessments, and counts those it has no room for', async () => {
    const files = Array.from({ length: 52 }, (_, index): [string, string] => [
      `product-${index}.psirt.yaml`,
      example.replace(/^subject: .*$/m, `subject: Product ${index}`),
    ]);
    const text = textOf(await mailOf(new Session().write(Object.fromEntries(files)), '.', '--lang', 'en'));
    assert.equal(text.match(/Product \d+/g)?.length, 50);
    assert.match(text, /2 more assessments\./);
  });

  it('stays below 100 KB, however long names, actions and lists are', async () => {
    const long = 'ER-400 '.repeat(28);
    const plan = Array.from({ length: 100 }, () => `{ action: ${long}, owner: ${long}, due: 2027-01-01 }`);
    const text = example
      .replace(/^subject: .*$/m, `subject: ${long}`)
      .replace(/^ {2}"1\.1":[^]*?(?=^ {2}"1\.2":)/m, `  "1.1": { score: 1, plan: [${plan.join(', ')}] }\n`);
    const files = Array.from({ length: 100 }, (_, index): [string, string] => [`product-${index}.psirt.yaml`, text]);
    const session = new Session().write(Object.fromEntries(files));
    for (const path of ['product-0.psirt.yaml', '.']) {
      const size = Buffer.byteLength(await mailOf(session, path)) / 1024;
      assert.ok(size < 100, `${path}: ${size.toFixed(1)} KB`);
    }
  });
});
