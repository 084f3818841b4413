import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addCriteria,
  citeAllForCriterion,
  citeForCriterion,
  planAnswer,
} from '../../../../src/assessment/edit/criterion-edit';
import { criterionStates } from '../../../../src/assessment/vocabulary';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { yaml } from '../../../support/yaml';
import { afterPlan } from '../../../support/analyse';

const add = (text: string, ...ids: string[]) =>
  afterPlan(
    text,
    addCriteria(
      parseAssessment(text),
      '2.1',
      ids.map((id) => ({ id, text: `Text of ${id}` })),
    ),
  );
const cite = (text: string, id: string, link: string) =>
  afterPlan(text, citeForCriterion(parseAssessment(text), '2.1', id, link));

describe('citing several documents for a criterion', () => {
  it('is one after the other, those cited already left out', () => {
    const text = yaml`
      services:
        "2.1":
          criteria:
            2a: { state: met, evidence: [a.md] } # c
    `;
    const plan = citeAllForCriterion(parseAssessment(text), '2.1', '2a', ['b.md', 'a.md', 'c.md', 'b.md']);
    assert.equal(afterPlan(text, plan), text.replace('[a.md]', '[a.md, b.md, c.md]'));
  });

  it('is all or nothing', () => {
    const text = yaml`
      services:
        "2.1":
          criteria:
            2a: *gone
    `;
    assert.match(afterPlan(text, citeAllForCriterion(parseAssessment(text), '2.1', '2a', ['b.md'])), /^edit\./);
  });
});

describe('adding criteria', () => {
  it('writes those that are missing, each with its text behind it', () => {
    assert.equal(
      add('services:\n  "2.1": 2\n', '2a', '2b'),
      yaml`
        services:
          "2.1":
            score: 2
            criteria:
              2a:   # Text of 2a
              2b:   # Text of 2b
      `,
    );
    assert.equal(
      add(
        yaml`
          services:
            "2.1":
              criteria:
                2b: met
        `,
        '2a',
        '2b',
        '2c',
        '3a',
      ),
      yaml`
        services:
          "2.1":
            criteria:
              2a:   # Text of 2a
              2b: met
              2c:   # Text of 2c
              3a:   # Text of 3a
      `,
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
    const long = (line: string) => yaml`
      services:
        "2.1":
          criteria:
            ${line}
    `;
    assert.equal(cite(long('2a: met'), '2a', 'a.md'), long('2a: { state: met, evidence: [a.md] }'));
    assert.equal(cite(long('2a:'), '2a', 'a.md'), long('2a: { evidence: [a.md] }'));
    assert.equal(
      cite(long('2a: { state: met, evidence: [a.md] }'), '2a', 'b c.md'),
      long('2a: { state: met, evidence: [a.md, b c.md] }'),
    );
    assert.equal(
      cite(long('2a:\n        state: met'), '2a', 'a.md'),
      long(yaml`
        2a:
                state: met
                evidence: [a.md]`),
    );
    assert.equal(
      cite(
        long(yaml`
          2a:
                  evidence:
                    - a.md`),
        '2a',
        'b.md',
      ),
      long(yaml`
        2a:
                evidence:
                  - a.md
                  - b.md`),
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
