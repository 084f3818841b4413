import assert from 'node:assert/strict';
import { inScope } from '../../../support/problems';
import { Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

const scored = (head: string, ids: readonly string[], score: number) =>
  yaml`
    sheet: psirt-maturity@1.0
    ${head}
    services:
    ${ids.map((id) => `  "${id}": ${score}\n`).join('')}`;

const own = (name: string, ids: readonly string[], owner = '../router.psirt.yaml') =>
  scored(`individual-for: ${owner}\nassessors: [${name}]`, ids, 4);

interface Result {
  readonly assessments: readonly { readonly path: string; readonly individual?: object }[];
  readonly individuals?: readonly { readonly path: string; readonly problems: readonly { readonly rule: string }[] }[];
  readonly summary: { readonly assessments: number; readonly errors: number };
}

describe('individual scorings on the command line', () => {
  const session = new Session();
  after(() => session.remove());
  before(() => {
    session.write({
      'router.psirt.yaml': scored('subject: Router', ['1.1'], 2),
      'own/qa.psirt.yaml': own('QA', inScope),
      'own/pso.psirt.yaml': own('PSO', ['1.1']),
    });
  });
  const result = async (...options: string[]): Promise<Result> =>
    JSON.parse((await session.run(['check', '--format', 'json', ...options])).stdout) as Result;

  it('are shown with their assessment by check, and not counted', async () => {
    const { assessments, individuals, summary } = await result('.');
    assert.deepEqual(
      assessments.map(({ path, individual }) => ({ path, individual })),
      [{ path: 'router.psirt.yaml', individual: { complete: 1, count: 2 } }],
    );
    assert.deepEqual(
      individuals?.map(({ problems: _, ...one }) => one),
      [
        { path: 'own/pso.psirt.yaml', for: 'router.psirt.yaml', assessor: 'PSO', scored: 1, applicable: 27 },
        { path: 'own/qa.psirt.yaml', for: 'router.psirt.yaml', assessor: 'QA', scored: 27, applicable: 27 },
      ],
    );
    assert.equal(summary.assessments, 1);
    const { stdout } = await session.run(['check', '.']);
    assert.match(stdout, /individual scorings: 1 of 2 scored/);
    assert.match(stdout, /own\/pso\.psirt\.yaml: individual scoring of router\.psirt\.yaml by PSO, 1 of 27 services/);
    assert.match(stdout, /^1 assessment/m);
  });

  it('are judged by the rules about their text alone, and never have to be signed off', async () => {
    const { individuals } = await result('.', '--require-sign-off');
    assert.deepEqual(
      individuals?.flatMap(({ problems }) => problems),
      [],
    );
    const { stdout } = await session.run(['check', '.', '--format', 'junit']);
    const [, suite = ''] = /<testsuite name="own\/pso[^>]*>(.*)/.exec(stdout) ?? [];
    assert.match(suite, /unknown-service/);
    assert.doesNotMatch(suite, /below-target|changed-since-sign-off/);
  });

  it('have no numbers in JSON Lines, and no part in a review', async () => {
    const lines = (await session.run(['check', '.', '--format', 'jsonl'])).stdout.trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { individual_for: string | null; scored: number });
    assert.deepEqual(
      rows.map(({ individual_for, scored }) => [individual_for, scored]),
      [
        [null, 1],
        ['router.psirt.yaml', 0],
        ['router.psirt.yaml', 0],
      ],
    );
    assert.doesNotMatch((await session.run(['check', '.', '--format', 'markdown'])).stdout, /qa|PSO/);
  });

  it('stay out of a report of several, and of its figures; one that is asked for is reported', async () => {
    session.write({ 'other.psirt.yaml': scored('subject: Camera', ['1.1'], 4) });
    for (const format of ['markdown', 'html', 'roll-up-csv', 'json']) {
      const { stdout } = await session.run(['report', '.', '--format', format]);
      assert.match(stdout, /Camera/, format);
      assert.doesNotMatch(stdout, /own\/(qa|pso)/, format);
    }
    assert.match((await session.run(['report', '.', '--format', 'html'])).stdout, /1 of 2 scored/);
    assert.match((await session.run(['report', 'own/qa.psirt.yaml'])).stdout, /4\.00/);
  });

  for (const [what, owner, message] of [
    ['a file that is not there', 'gone.psirt.yaml', /no assessment “gone/],
    ['itself', 'astray.psirt.yaml', /is an individual scoring itself/],
    ['another one', 'own/qa.psirt.yaml', /is an individual scoring itself/],
    ['a file outside of the workspace', '../../../../outside.psirt.yaml', /no assessment/],
    ['a file of another kind', 'README.md', /takes the path/],
    ['a page', 'https://example.com/a.psirt.yaml', /takes the path/],
  ] as const) {
    it(`have a problem where they belong to ${what}`, async () => {
      session.write({ 'astray.psirt.yaml': own('Legal', ['1.1'], owner) });
      const { status, stdout } = await session.run(['check', 'astray.psirt.yaml', 'router.psirt.yaml']);
      assert.equal(status, 1);
      assert.match(stdout, message);
      assert.match(stdout, /invalid-individual/);
    });
  }
});
