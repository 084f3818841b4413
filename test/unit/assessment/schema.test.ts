import assert from 'node:assert/strict';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { keysOf } from '../../../src/assessment/keys';
import { parseAssessment } from '../../../src/assessment/parse';
import { serviceIds } from '../../../src/sheet/sheet';
import { examples } from '../../support/analyse';
import { schemas } from '../../support/yaml-server';

describe('the JSON Schema', () => {
  for (const [language, schema] of Object.entries(schemas)) {
    it(`is valid draft-07 (${language})`, () => {
      const ajv = new Ajv({ strict: false });
      assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
      assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
    });

    it(`accepts the examples, refuses what the model refuses (${language})`, () => {
      const check = addFormats(new Ajv({ strict: false })).compile(schema);
      for (const [name, text] of examples)
        assert.equal(check(parse(text)), true, `${name}: ${JSON.stringify(check.errors)}`);
      const accepted = [
        'services: { "1.1": 0 }',
        'services: { "1.1": }',
        'services: { "1.1": { score: } }',
        'services:',
        'services: { "1.1": { excluded: true } }',
        'services: { "1.1": { target: 2.5, note: , evidence: [a, { link: b, expires: 2027-01-01 }] } }',
        'areas: { "1": { target: 3 }, "2": }',
        'rules: { missing-evidence: off }',
        'target: 0',
        'services: { "1.1": { plan: [{ action: x, done: 2026-01-01 }, { action: y, done: true }] } }',
        'services: { "1.1": { criteria: { 0a: met, "1a": partly, 2a: unmet, 3a: not-applicable, 3b: } } }',
        'services: { "1.1": { criteria: { 2a: { state: met, evidence: [a, { link: b }], note: x }, 2b: { state: } } } }',
        'services: { "1.1": { criteria: } }',
        'crosswalk: [cra, own.psirt-crosswalk.yml, OWN.PSIRT-CROSSWALK.YAML]',
      ];
      const refused = [
        'services: { "1.1": 7 }',
        'services: { "1.1": 2.5 }',
        'services: { "1.1": "2" }',
        'services: { "9.9": 2 }',
        'services: [1]',
        'services: { "1.1": { score: 9 } }',
        'services: { "1.1": { scor: 2 } }',
        'services: { "1.1": { plan: [{ owner: x }] } }',
        'services: { "1.1": { evidence: [{ expires: 2027-01-01 }] } }',
        'services: { "1.1": { criteria: { 2a: yes } } }',
        'services: { "1.1": { criteria: { 2a: { state: done } } } }',
        'services: { "1.1": { criteria: { 2a: { stat: met } } } }',
        'services: { "1.1": { criteria: [2a] } }',
        'areas: { "9": { target: 3 } }',
        'rules: { foo: off }',
        'rules: { missing-evidence: no }',
        'target: 6',
        'assessed: tomorrow',
        'sheet: other@1',
        'foo: 1',
        'assessors: me',
        'crosswalk: [own.yaml]',
      ];
      const isRight = (text: string) => {
        const { issues, services, sheet } = parseAssessment(`${text}\n`);
        return (
          issues.length === 0 &&
          [...services.keys()].every((id) => serviceIds.includes(id)) &&
          (!sheet || sheet.value === 'psirt-maturity@1.0')
        );
      };
      for (const text of accepted) assert.deepEqual([check(parse(text)), isRight(text)], [true, true], text);
      for (const text of refused) assert.deepEqual([check(parse(text)), isRight(text)], [false, false], text);
    });
  }

  it('explains every key', () => {
    const properties = schemas.en['properties'] as Record<string, { description?: string }>;
    assert.deepEqual(Object.keys(properties).sort(), [...keysOf.assessment].sort());
    for (const [key, { description }] of Object.entries(properties)) assert.ok(description, key);
  });
});
