/** What pipelines read: lines of the form compilers use, GitLab's Code Quality, JUnit, the history as data. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { ruleIds } from '../../../../src/assessment/vocabulary';
import { parsed, Session } from '../../../support/session';
import { tagsOf } from '../../../support/reports';
import { root } from '../../../support/root';
import { yaml } from '../../../support/yaml';

const hostile = 'A <b>"&\u001b[31m\u0000\nB: ]]> ::error::x';
const file = `sheet: psirt-maturity@1.0
subject: ${JSON.stringify(hostile)}
assessed: 2026-11-20
services:
  "1.1": 1
  "1.2": { score: 3, evidence: [gone.md] }
  "9.9": 2
`;

describe('what pipelines read of check', () => {
  let session: Session;
  beforeEach(() => {
    session = new Session().write({
      'products/a & b.psirt.yaml': file,
      'products/c.psirt.yaml': 'sheet: psirt-maturity@1.0\nrules: { missing-score: off }\n',
    });
  });
  afterEach(() => session.remove());
  const run = (...args: string[]) => session.run(['check', 'products', ...args]);
  const problems = async () =>
    parsed(await run('--format', 'json')).assessments.flatMap(({ path, problems: found }) =>
      found.map((problem) => ({ path, ...problem })),
    );

  it('is a line for each problem, with its place from 1, its severity and its rule', async () => {
    const { stdout, status } = await run('--format', 'unix');
    const expected = (await problems()).map(
      ({ path, range, message, severity, rule }) =>
        `${path}:${range.start.line + 1}:${range.start.character + 1}: ${message} [${severity}/${rule}]`,
    );
    assert.deepEqual(stdout.trimEnd().split('\n'), expected);
    assert.equal(status, 1);
  });

  it('is Code Quality: an entry for each problem, whose fingerprints are all different and stay when lines move', async () => {
    interface Entry {
      description: string;
      check_name: string;
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }
    const read = async () => JSON.parse((await run('--format', 'codequality')).stdout) as Entry[];
    const entries = await read();
    const found = await problems();
    const severities = { error: 'critical', warning: 'major', info: 'info' };
    assert.deepEqual(
      entries.map((entry) => [
        entry.description,
        entry.check_name,
        entry.severity,
        entry.location.path,
        entry.location.lines.begin,
      ]),
      found.map((problem) => [
        problem.message,
        problem.rule,
        severities[problem.severity],
        problem.path,
        problem.range.start.line + 1,
      ]),
    );
    const prints = entries.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(prints).size, prints.length);
    session.write({
      'products/a & b.psirt.yaml': file.replace(
        'services:',
        yaml`
          # moved

          services:`,
      ),
    });
    assert.deepEqual(
      (await read()).map(({ fingerprint }) => fingerprint),
      prints,
    );
    session.write({ 'products/a & b.psirt.yaml': 'sheet: psirt-maturity@1.0\nrules: { missing-score: off }\n' });
    assert.deepEqual(await read(), [], 'an empty list where there are no problems');
  });

  it('is JUnit: a suite for each assessment with a test for each rule that is on, which fails as the command does', async () => {
    const suites = async (...args: string[]) => {
      const { stdout } = await run('--format', 'junit', ...args);
      assert.match(
        stdout,
        /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="psirt-maturity">\n[^]*<\/testsuites>\n$/,
      );
      assert.doesNotMatch(stdout.slice(5), /[\u0000-\u0009\u000b-\u001f]|]]>|<b>/);
      return tagsOf(stdout);
    };
    const [one, other] = (await suites('--fail-on', 'warning')).filter(({ name }) => name === 'testsuite');
    assert.equal(one?.attributes.get('name'), 'products/a &amp; b.psirt.yaml');
    const ofFiles = ruleIds.filter((id) => id !== 'assessment-deleted');
    assert.equal(Number(one?.attributes.get('tests')), ofFiles.length);
    assert.equal(Number(other?.attributes.get('tests')), ofFiles.length - 1, 'one rule is off there');
    const failed = async (...args: string[]) => (await suites(...args)).filter(({ name }) => name === 'failure').length;
    const rulesOf = async (...severities: string[]) =>
      new Set(
        (await problems()).filter(({ severity }) => severities.includes(severity)).map(({ path, rule }) => path + rule),
      ).size;
    assert.equal(await failed('--fail-on', 'warning'), await rulesOf('error', 'warning'));
    assert.equal(await failed(), await rulesOf('error'));
    assert.equal(await failed('--fail-on', 'never'), 0);
  });

  it('has the history as JSON Lines: a line for each state, as its schema says, whether it was asked for or not', async () => {
    session.write({
      'a.2026-05-20.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        subject: A
        assessed: 2026-05-20
        services: { "1.1": 1 }
      `,
      'a.2026-11-20.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        subject: A
        assessed: 2026-11-20
        services: { "1.1": 3 }
      `,
    });
    const { stdout } = await session.run([
      'report',
      'a.2026-05-20.psirt.yaml',
      'a.2026-11-20.psirt.yaml',
      '--format',
      'jsonl',
    ]);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string; date: string; mean: number });
    assert.deepEqual(
      lines.filter(({ path }) => path === 'a.2026-11-20.psirt.yaml').map(({ date, mean }) => [date, mean]),
      [
        ['2026-05-20', 1],
        ['2026-11-23', 3],
      ],
    );
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'history-line.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);
    for (const line of lines) assert.ok(validate(line), JSON.stringify(validate.errors));
  });
});
