import assert from 'node:assert/strict';
import { allScored, parsed, Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

describe('check', () => {
  let session: Session;
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());

  describe('its exit status', () => {
    it('is 0 for warnings, for only errors fail by default', async () => {
      session.write({ 'a.psirt.yaml': allScored(2).replace('target: 0', 'target: 4') });
      const outcome = await session.run(['check', '--format', 'json']);
      assert.ok(parsed(outcome).summary.warnings > 0);
      assert.equal(outcome.status, 0);
    });

    it('is 1 from the severity of --fail-on upwards', async () => {
      session.write({ 'warned.psirt.yaml': allScored(2).replace('target: 0', 'target: 4') });
      const statusOf = async (failOn: string) => (await session.run(['check', '--fail-on', failOn])).status;
      assert.equal(await statusOf('warning'), 1);
      assert.equal(await statusOf('info'), 1);
      assert.equal(await statusOf('error'), 0);
    });

    it('is 1 for an error, and 0 all the same with --fail-on never', async () => {
      session.write({ 'a.psirt.yaml': 'subject: "open\n' });
      assert.equal((await session.run(['check'])).status, 1);
      assert.equal((await session.run(['check', '--fail-on', 'never'])).status, 0);
    });

    it('is 2 when a file can not be read, but the others are reported', async () => {
      session.write({ 'a.psirt.yaml': allScored(2), 'sjis.psirt.yaml': Uint8Array.of(0x82, 0xa0) });
      const outcome = await session.run(['check', '.', 'gone.psirt.yaml', '--format', 'json']);
      assert.equal(outcome.status, 2);
      assert.deepEqual(
        parsed(outcome).assessments.map(({ path }) => path),
        ['a.psirt.yaml'],
      );
      assert.equal(
        outcome.stderr,
        yaml`
          psirt-maturity: gone.psirt.yaml: no such file or folder
          psirt-maturity: sjis.psirt.yaml: not a UTF-8 text file
        `,
      );
    });

    it('is 2 when a file that was found turns out to be unreadable', async () => {
      session.write({ 'a.psirt.yaml': allScored(2), 'sjis.psirt.yaml': Uint8Array.of(0x82, 0xa0) });
      assert.equal((await session.run(['check'])).status, 2);
    });

    it('is 2, with nothing on standard output, when there is nothing to check', async () => {
      assert.deepEqual(await session.run(['check', '--format', 'json']), {
        status: 2,
        stdout: '',
        stderr: 'psirt-maturity: .: no *.psirt.yaml or *.psirt.yml in this folder or below it\n',
      });
    });
  });

  it('takes severities from --rule, several times over', async () => {
    session.write({ 'a.psirt.yaml': allScored(3) });
    const found = async (...args: string[]) =>
      parsed(await session.run(['check', '--format', 'json', ...args])).summary;
    assert.equal((await found()).infos, 1);
    assert.deepEqual(await found('--rule', 'missing-evidence=error'), {
      assessments: 1,
      errors: 1,
      warnings: 0,
      infos: 0,
    });
    assert.equal((await found('--rule', 'below-target=error', '--rule', 'missing-evidence=off')).infos, 0);
  });

  it('lets the file itself have the last word on severities', async () => {
    session.write({ 'a.psirt.yaml': allScored(3, 'rules: { missing-evidence: off }\n') });
    const { summary } = parsed(await session.run(['check', '--format', 'json', '--rule', 'missing-evidence=error']));
    assert.equal(summary.errors, 0);
  });

  it('judges dates by --today, else by the clock', async () => {
    session.write({ 'a.psirt.yaml': allScored(2) });
    const rules = async (...args: string[]) =>
      parsed(await session.run(['check', '--format', 'json', ...args])).assessments[0]?.problems.map(
        ({ rule }) => rule,
      );
    assert.deepEqual(await rules(), []);
    assert.deepEqual(await rules('--today', '2027-07-01'), ['stale-assessment']);
    assert.deepEqual(await rules('--today', '2026-01-01'), ['future-date']);
  });

  it('finds nothing in the future that was dated today in another place', async () => {
    const dated = (day: string) => allScored(2).replace('2026-11-20', day);
    session.write({ 'a.psirt.yaml': dated('2026-11-24'), 'b.psirt.yaml': dated('2026-11-25') });
    const outcome = await session.run(['check', '--format', 'json'], { now: new Date('2026-11-23T12:00:00Z') });
    const rules = parsed(outcome).assessments.map(({ problems }) => problems.map(({ rule }) => rule));
    assert.deepEqual(rules, [[], ['future-date']]);
  });

  it('reads standard input for "-"', async () => {
    const json = parsed(await session.run(['check', '-', '--format', 'json'], { stdin: allScored(2) }));
    assert.deepEqual(
      json.assessments.map(({ path, subject }) => [path, subject]),
      [['-', 'Router']],
    );
    const text = await session.run(['check', '-'], { stdin: 'subject: [\n' });
    assert.match(text.stdout, /^<standard input>:\d+:\d+ error /m);
    assert.equal(text.status, 1);
  });

  it('does not count a byte order mark as a character', async () => {
    session.write({ 'a.psirt.yaml': '\ufeffsubjekt: Router\n' });
    const { assessments } = parsed(await session.run(['check', '--format', 'json']));
    const typo = assessments[0]?.problems.find(({ rule }) => rule === 'invalid-value');
    assert.deepEqual(typo?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } });
  });

  it('shows a file with a syntax error by its heading and problem, without figures of half a file', async () => {
    session.write({
      'a.psirt.yaml': yaml`
        subject: Router
        services:
          "1.1": 5
          "1.2": [
      `,
    });
    const { stdout } = await session.run(['check']);
    assert.match(
      stdout,
      /^Router\na\.psirt\.yaml\n\na\.psirt\.yaml:\d+:\d+ error .+ \(yaml-syntax\)\n\n1 assessment: 1 error, 0 warnings, 0 infos\n$/,
    );
    const [assessment] = parsed(await session.run(['check', '--format', 'json'])).assessments;
    assert.deepEqual([assessment?.overall.mean, assessment?.overall.scored], [null, 0]);
  });

  it('shows a file for another sheet without figures, too', async () => {
    session.write({ 'a.psirt.yaml': 'sheet: other@2.0\nservices: { "1.1": 5 }\n' });
    const outcome = await session.run(['check', '--format', 'json']);
    assert.equal(parsed(outcome).assessments[0]?.overall.mean, null);
    assert.match(
      (await session.run(['check'])).stdout,
      /^a\.psirt\.yaml\n\na\.psirt\.yaml:1:8 error .+ \(unsupported-sheet\)/,
    );
  });

  it('shows a file that is no map by its problem, and an empty one as an assessment not begun', async () => {
    assert.match(
      (await session.run(['check', '-'], { stdin: '- a\n' })).stdout,
      /^<standard input>\n\n<standard input>:1:1 error .+ \(invalid-value\)\n\n1 assessment/,
    );
    assert.match(
      (await session.run(['check', '-'], { stdin: '# empty\n' })).stdout,
      /^<standard input>\n\n◆[^]+\n– over 0 of 27\n/,
    );
  });

  it('says where a problem is, counted from one, and ends with a summary', async () => {
    session.write({
      'products/a.psirt.yaml': yaml`
        subject: Router
        services:
          "1.1": 7
      `,
    });
    const { stdout } = await session.run(['check', 'products']);
    assert.match(
      stdout,
      /^products\/a\.psirt\.yaml:3:10 error A score is a whole number from 0 to 5, not “7”\. \(invalid-value\)$/m,
    );
    assert.match(stdout, /\n1 assessment: 1 error, \d+ warnings?, \d+ infos?\n$/);
  });

  it('names severities in the language of the text, but not in JSON', async () => {
    session.write({ 'a.psirt.yaml': 'services: { "1.1": 7 }\n' });
    assert.match((await session.run(['check', '--lang', 'ja'])).stdout, /^a\.psirt\.yaml:1:20 エラー スコアは/m);
    const [first] = parsed(await session.run(['check', '--lang', 'ja', '--format', 'json'])).assessments;
    assert.equal(first?.problems.find(({ rule }) => rule === 'invalid-value')?.severity, 'error');
    assert.match(first?.areas[0]?.title ?? '', /ステークホルダー/);
  });

  it('colours a terminal alone, and only when its user wants it', async () => {
    session.write({ 'a.psirt.yaml': allScored(2) });
    const coloured = async (columns: number | undefined, env: Record<string, string>) =>
      (await session.run(['check'], { columns, env })).stdout.includes('\u001b[');
    assert.equal(await coloured(80, { TERM: 'xterm' }), true);
    assert.equal(await coloured(undefined, { TERM: 'xterm' }), false);
    assert.equal(await coloured(80, { NO_COLOR: '1' }), false);
    assert.equal(await coloured(80, { TERM: 'dumb' }), false);
    assert.equal(await coloured(undefined, { FORCE_COLOR: '1' }), true);
    assert.equal(await coloured(80, { FORCE_COLOR: '0' }), false);
  });
});
