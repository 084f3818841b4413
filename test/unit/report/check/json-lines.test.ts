import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { AssessmentLine } from '../../../../src/report/check/json-lines-model';
import { parsed } from '../../../support/session';
import { checks, examples } from '../../../support/printed-checks';
import { root } from '../../../support/root';

describe('JSON Lines', () => {
  const checked = checks();
  const { lines, run } = checked;

  it('keep to their published schema', async () => {
    const published = JSON.parse(readFileSync(join(root, 'schemas', 'result-line.schema.json'), 'utf8')) as object;
    checked.session.write({ 'broken.psirt.yaml': 'subject: [\n', 'empty.psirt.yaml': '' });
    const validate = new Ajv({ strict: true, strictTypes: false }).compile(published);
    for (const line of [...(await lines(examples)), ...(await lines('.', '--lang', 'ja'))])
      assert.ok(validate(line), JSON.stringify(validate.errors));
  });

  it('give one assessment a line, with the numbers of the JSON', async () => {
    const printed = await run('jsonl', examples);
    assert.match(printed, /^(\{[^\n]*\}\n)+$/);
    const { assessments } = parsed(
      await checked.session.run(['check', examples, '--format', 'json', '--today', '2026-11-23']),
    );
    const found = await lines(examples);
    assert.deepEqual(
      found.map(({ path }) => path),
      assessments.map(({ path }) => path),
    );
    for (const [index, { overall, areas, services, problems }] of assessments.entries()) {
      const line = found[index] ?? assert.fail();
      const { belowTarget, ...numbers } = overall;
      for (const [key, value] of Object.entries({ ...numbers, below_target: belowTarget }))
        assert.equal(line[key as keyof AssessmentLine], value);
      assert.deepEqual(
        line.areas.map(({ mean }) => mean),
        areas.map(({ mean }) => mean),
      );
      assert.deepEqual(
        line.services.map(({ id, score, gap }) => [id, score, gap]),
        services.map(({ id, score, gap }) => [id, score, gap]),
      );
      assert.deepEqual(
        line.problems.map((at) => [at.rule, at.line, at.column]),
        problems.map(({ rule, range: { start } }) => [rule, start.line + 1, start.character + 1]),
      );
      assert.equal(line.errors + line.warnings + line.infos, problems.length);
    }
  });

  it('hold nothing but lists of scalars below their scalars: databases make tables of them', async () => {
    const isScalar = (value: unknown) => typeof value !== 'object' || value === null;
    for (const line of await lines(examples)) {
      for (const value of Object.values(line))
        assert.ok(isScalar(value) || (value as object[]).every((record) => Object.values(record).every(isScalar)));
    }
  });

  it('say who signed which state off', async () => {
    checked.session.write({ 'signed/a.psirt.yaml': 'services: { "1.1": 2 }\n' });
    await checked.session.run(['sign-off', 'signed/a.psirt.yaml', '--by', 'Head of Product Security']);
    const [line] = await lines('signed');
    const signed = line?.sign_off?.map(({ by, on, current }) => [by, on, current]);
    assert.deepEqual(signed, [['Head of Product Security', '2026-11-23', true]]);
  });

  it('stay one line each, whatever a file says, and print nothing a terminal would act on', async () => {
    checked.session.write({ 'a.psirt.yaml': 'subject: "a\\nb\\r\\u2028\\u0085\\e[31m\\u202Ec"\n' });
    const printed = await run('jsonl');
    assert.equal(printed.split(/[\n\r\u2028\u0085]/).length, 2);
    assert.doesNotMatch(printed, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]/);
    assert.equal((await lines())[0]?.subject, 'a\nb\r\u2028\u0085\u001b[31m\u202ec');
  });
});
