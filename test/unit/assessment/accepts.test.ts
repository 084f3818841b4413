import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accepts } from '../../../src/assessment/accepts';
import { schema } from '../../../src/assessment/model-facts.json';
import { modelIssues } from '../../../src/assessment/validate';
import { plainOf } from '../../../src/assessment/yaml/tree';
import { readYaml } from '../../../src/assessment/yaml/read-yaml';
import { randomFiles } from '../../support/random-file';

const digest = 'a1'.repeat(32);
const evidence = [
  'docs/a.md',
  { link: 'docs/b.md', collected: '2026-01-31', expires: null, sha256: digest, note: 'x' },
];

/** A value with each key that a file may have, in each of its forms. */
const full = {
  sheet: 'psirt-maturity@1.0',
  subject: 'Router',
  assessed: '2024-02-29',
  assessors: ['A', 'B'],
  target: 2.5,
  wording: 'own.psirt-wording.yaml',
  crosswalk: ['cra', 'own.psirt-crosswalk.yaml'],
  'individual-for': 'router.psirt.yaml',
  'sign-off': [{ by: 'A', on: '2026-01-31', content: `sha256-${digest}` }],
  areas: { 1: { target: 3, note: 'x', responder: 'A' }, 2: null },
  services: {
    '1.1': 3,
    '1.2': null,
    '1.3': {
      score: 0,
      target: 5,
      excluded: true,
      evidence,
      note: 'x',
      plan: [
        { action: 'Do it', owner: 'A', due: '2026-12-31', done: '2026-12-01' },
        { action: 'Do more', done: false },
      ],
      criteria: { '1a': 'met', '1b': null, '2a': { state: 'partly', evidence, note: 'x' } },
      votes: { A: 1, B: 5 },
      responder: 'A',
    },
    '1.4': { excluded: 'Not ours' },
  },
  rules: { 'below-target': 'off' },
};

/** Values that are close to what is expected somewhere, and those that hardly any program expects. */
const others: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, 5, 6, -1, 2.5, 1e300, NaN, Infinity, '', 'met', 'cra', 'off', 'error', '3'],
  ...['2026-02-29', '2026-1-1', '2026-01-01T00:00', digest, digest.toUpperCase(), `${digest}0`, `sha256-${digest}`],
  ...['sha256-', 'x.psirt-crosswalk.yml', 'x.PSIRT-CROSSWALK.YAML', 'x.psirt-crosswalk.yaml.txt', '\n2026-01-01'],
  ...[[], [null], [[]], ['a'], [3], {}, { link: 'a' }, { link: null }, { action: 'a' }, { state: 'met' }, { score: 3 }],
];
const keys = ['score', 'target', 'note', 'link', 'nte', 'constructor', 'toString', '1.1', '7.7', '0', ''];

/** A value with one change in it: at each step down, one of its members is chosen by the next number. */
function changed(value: unknown, [step = 0, ...rest]: readonly number[], change: (value: unknown) => unknown): unknown {
  const members = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (rest.length === 0 || members.length === 0) return change(value);
  const key = members[step % members.length] as string;
  const own = changed((value as Record<string, unknown>)[key], rest, change);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? own : item));
  return { ...(value as object), [key]: own };
}

const steps = fc.array(fc.nat(20), { minLength: 1, maxLength: 7 });
const changes = fc.oneof(
  fc.constantFrom(...others).map((other) => () => other),
  fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...others)).map(
    ([key, other]) =>
      (value: unknown) =>
        Array.isArray(value) ? [...(value as unknown[]), other] : { ...(value as object | null), [key]: other },
  ),
  fc.nat(20).map((index) => (value: unknown) => {
    const entries = Object.entries((value ?? {}) as object);
    return Object.fromEntries(entries.filter((_, place) => place !== index % Math.max(1, entries.length)));
  }),
);

/** Whether a value is right by the schema; the model has to say the same. */
function isRight(value: unknown): boolean {
  const isValid = accepts(schema, value);
  assert.equal(isValid, modelIssues(value).length === 0, JSON.stringify(value));
  return isValid;
}

describe('The schema that right files are known by', () => {
  it('accepts a file with each key there is, in each of its forms, as the model does', () => {
    assert.ok(isRight(full));
  });

  it('tells right from wrong as the model does, wherever a value is another, is missing or is added', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(steps, changes), { minLength: 1, maxLength: 2 }), (all) => {
        isRight(all.reduce<unknown>((value, [path, change]) => changed(value, path, change), full));
      }),
      { numRuns: 3000 },
    );
  });

  it('tells right from wrong as the model does, for each value at each place', () => {
    const visit = (value: unknown, put: (other: unknown) => unknown): void => {
      for (const other of others) isRight(put(other));
      if (typeof value !== 'object' || value === null) return;
      for (const [key, own] of Object.entries(value)) {
        const among = (other: unknown) =>
          Array.isArray(value)
            ? value.map((item: unknown, index) => (String(index) === key ? other : item))
            : { ...value, [key]: other };
        visit(own, (other) => put(among(other)));
      }
    };
    visit(full, (other) => other);
  });

  it('accepts the files that people write, as the model does', () => {
    fc.assert(
      fc.property(randomFiles, ({ text }) =>
        assert.ok(isRight(plainOf(readYaml(text).tree ?? assert.fail(text))), text),
      ),
    );
  });

  it('leaves a key that a program may take for something else to the model', () => {
    const odd: unknown = JSON.parse('{ "subject": "x", "__proto__": 5 }');
    assert.ok(!accepts(schema, odd));
    assert.equal(modelIssues(odd).length, 1);
  });
});
