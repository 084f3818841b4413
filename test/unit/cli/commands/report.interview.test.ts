import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { columnCalled } from '../../../../src/exchange/csv-columns';
import { readWorkbook } from '../../../../src/exchange/xlsx/workbook';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

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
    ['ja', 'スコア（0～5）：', 'メモ：'],
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
      const after = text.replace(
        '  "1.3":\n',
        yaml`
            "1.3":
              score: 4
              note: We meet monthly.
        `,
      );
      assert.equal(session.read('a.psirt.yaml'), after);
    });
  }

  it('answers criteria in their brackets, and says what is no answer', async () => {
    const page = await written();
    const [, id = ''] = /^## 1\.3[^]*?\*\*(\d[a-z])\*\*/m.exec(page) ?? [];
    const inService = (mark: string) =>
      page.replace(/^## 1\.3[^]*/m, (rest) => rest.replace(`[ ] **${id}**`, `[${mark}] **${id}**`));
    for (const [mark, state] of [
      ['x', 'met'],
      ['X', 'met'],
      ['~', 'partly'],
      ['-', 'unmet'],
      ['/', 'not-applicable'],
    ] as const) {
      session.write({ 'answers.md': inService(mark), 'a.psirt.yaml': text });
      assert.equal((await session.run(['import', 'answers.md', 'a.psirt.yaml'])).status, 0);
      assert.match(session.read('a.psirt.yaml'), new RegExp(`${id}: ${state}`));
    }
    session.write({ 'answers.md': inService('maybe'), 'a.psirt.yaml': text });
    const { status, stderr } = await session.run(['import', 'answers.md', 'a.psirt.yaml']);
    assert.equal(status, 1);
    assert.match(stderr, /maybe/);
    assert.equal(session.read('a.psirt.yaml'), text);
  });

  it('takes nothing away by what is left empty', async () => {
    session.write({ 'answers.md': await written() });
    const { status, stderr } = await session.run(['import', 'answers.md', 'a.psirt.yaml']);
    assert.deepEqual([status, stderr, session.read('a.psirt.yaml')], [0, '', text]);
  });

  for (const language of languages)
    it(`comes and goes as a workbook, too (${language})`, async () => {
      session.write({ 'a.psirt.yaml': text });
      const options = ['--format', 'interview', '--responder', 'Support', '--lang', language];
      await session.run(['report', 'a.psirt.yaml', ...options, '--output', 'q.xlsx']);
      const [sheet] = readWorkbook(session.bytes('q.xlsx'));
      assert.ok(sheet);
      const rows = [...sheet.rows.values()];
      const head = rows.findIndex((cells) => cells.map(columnCalled).includes('id'));
      const asked = rows.slice(head + 1);
      assert.deepEqual(
        asked.map(([id]) => id),
        ['1.1', '1.3', '1.5', '1.6', '1.7'],
      );
      const place = (column: string) => rows[head]?.findIndex((name) => columnCalled(name) === column) ?? -1;
      assert.ok(['score', 'note', 'criteria'].every((column) => place(column) > 0));
      assert.deepEqual([...new Set(asked.map((cells) => cells[place('score')] ?? ''))], ['']);
      assert.match(asked[1]?.join() ?? '', /0: [^]*5: /);
    });

  it('is text, whatever the file or the answers hold: no formula, no markup, no escape of a terminal', async () => {
    const hostile = `=HYPERLINK("http://x","y") <img src=x onerror=alert(1)> \\u001b]0;x\\u0007`;
    const named = yaml`
      services:
        "1.1": { responder: "${hostile.replace(/"/g, '\\"')}" }
    `;
    session.write({ 'h.psirt.yaml': named });
    const page = (await session.run(['report', 'h.psirt.yaml', '--format', 'interview'])).stdout;
    assert.doesNotMatch(page, /(?<!\\)<img|\u001b/);
    await session.run(['report', 'h.psirt.yaml', '--format', 'interview', '--output', 'h.xlsx']);
    const parts = unzipSync(session.bytes('h.xlsx'));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    assert.doesNotMatch(sheet, /<f>|<img/);

    const answers = `## 1.1 x\n- [x] **\u001b[31m2a** y\nScore (0–5): \u001b[31m9\nNote: =cmd|' /C calc'!A0 \u001b]0;x\u0007\n`;
    session.write({ 'answers.md': answers, 'a.psirt.yaml': text });
    const { status, stdout, stderr } = await session.run(['import', 'answers.md', 'a.psirt.yaml']);
    assert.equal(status, 1);
    assert.doesNotMatch(stdout + stderr, /\u001b/);
    assert.equal(session.read('a.psirt.yaml'), text);
  });
});
