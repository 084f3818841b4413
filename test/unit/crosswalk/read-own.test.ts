import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseCrosswalk } from '../../../src/crosswalk/read-own';
import { translator } from '../../../src/messages/catalogues';
import { loadSheet } from '../../../src/node/load-texts';
import { root } from '../../support/root';
import schema from '../../../schemas/psirt-crosswalk.schema.json';

const sheet = loadSheet('en');
const t = translator('en');

const sample = `source: example-policy
title: Product security policy of Example Devices
url: https://policy.example.com/
date: 2026-05-01
requirements:
  "PSP-4.2":
    subject: Reports are acknowledged within five days.
    aliases: [R1]
    services:
      "2.1": { relationship: subset, strength: 8, criteria: [2b], reason: The intake says so. }
      "5.2": 4
`;

const problems = (text: string) =>
  parseCrosswalk(text, sheet).issues.map(
    ({ rule, key, parameters, span }) => `${rule} ${text.slice(span.start, span.end)}: ${t(key, parameters)}`,
  );

describe('an organisation’s own crosswalk', () => {
  it('is read as one more source', () => {
    const { source, issues } = parseCrosswalk(sample, sheet);
    assert.deepEqual(issues, []);
    assert.equal(source?.title, 'Product security policy of Example Devices');
    const [requirement] = source?.requirements ?? [];
    assert.equal(requirement?.id, 'PSP-4.2');
    assert.deepEqual(requirement?.mappings, [
      { service: '2.1', criteria: ['2b'], relationship: 'subset', strength: 8, reason: 'The intake says so.' },
      { service: '5.2', criteria: [], relationship: 'intersects', strength: 4, reason: '' },
    ]);
  });

  it('is checked by the schema as it is by us', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    assert.ok(validate(parse(sample)), JSON.stringify(validate.errors));
    assert.ok(!validate(parse('source: a b')));
    assert.ok(!validate(parse('source: a\nrequirements: { X: { services: { "9.9": 3 } } }')));
  });

  it('can be the example', () => {
    const text = readFileSync(join(root, 'examples', 'harbour-robotics.psirt-crosswalk.yaml'), 'utf8');
    assert.deepEqual(problems(text), []);
    assert.ok(new Ajv({ strict: false, validateFormats: false }).compile(schema)(parse(text)));
    assert.deepEqual(
      parseCrosswalk(text, sheet).source?.requirements.map(({ mappings }) => mappings.length),
      [2, 1, 2],
    );
  });

  it('says what is wrong where it is, and uses the rest', () => {
    const text = sample.replace('strength: 8', 'strength: 11').replace('"5.2"', '"5.9"').replace('2b', '2z');
    assert.deepEqual(
      problems(text).map((line) => line.split(':')[0]),
      ['invalid-value 11', 'invalid-value 2z', 'unknown-service "5.9"'],
    );
    assert.deepEqual(
      parseCrosswalk(text, sheet).source?.requirements[0]?.mappings.map(({ service }) => service),
      ['2.1'],
    );
  });

  it('has no source without a name for it, or where the text cannot be read', () => {
    assert.equal(parseCrosswalk('title: X', sheet).source, undefined);
    assert.match(problems('title: X')[0] ?? '', /“source:”|source/);
    assert.equal(parseCrosswalk('source: [', sheet).source, undefined);
    assert.equal(parseCrosswalk('source: a/b', sheet).source, undefined);
  });

  it('takes no address but one of the web', () => {
    const text = sample.replace('https://policy.example.com/', 'javascript:alert(1)');
    assert.match(problems(text).join(), /javascript/);
    assert.equal(parseCrosswalk(text, sheet).source?.url, undefined);
  });
});
