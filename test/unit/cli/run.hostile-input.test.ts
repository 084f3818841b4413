import assert from 'node:assert/strict';
import { parseOverlay } from '../../../src/overlay/read-overlay';
import { Repository } from '../../support/repository';
import { allScored, parsed, Session } from '../../support/session';
import { within } from '../../support/within';
import { yaml } from '../../support/yaml';

const members = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

describe('names of object members', () => {
  let session: Session;
  before(() => (session = new Session().write({ 'a.psirt.yaml': allScored(2) })));
  after(() => session.remove());

  for (const name of members) {
    it(`are no option, value, rule, command or service: ${name}`, async () => {
      const wrong = [
        [name],
        [`--${name}`, 'check'],
        ['check', `--${name}=1`],
        ...['format', 'fail-on', 'rule', 'lang', 'today'].map((option) => ['check', `--${option}=${name}`]),
        ['check', `--rule=${name}=error`],
        ['report', 'a.psirt.yaml', `--format=${name}`],
        ['report', 'a.psirt.yaml', '--format=svg', `--view=${name}`],
        ['sheet', name],
      ];
      for (const args of wrong) {
        const { status, stderr } = await session.run(args);
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, /^psirt-maturity: [^\n]*\n/);
      }
    });
  }

  it('are no column, id or value of a table that is imported', async () => {
    session.write({
      'table.csv': yaml`
        id,score,${members.join()}
        ${members.map((name) => `${name},3,4,4,4,4\n`).join('')}1.1,__proto__,1,1,1,1
        1.2,3,5,5,5,5
      `,
    });
    const { status, stdout } = await session.run(['import', 'table.csv', 'a.psirt.yaml', '--dry-run']);
    assert.equal(status, 1);
    assert.match(stdout, /^1\.2 .*2 → 3/);
    assert.match(stdout, /1 service would change/);
  });

  it('change nothing in an organisation’s wording, nor in any object', () => {
    const lines = members
      .map((name) => `  "${name}": { title: hacked, summary: hacked, levels: { "${name}": { summary: hacked } } }\n`)
      .join('');
    const { issues } = parseOverlay(yaml`
      language: en
      areas:
      ${lines}services:
      ${lines}`);
    assert.ok(issues.length >= 8);
    assert.equal(({} as Record<string, unknown>)['title'], undefined);
  });
});

describe('numbers and days beyond all bounds', () => {
  let session: Session;
  before(() => (session = new Session()));
  after(() => session.remove());

  it('are mistakes of the assessment, and enter no average', async () => {
    const huge = ['1e999', '.inf', '-.inf', '.nan', '9'.repeat(400), '1e308'];
    for (const value of huge) {
      session.write({
        'a.psirt.yaml': yaml`
          target: ${value}
          assessed: 99999-99-99
          areas: { "1": { target: ${value} } }
          services:
            "1.1": { score: 2, target: ${value}, plan: [{ action: x, due: 0000-00-00 }] }
            "1.2": ${value}
        `,
      });
      const [assessment] = parsed(await session.run(['check', '--format', 'json'])).assessments;
      assert.equal(assessment?.overall.mean, 2);
      assert.ok(Number.isFinite(assessment.overall.target) && assessment.overall.target <= 5, value);
      const wrong = assessment.problems
        .filter(({ rule }) => rule === 'invalid-value')
        .map(({ range }) => range.start.line);
      assert.deepEqual(wrong, [0, 1, 2, 4, 4, 5], value);
    }
  });

  it('are refused on the command line and in tables', async () => {
    session.write({
      'a.psirt.yaml': allScored(2),
      'table.csv': yaml`
        id,score,target
        1.1,1e999,
        1.2,Infinity,
        1.3,,1e308
        1.4,99999999999999999999,
        1.5,NaN,
      `,
    });
    for (const args of [
      ['check', '--today=99999-99-99'],
      ['check', '--today=2026-02-30'],
      ['new', 'x', '--target=1e999'],
      ['new', 'x', '--target=Infinity'],
    ])
      assert.equal((await session.run(args)).status, 2, args.join(' '));
    assert.match((await session.run(['import', 'table.csv', 'a.psirt.yaml', '--dry-run'])).stdout, /^0 services/);
  });
});

describe('a wording file made to exhaust', () => {
  const exhausting = {
    'an alias bomb': [
      'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
    ].join('\n'),
    nesting: `language: en\nservices: ${'{a: '.repeat(10_000)}`,
    '10 MB': 'language: en\n'.padEnd(10_000_000, '# x\n'),
    'an endless merge': yaml`
      a: &a
        <<: *a
      services: *a
    `,
  };
  for (const [name, text] of Object.entries(exhausting)) {
    it(`is told that it is wrong, at once: ${name}`, () => {
      const { issues, overlay } = within(2000, () => parseOverlay(text));
      assert.ok(issues.length > 0 && issues.length < 10);
      assert.equal(overlay, undefined);
    });
  }
});

describe('revisions that look like something else', () => {
  let repository: Repository;
  before(() => {
    repository = new Repository();
    // Two folders deep: whatever lies beside the temporary folder of this test is out of reach of `../../x`.
    repository.commit('one', { 'of/it/a.psirt.yaml': allScored(2), 'of/it/b.psirt.yaml': allScored(3) });
  });
  after(() => repository.remove());

  const run = (...args: string[]) => repository.run(args, { folder: 'of/it' });
  const revisions = [
    '--output=hacked',
    '--output',
    '-Ohacked',
    '-n1',
    '--upload-pack=touch hacked',
    '--exec=touch hacked',
    '$(touch hacked)',
    '`touch hacked`',
    '; touch hacked',
    '| touch hacked',
    'HEAD:../../x',
    'HEAD:a.psirt.yaml',
    'HEAD..HEAD',
    '^HEAD',
    'HEAD\n--output=hacked',
    'ext::sh -c touch% hacked',
    '../../x',
    '__proto__',
  ];
  for (const revision of revisions) {
    it(`are no revision, run nothing and write nothing: ${JSON.stringify(revision)}`, async () => {
      for (const args of [['check'], ['report', 'a.psirt.yaml'], ['compare', 'a.psirt.yaml']]) {
        const { status, stderr } = await run(...args, `--against=${revision}`);
        assert.equal(status, 2);
        assert.match(stderr, / is not a revision of this repository/);
      }
      assert.equal((await run('compare', '--', `${revision}:a.psirt.yaml`, 'a.psirt.yaml')).status, 2);
      assert.equal(repository.git('status', '--porcelain', '--ignored'), '');
    });
  }
});
