import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { Repository } from '../../support/repository';
import { Session } from '../../support/session';
import { yaml } from '../../support/yaml';

const file = `sheet: psirt-maturity@1.0
subject: Router
services:
  "2.1":
    score: 1
    criteria:
      1a: met
      1b: unmet
      2a: met
      2b: met
      2c: { state: partly, evidence: [docs/intake.md], note: Since May }
      2d: unmet
`;

describe('criteria in what is reported', () => {
  const session = new Session();
  before(() =>
    session.write({
      'router.psirt.yaml': file,
      'docs/intake.md': '# Intake\n',
      'before.psirt.yaml': file.replace('      2b: met\n', ''),
    }),
  );
  after(() => session.remove());
  const printed = async (...args: string[]) => (await session.run(args)).stdout;

  it('are in the JSON of a check, with what they suggest, as its schema has it', async () => {
    const json = JSON.parse(await printed('check', 'router.psirt.yaml', '--format', 'json'));
    const services = json.assessments[0].services as {
      id: string;
      criteria?: object[];
      suggested?: number;
      suggestedBy?: object[];
    }[];
    const answered = services.find(({ id }) => id === '2.1');
    assert.equal(answered?.suggested, 2);
    assert.deepEqual(answered?.suggestedBy, [{ level: 2, met: 2.5, of: 4 }]);
    assert.deepEqual(answered?.criteria?.[0], { id: '1a', state: 'met' });
    assert.ok(services.every((one) => one === answered || !('criteria' in one || 'suggested' in one)));
    const schema = JSON.parse(readFileSync('schemas/result.schema.json', 'utf8')) as object;
    const ajv = new Ajv({ strict: false });
    assert.ok(ajv.validate(schema, json), JSON.stringify(ajv.errors));
  });

  it('are in reports, with their reason, evidence and notes', async () => {
    const markdown = await printed('report', 'router.psirt.yaml', '--format', 'markdown', '--size', 'full');
    assert.match(markdown, /\*\*Criteria\*\*\n\nThe criteria suggest 2: 2\.5 of 4 of level 2\.\n\n- 1a /);
    assert.match(markdown, /- 2c [^\n]* · partly met · docs\/intake\\?\.md · Since May/);
    const html = await printed('report', 'router.psirt.yaml', '--format', 'html', '--size', 'full', '--lang', 'ja');
    assert.match(html, /確認項目の回答による候補は2（レベル2は4件中2\.5件）。/);
    assert.match(html, /<li class="met"><span class="mark" aria-hidden="true">✓<\/span>/);
    assert.match(html, /\(満たしていない\)/);
  });

  it('are the steps of the plan: what of the next level is open, as check boxes and as a hint of the effort', async () => {
    const plan = await printed('report', 'router.psirt.yaml', '--format', 'markdown', '--size', 'full');
    assert.match(plan, /- 2\.1 [^\n]*: 1 → 3 \(2 criteria open\)/);
    assert.match(plan, /\n {2}- \[ \] 2c [^\n]+\n {2}- \[ \] 2d /);
  });

  it('are in comparisons: what is answered otherwise', async () => {
    const text = await printed('compare', 'before.psirt.yaml', 'router.psirt.yaml');
    assert.match(text, /2\.1 .*2b met/);
    assert.match(text, /1 answer to criteria changed/);
    const json = JSON.parse(await printed('compare', 'router.psirt.yaml', 'before.psirt.yaml', '--format', 'json'));
    const change = (json.services as { id: string; kind: string; criteria?: object[] }[]).find(
      ({ id }) => id === '2.1',
    );
    assert.deepEqual([change?.kind, change?.criteria], ['criteria-changed', [{ id: '2b', state: null }]]);
    assert.match(
      await printed('compare', 'before.psirt.yaml', 'router.psirt.yaml', '--format', 'markdown', '--lang', 'ja'),
      /2bを満たした/,
    );
  });

  it('are in the comment of a pull request: what is met since the branch left main', async () => {
    const repository = new Repository();
    try {
      repository.commit('start', { 'router.psirt.yaml': file });
      repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      repository.git('checkout', '--quiet', '-b', 'topic');
      repository.commit('change', { 'router.psirt.yaml': `${file}      3b: met\n` });
      for (const command of [
        ['check', '.'],
        ['compare', 'router.psirt.yaml'],
      ]) {
        const { stdout } = await repository.run([...command, '--against', 'origin/main', '--format', 'markdown']);
        assert.match(stdout, /1 answer to criteria changed/, command[0]);
        assert.match(stdout, /\|[^|]*\| 2\.1 Report intake \| 3b met \|/, command[0]);
      }
    } finally {
      repository.remove();
    }
  });

  it('are in what several assessments come to: those unmet most often first, in every report', async () => {
    const other = new Session();
    const with2 = (name: string, answers: string) =>
      yaml`
        subject: ${name}
        services: { "2.1": { score: 1, criteria: { ${answers} } } }
      `;
    other.write({
      'a.psirt.yaml': with2('A', '1b: met, 2a: unmet, 2d: unmet, 3a: partly'),
      'b.psirt.yaml': with2('B', '1b: met, 2a: met, 2d: unmet, 3a: unmet'),
      'c.psirt.yaml': with2('C', '1b: unmet, 2d: unmet, 3a: not-applicable'),
    });
    const report = async (...args: string[]) => (await other.run(['report', '.', ...args])).stdout;
    try {
      const expected =
        /2\.1 2d [^\n]+: in 3 of 3 that answer\n- 2\.1 1b Still missing: [^\n]+: in 2 of 3 that answer(\n\n|$)/;
      assert.match(await report('--format', 'markdown', '--size', 'full'), /# Criteria unmet most often\n\n- /);
      assert.match(await report('--format', 'markdown', '--size', 'full'), expected);
      const html = await report('--format', 'html', '--lang', 'ja');
      assert.match(html, /<h2>満たされていないことの多い確認項目<\/h2><ul><li><span class="name">2\.1 2d /);
      const json = JSON.parse(await report('--format', 'json')) as { unmetCriteria: Record<string, unknown>[] };
      assert.deepEqual(
        json.unmetCriteria.map(({ service, id, kind, unmet, answered }) => [service, id, kind, unmet, answered]),
        [
          ['2.1', '2d', 'reach', 3, 3],
          ['2.1', '1b', 'lack', 2, 3],
        ],
      );
      const ajv = new Ajv({ strict: false });
      assert.ok(ajv.validate(JSON.parse(readFileSync('schemas/result.schema.json', 'utf8')) as object, json));
    } finally {
      other.remove();
    }
  });
});
