// The peer of `check` over many files: each is parsed by `yaml` and validated against our JSON Schema by `ajv`, and
// that is all.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const schema = JSON.parse(readFileSync(new URL('../../schemas/psirt-assessment.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const folder = process.argv[2];
let invalid = 0;
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith('.psirt.yaml') && !validate(parse(readFileSync(join(folder, name), 'utf8')))) invalid++;
}
console.log(invalid);
