import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { Session } from '../cli/session';

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
    const services = json.assessments[0].services as { id: string; criteria?: object[]; suggested?: number }[];
    const answered = services.find(({ id }) => id === '2.1');
    assert.equal(answered?.suggested, 2);
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
});
