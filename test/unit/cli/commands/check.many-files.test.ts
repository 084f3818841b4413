import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allScored, parsed, Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

/** More than are checked by one thread. */
const many = Array.from({ length: 300 }, (_, index) => `p${String(index).padStart(3, '0')}.psirt.yaml`);
const textOf = (index: number): string =>
  index % 50 === 7
    ? 'subject: "open\n'
    : yaml`
      sheet: psirt-maturity@1.0
      subject: Product ${index}
      services: { "1.1": ${index % 6}, "2.${(index % 5) + 1}": 9 }
    `;

describe('check over many files', () => {
  const session = new Session().write(Object.fromEntries(many.map((name, index) => [name, textOf(index)])));
  after(() => session.remove());
  const run = (...args: string[]) => session.run(['check', '--today', '2026-11-23', ...args]);
  const [first, second] = [many.slice(0, 150), many.slice(150)];

  for (const format of ['json', 'text']) {
    it(`says the same of them from several threads as from one, in their order: ${format}`, async () => {
      const [all, one, other] = [
        await run('--format', format),
        await run('--format', format, ...first),
        await run('--format', format, ...second),
      ];
      assert.equal(all.stderr, '');
      assert.deepEqual(piecesOf(format, all.stdout), [
        ...piecesOf(format, one.stdout),
        ...piecesOf(format, other.stdout),
      ]);
      assert.equal(all.status, 1);
    });
  }

  it('names those it can not read, and checks the others', async () => {
    session.write({ 'p123.psirt.yaml': Uint8Array.of(0x82, 0xa0) });
    const outcome = await run('--format', 'json');
    session.write({ 'p123.psirt.yaml': textOf(123) });
    assert.equal(outcome.stderr, 'psirt-maturity: p123.psirt.yaml: not a UTF-8 text file\n');
    assert.equal(parsed(outcome).assessments.length, many.length - 1);
    assert.equal(outcome.status, 2);
  });

  it('says the same from a cache', async () => {
    const fresh = await run();
    assert.deepEqual(await run('--cache', 'many.cache'), fresh);
    assert.deepEqual(await run('--cache', 'many.cache'), fresh);
  });
});

/** What is said of each file, without what is said of all of them. */
function piecesOf(format: string, output: string): unknown[] {
  return format === 'json'
    ? (JSON.parse(output) as { assessments: unknown[] }).assessments
    : output.trimEnd().split('\n').slice(0, -1);
}

describe('check --cache', () => {
  let session: Session;
  beforeEach(() => {
    session = new Session().write({
      'a.psirt.yaml': allScored(3).replace('"1.1": 3', '"1.1": { score: 3, evidence: [charter.md#roles] }'),
      'b.psirt.yaml': allScored(2),
      'charter.md': '# Roles\n',
    });
  });
  afterEach(() => session.remove());

  const check = (...args: string[]) =>
    session.run(['check', '--cache', 'my.cache', '--format', 'json', '--today', '2026-11-23', ...args]);
  const cacheText = () => readFileSync(join(session.folder, 'my.cache'), 'latin1');
  /** What the cache holds comes out as it is, so a verdict that was tampered with shows whether it was used. */
  const linesOf = () => cacheText().split('\n').slice(1);

  it('keeps what was found, and finds the same again', async () => {
    const [fresh, kept] = [await check(), linesOf()];
    assert.equal(kept.length, 2);
    assert.deepEqual(await check(), fresh);
    assert.deepEqual(linesOf(), kept);
  });

  it('sees that a text has changed', async () => {
    await check();
    session.write({ 'b.psirt.yaml': allScored(4) });
    assert.equal(parsed(await check()).assessments[1]?.overall.floor, 4);
  });

  it('sees that a document cited is gone, or its heading is', async () => {
    await check();
    session.write({ 'charter.md': '# Duties\n' });
    const rules = async () => parsed(await check()).assessments[0]?.problems.map(({ rule }) => rule) ?? [];
    assert.ok((await rules()).includes('evidence-not-found'));
    session.write({ 'charter.md': '# Roles\n' });
    assert.ok(!(await rules()).includes('evidence-not-found'));
  });

  it('sees that the content of a document cited is another than its digest says', async () => {
    const digest = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b';
    session.write({
      'scan.txt': '1',
      'a.psirt.yaml': `services: { "1.1": { evidence: [{ link: scan.txt, sha256: ${digest} }] } }`,
    });
    const isChanged = async () =>
      parsed(await check()).assessments[0]?.problems.some(({ rule }) => rule === 'evidence-changed');
    assert.equal(await isChanged(), false);
    session.write({ 'scan.txt': '2' });
    assert.equal(await isChanged(), true);
    session.write({ 'scan.txt': '1' });
    assert.equal(await isChanged(), false);
  });

  it('holds for the options, the language and the day it was made with', async () => {
    await check();
    assert.equal(parsed(await check('--rule', 'missing-evidence=error')).summary.errors, 1);
    assert.equal(parsed(await check()).summary.errors, 0);
    const japanese = parsed(await check('--lang', 'ja'));
    assert.match(japanese.assessments[0]?.problems[0]?.message ?? '', /[ぁ-ん]/);
    await check();
    assert.ok(parsed(await check('--today', '2028-01-01')).summary.warnings > 0);
  });

  it('forgets what is not asked for any more', async () => {
    await check();
    await check('b.psirt.yaml');
    assert.equal(linesOf().length, 1);
  });

  it('does not believe a damaged verdict', async () => {
    const fresh = await check();
    const text = cacheText();
    for (const damaged of [
      text.slice(0, -40),
      text.replace(/.{9}$/, 'AAAAAAAA='),
      text.replace(/ (?!.* ).*/, ' '),
      `${text.split('\n')[0]}\n\n \n{}\n`,
    ]) {
      writeFileSync(join(session.folder, 'my.cache'), damaged, 'latin1');
      assert.deepEqual(await check(), fresh);
    }
  });

  it('begins anew where another version left it', async () => {
    const fresh = await check();
    session.write({ 'my.cache': 'psirt-maturity check cache of a version to come\nwhatever\n' });
    assert.deepEqual(await check(), fresh);
    assert.equal(linesOf().length, 2);
  });

  it('leaves a file alone that is something else', async () => {
    session.write({ 'my.cache': 'my diary\n' });
    const outcome = await check();
    assert.equal(outcome.status, 2);
    assert.equal(
      outcome.stderr,
      'psirt-maturity: my.cache: the file exists and is not a cache of this program; it was not changed\n',
    );
    assert.equal(cacheText(), 'my diary\n');
  });

  it('says that it can not be written', async () => {
    session.write({ file: '' });
    const outcome = await session.run(['check', '--cache', 'file/my.cache']);
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /file\/my\.cache/);
  });
});
