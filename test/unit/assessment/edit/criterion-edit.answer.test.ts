import assert from 'node:assert/strict';
import { planAnswer } from '../../../../src/assessment/edit/criterion-edit';
import type { CriterionState } from '../../../../src/assessment/vocabulary';
import { parseAssessment } from '../../../../src/assessment/parse';
import { itRefuses } from '../../../support/refusals';
import { yaml } from '../../../support/yaml';
import { afterPlan } from '../../../support/analyse';

const answer = (text: string, id: string, state: CriterionState | null, service = '2.1') =>
  afterPlan(text, planAnswer(parseAssessment(text), service, id, state));

describe('answering a criterion', () => {
  const cases: [string, string, string, CriterionState | null, string][] = [
    [
      'makes a short form a long one',
      'services:\n  "2.1": 2   # c\n',
      '2a',
      'met',
      yaml`
        services:
          "2.1":   # c
            score: 2
            criteria:
              2a: met
      `,
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
      yaml`
        services:
          "1.1": 2
          "2.1":
            criteria:
              2a: met
      `,
    ],
    [
      'adds it in the order of the ids',
      yaml`
        services:
          "2.1":
            criteria:
              1a: met # c
              3a: met
      `,
      '2b',
      'partly',
      yaml`
        services:
          "2.1":
            criteria:
              1a: met # c
              2b: partly
              3a: met
      `,
    ],
    [
      'ahead of all others',
      yaml`
        services:
          "2.1":
            criteria:
              3a: met
      `,
      '2b',
      'unmet',
      yaml`
        services:
          "2.1":
            criteria:
              2b: unmet
              3a: met
      `,
    ],
    [
      'into a key without a value',
      yaml`
        services:
          "2.1":
            criteria:   # c
            note: x
      `,
      '2b',
      'unmet',
      yaml`
        services:
          "2.1":
            criteria:   # c
              2b: unmet
            note: x
      `,
    ],
    [
      'changes a state in its place',
      yaml`
        services:
          "2.1":
            criteria: { 2a: met, 2b: unmet }
      `,
      '2a',
      'not-applicable',
      yaml`
        services:
          "2.1":
            criteria: { 2a: not-applicable, 2b: unmet }
      `,
    ],
    [
      'fills an empty one',
      yaml`
        services:
          "2.1":
            criteria:
              2a:   # Text
      `,
      '2a',
      'met',
      yaml`
        services:
          "2.1":
            criteria:
              2a: met   # Text
      `,
    ],
    [
      'in the long form',
      yaml`
        services:
          "2.1":
            criteria:
              2a: { state: unmet, note: x }
      `,
      '2a',
      'met',
      yaml`
        services:
          "2.1":
            criteria:
              2a: { state: met, note: x }
      `,
    ],
    [
      'in a long form without a state',
      yaml`
        services:
          "2.1":
            criteria:
              2a:
                note: x
      `,
      '2a',
      'met',
      yaml`
        services:
          "2.1":
            criteria:
              2a:
                state: met
                note: x
      `,
    ],
    [
      'takes an answer back',
      yaml`
        services:
          "2.1":
            criteria:
              2a: met
              2b: met
      `,
      '2a',
      null,
      yaml`
        services:
          "2.1":
            criteria:
              2b: met
      `,
    ],
    [
      'takes the state of a long one back alone',
      yaml`
        services:
          "2.1":
            criteria:
              2a: { state: met, note: x }
              2b: met
      `,
      '2a',
      null,
      yaml`
        services:
          "2.1":
            criteria:
              2a: { note: x }
              2b: met
      `,
    ],
    [
      'takes the key away with the last',
      yaml`
        services:
          "2.1":
            score: 2
            criteria:
              2a: met
      `,
      '2a',
      null,
      yaml`
        services:
          "2.1":
            score: 2
      `,
    ],
    [
      'changes nothing where it is so already',
      yaml`
        services:
          "2.1":
            criteria: { 2a: met }
      `,
      '2a',
      'met',
      yaml`
        services:
          "2.1":
            criteria: { 2a: met }
      `,
    ],
    ['takes nothing back where nothing is answered', 'services:\n  "2.1": 3\n', '2a', null, 'services:\n  "2.1": 3\n'],
  ];
  for (const [name, before, id, state, after] of cases) it(name, () => assert.equal(answer(before, id, state), after));

  itRefuses('2.1', (text) => answer(text, '2a', 'met'));

  it('is refused where the criteria are a list', () => {
    assert.equal(answer('services:\n  "2.1": { criteria: [2a] }\n', '2a', 'met'), 'edit.by-hand');
  });
});
