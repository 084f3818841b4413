/**
 * The tables are compared with files in `golden/`; `UPDATE_GOLDEN=1 npm run test:unit` writes them anew. Look at
 * them then. Rules have tests of their own: they are off here, but for the tests about problems.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

const rules = 'missing-score below-target average-below-target excluded-without-reason missing-evidence'.split(' ');
const rulesOff = `rules: { ${rules.map((rule) => `${rule}: off`).join(', ')} }`;

const sample = `sheet: psirt-maturity@1.0
subject: Edge router
assessed: 2026-11-20
areas: { "1": { target: 3 }, "5": { target: 0 } }
${rulesOff}
services:
  "1.1": 3
  "1.2": 1
  "1.3": 0
  "1.4": { score: 5, target: 4.5 }
  "2.1": 2
  "2.2":
  "2.3": { excluded: Ships no third-party components at all and will not do so before 2030 }
  "2.4": { excluded: }
  "3.1": 3
  "4.4": 0
  "5.1": 1
`;

describe('the table of an assessment', () => {
  let session: Session;
  beforeEach(() => (session = new Session().write({ 'router.psirt.yaml': sample })));
  afterEach(() => session.remove());
  const printed = async (columns?: number, ...args: string[]) =>
    (await session.run(['check', 'router.psirt.yaml', ...args], { columns, env: { TERM: 'dumb' } })).stdout;

  for (const language of languages) {
    for (const columns of [80, 120, undefined]) {
      const golden = join(__dirname, '..', 'golden', `table.${language}.${columns ?? 'pipe'}.txt`);
      it(`looks right in ${language}, in ${columns ?? 'a file of any number of'} columns`, async () => {
        const text = await printed(columns, '--lang', language);
        if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
        assert.equal(text, readFileSync(golden, 'utf8'));
      });
    }

    it(`fits the terminal in ${language}, problems included, with all bars in one column`, async () => {
      session.write({ 'router.psirt.yaml': sample.replace(rulesOff, '') });
      for (const columns of [50, 64, 80, 100]) {
        const lines = (await printed(columns, '--lang', language)).split('\n');
        for (const line of lines) assert.ok(stringWidth(line) <= columns, `${columns}: ${line}`);
        const bars = lines.flatMap((line) => /^(.*?)[■□◆◇]{5}/.exec(line)?.[1] ?? []);
        assert.equal(bars.length, 32);
        assert.match(lines.join('\n'), /^router\.psirt\.yaml:\d+:\d+ \S+ .*\n {4}\S/m);
        assert.equal(new Set(bars.map((before) => stringWidth(before))).size, 1);
      }
    });
  }

  it('shortens titles and reasons only when it must', async () => {
    assert.match(await printed(80), /Community and organisational engagement .*\n/);
    assert.match(await printed(80), /excluded: Ships no third-…\n/);
    assert.match(await printed(), /excluded: Ships no third-party components at all and will not do so before 2030\n/);
    assert.match(await printed(60), /Community and organ\S*…/);
  });

  it('fits text of other scripts, too', async () => {
    session.write({
      'router.psirt.yaml': sample.replace('Ships no', '한국어로').replace('Edge', '한국어로'.repeat(12)),
    });
    for (const line of (await printed(80)).split('\n')) assert.ok(stringWidth(line) <= 80, line);
  });

  it('lets no text from the file act on the terminal', async () => {
    session.write({
      'router.psirt.yaml': yaml`
        subject: "a\\e[31m\\u202eb\\nc"
        services:
          "1.1": { excluded: "\\e]0;t\\a" }
          "\\e[1mx": 1
      `,
    });
    const text = await printed(80);
    assert.doesNotMatch(text, /[\u001b\u0007\u202e]/);
    assert.match(text, /^a\ufffd\[31m\ufffdb c\nrouter\.psirt\.yaml\n/);
  });

  it('changes nothing but colour when it is coloured', async () => {
    const { stdout } = await session.run(['check', 'router.psirt.yaml'], { columns: 80, env: { TERM: 'xterm' } });
    assert.equal(stdout.replace(/\u001b\[\d+m/g, ''), await printed(80));
    assert.match(stdout, /\u001b\[31m/);
  });
});
