import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAssessment } from '../../../src/assessment/parse';
import { wayToTarget } from '../../../src/scoring/plan';
import { scoreAssessment, scoredServices } from '../../../src/scoring/score';
import { composeSheet, findService, serviceIds } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import { yaml } from '../../support/yaml';

const sheet = composeSheet(en);
const score = (text: string) => scoreAssessment(sheet, parseAssessment(text));
const way = (text: string) => wayToTarget(sheet, score(text));

describe('the shortest way to the target', () => {
  it('is none when nothing is scored or the average is there', () => {
    assert.equal(way('target: 3'), undefined);
    assert.equal(way('target: 3\nservices: { "1.1": 3, "1.2": 4 }'), undefined);
  });

  it('raises the heaviest gaps first, a level at a time, until the average is reached', () => {
    assert.deepEqual(
      way(yaml`
        target: 2
        services: { "1.1": 2, "1.2": 1, "1.3": 0, "1.4": 2 }`),
      {
        steps: [
          { id: '1.3', from: 0, to: 2 },
          { id: '1.2', from: 1, to: 2 },
        ],
        levels: 3,
        mean: 2,
        reaches: true,
      },
    );
  });

  it('takes no more levels than needed: a target between two whole numbers needs the next whole sum', () => {
    const found = way('target: 2.5\nservices: { "1.1": 2, "1.2": 2, "1.3": 2 }');
    assert.deepEqual(found?.steps, [
      { id: '1.1', from: 2, to: 3 },
      { id: '1.2', from: 2, to: 3 },
    ]);
    assert.equal(found?.mean, 8 / 3);
  });

  it('goes beyond services’ own targets only when their gaps are closed, the lowest score first', () => {
    const text = yaml`
      target: 3
      services: { "1.1": { score: 2, target: 2 }, "1.2": { score: 1, target: 1 }, "1.3": 3 }`;
    assert.deepEqual(way(text)?.steps, [
      { id: '1.1', from: 2, to: 3 },
      { id: '1.2', from: 1, to: 3 },
    ]);
  });

  it('leaps over levels the sheet does not describe only when that much is needed', () => {
    assert.deepEqual(way('target: 1\nservices: { "4.4": 0, "1.1": 0, "1.2": 2 }')?.steps, [
      { id: '1.1', from: 0, to: 1 },
    ]);
    assert.deepEqual(way('target: 3\nservices: { "4.4": 0 }'), {
      steps: [{ id: '4.4', from: 0, to: 4 }],
      levels: 4,
      mean: 4,
      reaches: true,
    });
  });

  it('says so when the sheet’s highest levels do not suffice', () => {
    assert.deepEqual(way('target: 5\nservices: { "5.2": 4 }'), { steps: [], levels: 0, mean: 4, reaches: false });
  });

  it('always reaches the target where it can, and never with a level to spare', () => {
    const scores = fc.dictionary(
      fc.constantFrom(...serviceIds.filter((id) => !['6.3', '4.4', '5.4'].includes(id))),
      fc.integer({ min: 0, max: 5 }),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 20 }), (given, quarters) => {
        const target = quarters / 4;
        const scored = score(JSON.stringify({ target, services: given }));
        const found = wayToTarget(sheet, scored);
        if (!found) return assert.ok(scored.overall.mean === null || scored.overall.mean >= target);
        const raised =
          score(
            JSON.stringify({
              target,
              services: { ...given, ...Object.fromEntries(found.steps.map(({ id, to }) => [id, to])) },
            }),
          ).overall.mean ?? NaN;
        assert.equal(raised, found.mean);
        assert.equal(found.reaches, raised >= target);
        if (found.reaches) assert.ok(raised - 1 / scored.overall.scored < target, 'one level fewer would not do');
        for (const { id, from, to } of found.steps) {
          assert.equal(scoredServices(scored).find((service) => service.id === id)?.score, from);
          assert.ok(findService(sheet, id)?.levels[to], `${id} ${to}`);
        }
      }),
    );
  });
});
