import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { reportFormats } from '../../../src/cli/commands/report-formats';
import { Session } from '../../support/session';
import { languages } from '../../../src/messages/messages';

const commands = [
  'check',
  'compare',
  'crosswalk',
  'git',
  'import',
  'lsp',
  'mcp',
  'merge',
  'new',
  'reconcile',
  'report',
  'sheet',
  'sign-off',
  'wording',
];
const names = commands.join(', ');

describe('using the command line', () => {
  const session = new Session();
  after(() => session.remove());

  it('explains itself and its commands, in both languages', async () => {
    const general = await session.run(['--help']);
    assert.equal(general.status, 0);
    for (const word of ['check', 'new', 'report', 'sheet', '--version']) assert.ok(general.stdout.includes(word), word);
    const check = await session.run(['check', '-h', '--lang', 'ja']);
    assert.equal(check.status, 0);
    assert.match(check.stdout, /使い方：psirt-maturity check/);
    const options = ['--format', '--output', '--fail-on', '--rule', '--today', '--lang'];
    for (const option of options) assert.ok(check.stdout.includes(option), option);
    assert.match((await session.run(['--lang', 'ja', 'new', '--help'])).stdout, /--subject/);
    const report = (await session.run(['report', '--help'])).stdout;
    for (const option of ['--format', '--output', '--view', '--today', ...reportFormats.map(({ id }) => id)])
      assert.ok(report.includes(option), option);
    assert.match((await session.run(['sheet', '--help'])).stdout, /--format text\|markdown\|json/);
  });

  it('fits its help into 80 columns', async () => {
    const { default: width } = await import('string-width');
    for (const command of [[], ...commands.map((name) => [name])]) {
      for (const language of languages) {
        const { stdout } = await session.run([...command, '--help', '--lang', language]);
        for (const line of stdout.split('\n')) assert.ok(width(line) <= 80, `${language} ${command.join()}: ${line}`);
      }
    }
  });

  it('shows the version of the package', async () => {
    assert.deepEqual(await session.run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  const mistakes: [string[], string][] = [
    [[], `name a command: ${names} (--help explains them)`],
    [['frob'], `unknown command “frob”; the commands are ${names}`],
    [['toString'], `unknown command “toString”; the commands are ${names}`],
    [['--format', 'json', 'check'], 'unknown option --format (--help lists the options)'],
    [['--lang', 'fr', '--help'], '--lang takes en | ja, not “fr”'],
    [['--version=1'], '--version does not take a value'],
    [['check', '--nope'], 'unknown option --nope (--help lists the options)'],
    [['check', '-x'], 'unknown option -x (--help lists the options)'],
    [['check', '--format'], '--format requires a value'],
    [['check', '--today', '--lang', 'en'], '--today requires a value'],
    [
      ['check', '--format', 'xml'],
      '--format takes text | json | jsonl | sarif | github | markdown | unix | codequality | junit, not “xml”',
    ],
    [['check', '--fail-on', 'fatal'], '--fail-on takes info | warning | error | never, not “fatal”'],
    [['check', '--today', '2026-02-30'], '--today takes an existing date, written YYYY-MM-DD, not “2026-02-30”'],
    [['check', '--today', 'today'], '--today takes an existing date, written YYYY-MM-DD, not “today”'],
    [['check', '--rule', 'missing-evidnce=off'], 'unknown rule “missing-evidnce”; did you mean missing-evidence?'],
    [['check', '--rule', 'x=off'], 'unknown rule “x”'],
    [
      ['check', '--rule', 'missing-evidence'],
      '--rule takes ID=SEVERITY, such as missing-evidence=off, not “missing-evidence”',
    ],
    [
      ['check', '--rule', 'missing-evidence=loud'],
      '--rule takes ID=SEVERITY, such as missing-evidence=off, not “missing-evidence=loud”',
    ],
    [['new'], 'name the file to create: psirt-maturity new PATH'],
    [['new', 'a', 'b'], 'unexpected argument “b”'],
    [['new', 'folder/'], 'folder/: this is not the name of a file to write'],
    [['new', 'a', '--target', '5.1'], '--target takes a number from 0 to 5, not “5.1”'],
    [['new', 'a', '--target', 'high'], '--target takes a number from 0 to 5, not “high”'],
    [['report', '--format', 'pdf'], `--format takes ${reportFormats.map(({ id }) => id).join(' | ')}, not “pdf”`],
    [['report', '--view', 'table'], '--view takes radar | grid | badge, not “table”'],
    [['report', '--view', 'grid'], '--view applies to pictures (svg, png), not to markdown'],
    [['report', '--today', 'now'], '--today takes an existing date, written YYYY-MM-DD, not “now”'],
    [['wording'], 'wording takes import | check, not “”'],
    [['wording', 'import'], 'name the file to read: psirt-maturity wording import FILE'],
    [['wording', 'check', 'none.yaml'], 'none.yaml: no such file or folder'],
    [['sheet', '1.1', '1.2'], 'unexpected argument “1.2”'],
    [['sheet', '7.1'], 'the maturity sheet has no service or service area “7.1”'],
    [['sheet', '--format', 'pdf'], '--format takes text | markdown | json | html | oscal | ciso-assistant, not “pdf”'],
  ];
  for (const [args, sentence] of mistakes) {
    it(`answers ${JSON.stringify(args.join(' '))} with one line and status 2`, async () => {
      assert.deepEqual(await session.run(args), { status: 2, stdout: '', stderr: `psirt-maturity: ${sentence}\n` });
    });
  }

  it('speaks the language asked for, else that of the environment', async () => {
    const japanese = /というコマンドはありません/;
    const says = async (args: string[], env: Record<string, string>) =>
      (await session.run([...args, 'frob'], { env })).stderr;
    assert.match(await says([], { LANG: 'ja_JP.UTF-8' }), japanese);
    assert.match(await says([], { LC_MESSAGES: 'ja', LANG: 'en_US' }), japanese);
    assert.match(await says([], { LC_ALL: 'ja_JP', LC_MESSAGES: 'C' }), japanese);
    assert.match(await says([], { LC_ALL: '', LANG: 'ja_JP' }), japanese);
    assert.doesNotMatch(await says([], { LC_ALL: 'C', LANG: 'ja_JP' }), japanese);
    assert.doesNotMatch(await says(['--lang', 'en'], { LANG: 'ja_JP' }), japanese);
    assert.match(await says(['--lang=ja'], {}), japanese);
  });

  it('keeps terminal escapes in an argument from reaching the terminal', async () => {
    const { stderr } = await session.run(['\u001b[2Jfrob\nnext']);
    assert.equal(stderr, `psirt-maturity: unknown command “\ufffd[2Jfrob next”; the commands are ${names}\n`);
  });
});
