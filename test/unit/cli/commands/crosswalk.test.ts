import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import schema from '../../../../schemas/crosswalk.schema.json';
import type { CrosswalkResult } from '../../../../src/report/crosswalk/crosswalk-model';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';

const assessment = `sheet: psirt-maturity@1.0
subject: Edge router
services:
  "1.5": 3
  "2.3": 1
  "5.1": { excluded: Sold to nobody else }
`;

const own = `source: example-policy
title: Policy <b>of</b> Example Devices
requirements:
  "PSP-1": { subject: "=1+1 ::error::x", services: { "2.3": 6 } }
`;

describe('crosswalk', () => {
  const session = new Session().write({ 'a.psirt.yaml': assessment, 'own.psirt-crosswalk.yaml': own });
  after(() => session.remove());
  const printed = async (...args: string[]) => (await session.run(['crosswalk', ...args])).stdout;
  const json = async (...args: string[]) => JSON.parse(await printed(...args, '--format', 'json')) as CrosswalkResult;

  it('prints every source as its schema says, in the language asked for', async () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const language of languages) {
      const result = await json('--lang', language);
      assert.ok(validate(result), JSON.stringify(validate.errors));
      assert.equal(result.sources.length, 8);
    }
    const { sources } = await json('cra');
    const requirement = sources[0]?.requirements.find(({ id }) => id === 'II.5');
    assert.ok(requirement?.aliases.includes('1.2.5'));
    assert.equal(requirement?.services[0]?.id, '5.2');
    assert.ok(!('status' in (requirement ?? {})));
  });

  it('says where an assessment stands', async () => {
    const { sources } = await json('cra', '--assessment', 'a.psirt.yaml');
    const statusOf = (id: string) => sources[0]?.requirements.find((one) => one.id === id)?.status;
    assert.deepEqual(statusOf('II.1'), { weakest: 1, unscored: [], excluded: [] });
    assert.deepEqual(statusOf('II.4')?.excluded, ['5.1']);
  });

  it('never says that anyone complies, and says so', async () => {
    for (const [language, word] of [
      ['en', 'no statement of conformity'],
      ['ja', '適合を表明するものではない'],
    ] as const)
      for (const format of ['text', 'markdown']) {
        const text = await printed('jp', '--format', format, '--lang', language);
        assert.ok(text.replace(/\s/g, '').includes(word.replace(/\s/g, '')), text);
      }
  });

  it('takes an organisation’s own file, whose text stays text', async () => {
    assert.match(await printed('own.psirt-crosswalk.yaml'), /PSP-1/);
    const markdown = await printed('own.psirt-crosswalk.yaml', '--format', 'markdown');
    assert.ok(!markdown.includes('<b>'), markdown);
    assert.match(await printed('own.psirt-crosswalk.yaml', '--format', 'csv'), /"'=1\+1/);
  });

  it('has a row of the table for each service that is touched', async () => {
    const lines = (await printed('ssdf', '--format', 'csv', '--assessment', 'a.psirt.yaml')).trim().split('\r\n');
    assert.match(lines[0] ?? '', /"source","requirement",.*"state","score","target","weakest"$/);
    assert.equal(
      lines.length,
      1 + (await json('ssdf')).sources.flatMap((one) => one.requirements).flatMap((one) => one.services).length,
    );
  });

  it('names the sources there are for one there is not, and the line of a mistake in a file', async () => {
    const { status, stderr } = await session.run(['crosswalk', 'cro']);
    assert.equal(status, 2);
    assert.match(stderr, /cra, ssdf/);
    session.write({ 'bad.psirt-crosswalk.yaml': own.replace('"2.3"', '"9.9"') });
    const bad = await session.run(['crosswalk', 'bad.psirt-crosswalk.yaml']);
    assert.equal(bad.status, 2);
    assert.match(bad.stderr, /bad\.psirt-crosswalk\.yaml:4: .*9\.9/);
  });

  it('writes to a file, in the format that its ending says', async () => {
    assert.equal((await session.run(['crosswalk', 'cra', '--output', 'cra.json'])).status, 0);
    assert.equal((JSON.parse(session.read('cra.json')) as CrosswalkResult).sources[0]?.id, 'cra');
  });
});
