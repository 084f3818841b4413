import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addCriteria,
  citeAllForCriterion,
  citeForCriterion,
  planAnswer,
} from '../../../../src/assessment/edit/criterion-edit';
import type { EditPlan } from '../../../../src/assessment/edit/plan';
import { criterionStates, type CriterionState } from '../../../../src/assessment/model';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';

const made = (text: string, plan: EditPlan) => ('refused' in plan ? plan.refused.key : applyEdits(text, plan.edits));
const answer = (text: string, id: string, state: CriterionState | null, service = '2.1') =>
  made(text, planAnswer(parseAssessment(text), service, id, state));
const add = (text: string, ...ids: string[]) =>
  made(
    text,
    addCriteria(
      parseAssessment(text),
      '2.1',
      ids.map((id) => ({ id, text: `Text of ${id}` })),
    ),
  );
const cite = (text: string, id: string, link: string) =>
  made(text, citeForCriterion(parseAssessment(text), '2.1', id, link));

describe('citing several documents for a criterion', () => {
  it('is one after the other, those cited already left out', () => {
    const text = 'services:\n  "2.1":\n    criteria:\n      2a: { state: met, evidence: [a.md] } # c\n';
    const plan = citeAllForCriterion(parseAssessment(text), '2.1', '2a', ['b.md', 'a.md', 'c.md', 'b.md']);
    assert.equal(made(text, plan), text.replace('[a.md]', '[a.md, b.md, c.md]'));
  });

  it('is all or nothing', () => {
    const text = 'services:\n  "2.1":\n    criteria:\n      2a: *gone\n';
    assert.match(made(text, citeAllForCriterion(parseAssessment(text), '2.1', '2a', ['b.md'])), /^edit\./);
  });
});

describe('answering a criterion', () => {
  const cases: [string, string, string, CriterionState | null, string][] = [
    [
      'makes a short form a long one',
      'services:\n  "2.1": 2   # c\n',
      '2a',
      'met',
      'services:\n  "2.1":   # c\n    score: 2\n    criteria:\n      2a: met\n',
    ],
    [
      'in a flow map',
      'services: { "2.1": 2 }\n',
      '2a',
      'met',
      'services: { "2.1": { score: 2, criteria: { 2a: met } } }\n',
    ],
    [
      'adds the service',
      'services:\n  "1.1": 2\n',
      '2a',
      'met',
      'services:\n  "1.1": 2\n  "2.1":\n    criteria:\n      2a: met\n',
    ],
    [
      'adds it in the order of the ids',
      'services:\n  "2.1":\n    criteria:\n      1a: met # c\n      3a: met\n',
      '2b',
      'partly',
      'services:\n  "2.1":\n    criteria:\n      1a: met # c\n      2b: partly\n      3a: met\n',
    ],
    [
      'ahead of all others',
      'services:\n  "2.1":\n    criteria:\n      3a: met\n',
      '2b',
      'unmet',
      'services:\n  "2.1":\n    criteria:\n      2b: unmet\n      3a: met\n',
    ],
    [
      'into a key without a value',
      'services:\n  "2.1":\n    criteria:   # c\n    note: x\n',
      '2b',
      'unmet',
      'services:\n  "2.1":\n    criteria:   # c\n      2b: unmet\n    note: x\n',
    ],
    [
      'changes a state in its place',
      'services:\n  "2.1":\n    criteria: { 2a: met, 2b: unmet }\n',
      '2a',
      'not-applicable',
      'services:\n  "2.1":\n    criteria: { 2a: not-applicable, 2b: unmet }\n',
    ],
    [
      'fills an empty one',
      'services:\n  "2.1":\n    criteria:\n      2a:   # Text\n',
      '2a',
      'met',
      'services:\n  "2.1":\n    criteria:\n      2a: met   # Text\n',
    ],
    [
      'in the long form',
      'services:\n  "2.1":\n    criteria:\n      2a: { state: unmet, note: x }\n',
      '2a',
      'met',
      'services:\n  "2.1":\n    criteria:\n      2a: { state: met, note: x }\n',
    ],
    [
      'in a long form without a state',
      'services:\n  "2.1":\n    criteria:\n      2a:\n        note: x\n',
      '2a',
      'met',
      'services:\n  "2.1":\n    criteria:\n      2a:\n        state: met\n        note: x\n',
    ],
    [
      'takes an answer back',
      'services:\n  "2.1":\n    criteria:\n      2a: met\n      2b: met\n',
      '2a',
      null,
      'services:\n  "2.1":\n    criteria:\n      2b: met\n',
    ],
    [
      'takes the state of a long one back alone',
      'services:\n  "2.1":\n    criteria:\n      2a: { state: met, note: x }\n      2b: met\n',
      '2a',
      null,
      'services:\n  "2.1":\n    criteria:\n      2a: { note: x }\n      2b: met\n',
    ],
    [
      'takes the key away with the last',
      'services:\n  "2.1":\n    score: 2\n    criteria:\n      2a: met\n',
      '2a',
      null,
      'services:\n  "2.1":\n    score: 2\n',
    ],
    [
      'changes nothing where it is so already',
      'services:\n  "2.1":\n    criteria: { 2a: met }\n',
      '2a',
      'met',
      'services:\n  "2.1":\n    criteria: { 2a: met }\n',
    ],
    ['takes nothing back where nothing is answered', 'services:\n  "2.1": 3\n', '2a', null, 'services:\n  "2.1": 3\n'],
  ];
  for (const [name, before, id, state, after] of cases) it(name, () => assert.equal(answer(before, id, state), after));

  it('is refused where it can not be proven', () => {
    assert.equal(answer('services: {', '2a', 'met'), 'edit.broken');
    assert.equal(answer('services: { "2.1": 2, 2.1: 3 }\n', '2a', 'met'), 'edit.duplicate');
    assert.equal(
      answer('services:\n  "1.1": &a { criteria: { 2a: met } }\n  "2.1": *a\n', '2a', 'unmet'),
      'edit.by-hand',
    );
    assert.equal(answer('services:\n  "2.1": { criteria: [2a] }\n', '2a', 'met'), 'edit.by-hand');
  });
});

describe('adding criteria', () => {
  it('writes those that are missing, each with its text behind it', () => {
    assert.equal(
      add('services:\n  "2.1": 2\n', '2a', '2b'),
      'services:\n  "2.1":\n    score: 2\n    criteria:\n      2a:   # Text of 2a\n      2b:   # Text of 2b\n',
    );
    assert.equal(
      add('services:\n  "2.1":\n    criteria:\n      2b: met\n', '2a', '2b', '2c', '3a'),
      'services:\n  "2.1":\n    criteria:\n      2a:   # Text of 2a\n      2b: met\n      2c:   # Text of 2c\n      3a:   # Text of 3a\n',
    );
    assert.equal(add('services: { "2.1": 2 }\n', '2a'), 'services: { "2.1": { score: 2, criteria: { 2a: } } }\n');
    assert.equal(
      add('services:\r\n    "2.1": 2\r\n', '2a'),
      'services:\r\n    "2.1":\r\n        score: 2\r\n        criteria:\r\n            2a:   # Text of 2a\r\n',
    );
  });
});

describe('citing for a criterion', () => {
  it('keeps its state, in whatever form', () => {
    const long = (line: string) => `services:\n  "2.1":\n    criteria:\n      ${line}\n`;
    assert.equal(cite(long('2a: met'), '2a', 'a.md'), long('2a: { state: met, evidence: [a.md] }'));
    assert.equal(cite(long('2a:'), '2a', 'a.md'), long('2a: { evidence: [a.md] }'));
    assert.equal(
      cite(long('2a: { state: met, evidence: [a.md] }'), '2a', 'b c.md'),
      long('2a: { state: met, evidence: [a.md, b c.md] }'),
    );
    assert.equal(
      cite(long('2a:\n        state: met'), '2a', 'a.md'),
      long('2a:\n        state: met\n        evidence: [a.md]'),
    );
    assert.equal(
      cite(long('2a:\n        evidence:\n          - a.md'), '2a', 'b.md'),
      long('2a:\n        evidence:\n          - a.md\n          - b.md'),
    );
    assert.equal(cite(long('1a: met'), '2a', 'a.md'), long('1a: met\n      2a: { evidence: [a.md] }'));
    assert.equal(cite(long('2a: { evidence: [a.md] }'), '2a', 'a.md'), long('2a: { evidence: [a.md] }'));
    assert.equal(cite(long('2a: maybe'), '2a', 'a.md'), 'edit.by-hand');
  });
});

describe('any answers in any file', () => {
  const ids = fc.constantFrom('0a', '1a', '1b', '2a', '2c', '3a', '5b');
  const answers = fc.array(fc.tuple(ids, fc.constantFrom(...criterionStates, null)), { minLength: 1, maxLength: 6 });

  it('come to what was meant last for each, and taken back leave no trace in what the file says; ordinary files never refuse', () => {
    fc.assert(
      fc.property(randomFiles, fc.constantFrom(...serviceIds), answers, ({ text, ordinary }, service, list) => {
        let now = text;
        for (const [id, state] of list) {
          const plan = planAnswer(parseAssessment(now), service, id, state);
          if ('refused' in plan) return void assert.ok(!ordinary, `refused: ${plan.refused.key}\n${now}`);
          now = applyEdits(now, plan.edits);
        }
        const after = parseAssessment(now);
        assert.equal(after.broken, false, now);
        const before = parseAssessment(text).services.get(service);
        const entry = after.services.get(service);
        for (const [id, state] of new Map(list))
          assert.equal(entry?.criteria.get(id)?.state?.value ?? null, state, now);
        assert.deepEqual(
          [entry?.score?.value, entry?.excluded?.value],
          [before?.score?.value, before?.excluded?.value],
          now,
        );
        return undefined;
      }),
      fuzzRuns(400),
    );
  });
});
