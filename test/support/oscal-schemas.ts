/**
 * NIST's JSON Schemas of OSCAL. They are no part of this repository: the tests that ask them take them from the folder
 * that `OSCAL_SCHEMAS` names, or from `.oscal-schemas/` at the root, under the names of NIST's releases
 * (`oscal_catalog_schema.json` …).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { root } from './root';

const folder = process.env['OSCAL_SCHEMAS'] ?? join(root, '.oscal-schemas');

/** What a schema finds wrong with a document, or `undefined` where NIST's schema is not at hand. */
export function faultsOf(model: 'assessment-results' | 'catalog' | 'mapping', json: string): string[] | undefined {
  const path = join(folder, `oscal_${model}_schema.json`);
  if (!existsSync(path)) return undefined;
  // Ajv refuses the ids that the definitions carry; references name them by their place.
  const schema = JSON.parse(readFileSync(path, 'utf8'), (key, value: unknown) =>
    key === '$id' && String(value).startsWith('#') ? undefined : value,
  ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(JSON.parse(json)) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

/** Said where nothing was checked. */
export const unchecked = 'not checked against NIST’s schema: set OSCAL_SCHEMAS to the folder that holds it';
