import assert from 'node:assert/strict';
import { commandsIn, githubCommand, githubCommands, linesOf } from '../../support/runners';
import { allScored, highTargets, Session, type Surroundings } from '../../support/session';
import { yaml } from '../../support/yaml';

const evil = [
  '::error file=a::b',
  '::error title=a:b::x',
  '::set-output name=x::y',
  '::stop-commands::mine',
  '::add-mask::e',
  '::mine::',

  '##vso[task.setvariable variable=PATH]/evil',
  '##[add-path]/evil',
  '##[section]x',
  "##teamcity[buildStatus text='x']",

  '\\e[0Ksection_start:1:x\\r\\e[0K',
  '\\r::error::x',
  '\\u0085::error::x',
  '\\u200b::error::x',
];

/** Our own annotations: each names a rule. */
const annotation = /^::(error|warning|notice) (file=[^:]*,)?title=[a-z-]+::/;

describe('text from files in the log of a build server', () => {
  let session: Session;
  const value = `"${evil.join(' ')}"`;
  const lines = evil.map((line) => `        ${line}\n`).join('');
  const text = (score: number) => `subject: ${value}
assessed: 2020-01-01
assessors: [${value}]
wording: own.psirt-wording.yaml
${value}: 1
services:
  "1.1":
    score: ${score}
    evidence: [${value}, { link: ${value}, note: ${value} }]
    note: |
${lines}    plan: [{ action: ${value}, owner: ${value}, due: 2020-01-01 }]
  "1.2": { excluded: ${value} }
  "1.3": ${value}
  ${value}: 2
`;
  const wording = `language: en
title: x
areas: { "1": { title: ${value}, summary: ${value} } }
services:
  "1.1":
    title: ${value}
    objective: |
${lines}    levels:
      "3": { summary: ${value}, description: ${value}, guidance: ${value}, examples: [${value}] }
      "4":
        summary: ${value}
        description: |
${lines}    notes: [${value}]
`;

  before(() => {
    session = new Session();
    session.write({
      'a.psirt.yaml': text(3),
      '::warning::b.psirt.yaml': text(2),
      '##[add-path]c.psirt.yaml': '"x',
      'own.psirt-wording.yaml': wording,
      'table.csv': yaml`
        id,score,note
        ::error::x,1,x
        1.1,9,##vso[a.b]c
        1.2,##[add-path]x,
      `,
    });
  });
  after(() => session.remove());

  const files = ['a.psirt.yaml', '::warning::b.psirt.yaml', '##[add-path]c.psirt.yaml'];
  const two = files.slice(0, 2);
  const runs: string[][] = [
    ...['text', 'json', 'jsonl', 'sarif', 'markdown', 'github'].map((format) => [
      'check',
      ...files,
      '--format',
      format,
    ]),
    ...['markdown', 'plan-markdown', 'html', 'csv', 'plan-csv', 'roll-up-csv', 'json', 'oscal'].map((format) => [
      'report',
      ...two,
      '--format',
      format,
    ]),
    ['report', 'a.psirt.yaml', '--format', 'ciso-assistant'],
    ['sheet', '--format', 'ciso-assistant', '--wording', 'own.psirt-wording.yaml'],
    ...['radar', 'grid', 'badge'].map((view) => ['report', 'a.psirt.yaml', '--format', 'svg', '--view', view]),
    ...['text', 'markdown', 'json'].map((format) => ['compare', ...two, '--format', format]),
    ...['text', 'markdown', 'json', 'html', 'oscal'].map((format) => [
      'sheet',
      '1',
      '--format',
      format,
      '--wording',
      'own.psirt-wording.yaml',
    ]),
    ['import', 'table.csv', 'a.psirt.yaml', '--dry-run'],
    ['wording', 'check', 'own.psirt-wording.yaml'],
    ['new', '::error::x'],
    ['check', '::error::gone', '##[add-path]gone'],
    ['##[add-path]/tmp'],
    ['check', '--##[add-path]'],
  ];
  for (const args of runs) {
    it(`is no command to it: ${args.join(' ')}`, async () => {
      for (const env of [{}, { GITHUB_ACTIONS: 'true' }]) {
        const { stdout, stderr } = await session.run(args, { env });
        assert.notEqual(stdout + stderr, '');
        for (const stream of [stdout, stderr]) {
          const own = /^::(?:stop-commands::)?[0-9a-f-]{36}(?:::)?$/;
          const rest = linesOf(stream).filter((line) => !annotation.test(line) && !own.test(line));
          assert.deepEqual(commandsIn(rest.join('\n')), []);
          assert.deepEqual(
            githubCommands(stream).filter((line) => !annotation.test(line)),
            [],
          );
        }
      }
    });
  }

  it('is no command to it in files that are written either', async () => {
    for (const name of ['out.md', 'out.html', 'out.csv', 'out.json']) {
      await session.run(['report', ...two, '--output', name]);
      assert.deepEqual(commandsIn(session.read(name)), [], name);
    }
  });
});

describe('the runner of GitHub', () => {
  let session: Session;
  before(
    () =>
      (session = new Session().write({
        'a.psirt.yaml': allScored(3),
        'table.csv': 'id,score\n1.1,2\n',
        'own.psirt-wording.yaml': 'language: xx\n',
      })),
  );
  after(() => session.remove());

  const inJob: Surroundings = { env: { GITHUB_ACTIONS: 'true' } };
  const pause = /^::stop-commands::([0-9a-f-]{36})\n([^]*\n)::\1::\n$/;

  it('is told to look for no commands in text for people, and to go on behind it', async () => {
    const texts = [
      ['check', 'a.psirt.yaml'],
      ['compare', 'a.psirt.yaml', 'a.psirt.yaml'],
      ['sheet', '1.1'],
      ['import', 'table.csv', 'a.psirt.yaml', '--dry-run'],
      ['wording', 'check', 'own.psirt-wording.yaml'],
    ];
    for (const args of texts) {
      const [plain, told] = [await session.run(args), await session.run(args, inJob)];
      assert.equal(pause.exec(told.stdout)?.[2], plain.stdout, args.join(' '));
    }
    const complaint = await session.run(['check', 'gone'], inJob);
    assert.match(complaint.stderr, pause);
    assert.equal(complaint.stdout, '');
  });

  it('gets a word that nobody can know before', async () => {
    const tokens = new Set<string | undefined>();
    for (let run = 0; run < 5; run++)
      tokens.add(pause.exec((await session.run(['check', 'a.psirt.yaml'], inJob)).stdout)?.[1]);
    assert.equal(tokens.size, 5);
    assert.ok(!tokens.has(undefined));
  });

  it('finds nothing put around what programs read, which may go into a file', async () => {
    const data = [
      ...['json', 'jsonl', 'sarif', 'markdown'].map((format) => ['check', 'a.psirt.yaml', '--format', format]),
      ...['markdown', 'html', 'csv', 'json', 'svg', 'xlsx'].map((format) => [
        'report',
        'a.psirt.yaml',
        '--format',
        format,
      ]),
      ...['markdown', 'json'].map((format) => ['compare', 'a.psirt.yaml', 'a.psirt.yaml', '--format', format]),
      ...['markdown', 'json', 'html'].map((format) => ['sheet', '1.1', '--format', format]),

      ['--version'],
      ['--help'],
    ];
    for (const args of data) {
      const [plain, told] = [await session.run([...args]), await session.run([...args], inJob)];
      assert.doesNotMatch(told.stdout, /stop-commands/, args.join(' '));
      // SARIF names the run it is of, a workbook the second it was made in.
      if (!args.includes('sarif') && !args.includes('xlsx')) assert.equal(told.stdout, plain.stdout, args.join(' '));
    }
    const created = await session.run(['new', 'b.psirt.yaml'], inJob);
    assert.equal(created.stdout, 'b.psirt.yaml\n');
  });

  it('still hears our annotations: with them nothing is paused, on either stream', async () => {
    session.write({ 'many.psirt.yaml': allScored(3, highTargets) });
    const { stdout, stderr } = await session.run(
      ['check', 'many.psirt.yaml', 'gone', '--format', 'github', '--rule', 'missing-evidence=off'],
      inJob,
    );
    const found = linesOf(stdout).flatMap((line) => githubCommand(line)?.name ?? []);
    assert.ok(found.length > 20 && found.every((name) => name === 'warning'), found.join(' '));
    assert.match(stderr, /^psirt-maturity: .*gone/);
  });
});
