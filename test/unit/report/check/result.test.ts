import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parsed, Session } from '../../../support/session';
import { root } from '../../../support/root';
import { languages } from '../../../../src/messages/messages';

const published = JSON.parse(readFileSync(join(root, 'schemas', 'result.schema.json'), 'utf8')) as object;

describe('the JSON of check', () => {
  const session = new Session().write({
    'a.psirt.yaml': [
      'subject: Router',
      'assessed: 2026-11-20',
      'areas: { "1": { target: 3 } }',
      'services:',
      '  "1.1": 2 # 🧑‍💻\r',
      '  "1.2": { score: 3, note: "🧑‍💻", target: 9 }',
      '  "1.3": { score: 2, target: 2 }',
      '  "1.4": { excluded: Sold directly }',
      '',
    ].join('\n'),
    'broken.psirt.yaml': 'subject: [\n',
    'empty.psirt.yaml': '',
  });
  after(() => session.remove());
  const check = async (...args: string[]) => parsed(await session.run(['check', '--format', 'json', ...args]));

  it('is as the schema says, for the examples and for files full of mistakes', async () => {
    const validate = new Ajv({ strict: true, strictTypes: false }).compile(published);
    for (const path of [join(root, 'examples'), '.']) {
      for (const language of languages) {
        const result = await check(path, '--lang', language);
        assert.ok(result.summary.assessments >= 3);
        assert.ok(validate(result), JSON.stringify(validate.errors, null, 2));
      }
    }
    assert.equal(validate({ ...(await check('.')), version: 2 }), false);
  });

  it('has the shape users were promised', async () => {
    const { version, assessments, summary } = await check('a.psirt.yaml');
    assert.equal(version, 1);
    const [{ overall, areas, services, problems, ...head } = assert.fail()] = assessments;
    assert.deepEqual(head, {
      path: 'a.psirt.yaml',
      sheet: 'psirt-maturity@1.0',
      subject: 'Router',
      assessed: '2026-11-20',
    });
    const numbers = { mean: 7 / 3, floor: 2, scored: 3, excluded: 1, belowTarget: 1 };
    assert.deepEqual(overall, { ...numbers, target: 2.5, applicable: 26 });
    assert.deepEqual(areas[0], {
      id: '1',
      title: 'Stakeholder ecosystem management',
      ...numbers,
      target: 3,
      applicable: 6,
    });
    assert.deepEqual(
      services.slice(0, 5).map(({ id, state, score, target, gap }) => [id, state, score, target, gap]),
      [
        ['1.1', 'scored', 2, 3, 1],
        ['1.2', 'scored', 3, 3, 0],
        ['1.3', 'scored', 2, 2, 0],
        ['1.4', 'excluded', null, 3, null],
        ['1.5', 'unscored', null, 3, null],
      ],
    );
    assert.equal(services.find(({ id }) => id === '6.3')?.state, 'out-of-scope');
    assert.deepEqual([areas.length, services.length], [6, 28]);
    const bySeverity = (wanted: string) => problems.filter(({ severity }) => severity === wanted).length;
    assert.deepEqual(summary, {
      assessments: 1,
      errors: 1,
      warnings: bySeverity('warning'),
      infos: bySeverity('info'),
    });
  });

  it('counts lines and UTF-16 characters from zero', async () => {
    const [first] = (await check('a.psirt.yaml')).assessments;
    const ranges = (rule: string) =>
      first?.problems.filter((problem) => problem.rule === rule).map(({ range }) => range);
    assert.deepEqual(ranges('below-target'), [{ start: { line: 4, character: 9 }, end: { line: 4, character: 10 } }]);
    // The emoji before it is five UTF-16 units, one character to a reader.
    assert.deepEqual(ranges('invalid-value'), [{ start: { line: 5, character: 44 }, end: { line: 5, character: 45 } }]);
  });

  it('says null, not nothing, of what a file does not say', async () => {
    const [first] = (await check('empty.psirt.yaml')).assessments;
    assert.deepEqual(
      [first?.sheet, first?.subject, first?.assessed, first?.overall.mean],
      ['psirt-maturity@1.0', null, null, null],
    );
  });
});
