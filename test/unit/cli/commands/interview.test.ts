import assert from 'node:assert/strict';
import { Session } from '../session';

const text = `sheet: psirt-maturity@1.0
subject: Router
areas:
  "1": { responder: Support }
services:
  "1.1": 3 # kept
  "1.2": { responder: Legal, score: 2 }
  "1.3":
  "1.4": { excluded: No partners }
`;

describe('an interview', () => {
  const session = new Session();
  after(() => session.remove());
  const written = async (...options: string[]) => {
    session.write({ 'a.psirt.yaml': text });
    const { stdout } = await session.run(['report', 'a.psirt.yaml', '--format', 'interview', ...options]);
    return stdout;
  };
  const idsIn = (page: string) => Array.from(page.matchAll(/^## (\d\.\d)/gm), ([, id]) => id);

  it('asks for all services in scope, or for those of one responder, and shows no answer there is', async () => {
    assert.equal(idsIn(await written()).length, 26);
    const page = await written('--responder', 'Support');
    assert.deepEqual(idsIn(page), ['1.1', '1.3', '1.5', '1.6', '1.7']);
    assert.deepEqual(idsIn(await written('--responder', 'Legal')), ['1.2']);
    assert.match(page, /^Score \(0–5\): $/m);
    assert.match(page, /^- \*\*3\*\* /m);
    assert.doesNotMatch(page, /# kept|: 3$/m);
  });

  for (const [language, score, note] of [
    ['en', 'Score (0–5):', 'Note:'],
    ['ja', 'スコア（0〜5）：', '備考：'],
  ] as const) {
    it(`comes back by import, which shows what changes before it is written (${language})`, async () => {
      const page = await written('--lang', language);
      const [before = '', asked = ''] = page.split(/(?=^## 1\.3)/m);
      const answered = asked.replace(`${score} `, `${score} 4`).replace(`${note} `, `${note} We meet monthly.`);
      session.write({ 'answers.md': before + answered });
      const shown = await session.run(['import', 'answers.md', 'a.psirt.yaml', '--dry-run']);
      assert.match(shown.stdout, /^1\.3 .*4/);
      assert.equal(session.read('a.psirt.yaml'), text);
      await session.run(['import', 'answers.md', 'a.psirt.yaml']);
      const after = text.replace('  "1.3":\n', '  "1.3":\n    score: 4\n    note: We meet monthly.\n');
      assert.equal(session.read('a.psirt.yaml'), after);
    });
  }
});
