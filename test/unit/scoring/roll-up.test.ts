import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { rollUp } from '../../../src/scoring/roll-up';
import { scoreAssessment } from '../../../src/scoring/score';
import { composeSheet } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';

const sheet = composeSheet(en);
const roll = (...texts: string[]) => rollUp(texts.map((text) => scoreAssessment(sheet, parseAssessment(text))));
const service = (id: string, ...texts: string[]) => {
  const found = roll(...texts)
    .areas.flatMap(({ services }) => services)
    .find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
};

describe('rolling up assessments', () => {
  it('takes a service’s scores together, each judged by its own target', () => {
    const found = service(
      '1.1',
      'target: 3\nservices: { "1.1": 3 }',
      'target: 3\nservices: { "1.1": 2 }',
      'target: 1\nservices: { "1.1": 1 }',
    );
    assert.deepEqual(found, { id: '1.1', mean: 2, minimum: 1, scored: 3, atTarget: 2, weakEverywhere: false });
  });

  it('leaves out what is unscored or excluded', () => {
    const found = service('1.1', 'services: { "1.1": 3 }', 'services: { "1.1": { excluded: Not ours } }', '');
    assert.deepEqual(found, { id: '1.1', mean: 3, minimum: 3, scored: 1, atTarget: 1, weakEverywhere: false });
  });

  it('takes areas and the whole by their averages: each assessment weighs the same', () => {
    const { overall, areas } = roll('services: { "1.1": 0, "1.2": 2 }', 'services: { "1.1": 5 }');
    assert.deepEqual(overall, { mean: 3, minimum: 1, scored: 2, atTarget: 1 });
    const { services, ...first } = areas[0] ?? assert.fail();
    assert.deepEqual(first, { id: '1', mean: 3, minimum: 1, scored: 2, atTarget: 1 });
    assert.equal(services.length, 7);
  });

  it('names a service weak everywhere when it is below target wherever it is scored, more than once', () => {
    assert.equal(service('1.1', 'services: { "1.1": 1 }', 'services: { "1.1": 2 }', '').weakEverywhere, true);
    assert.equal(service('1.1', 'services: { "1.1": 1 }', 'services: { "1.1": 3 }').weakEverywhere, false);
    assert.equal(service('1.1', 'services: { "1.1": 1 }').weakEverywhere, false);
  });

  it('of nothing is nothing', () => {
    assert.deepEqual(roll(), {
      assessments: 0,
      overall: { mean: null, minimum: null, scored: 0, atTarget: 0 },
      areas: [],
    });
  });
});
