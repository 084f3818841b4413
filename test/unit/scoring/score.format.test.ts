import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatBelow, formatMean, formatNumber } from '../../../src/scoring/score';

describe('showing an average', () => {
  const cases: [number | null, string][] = [
    [null, '–'],
    [0, '0.00'],
    [2.5, '2.50'],
    [5, '5.00'],
    [2.675, '2.68'],
    [1.005, '1.01'],
    [2.494999, '2.49'],
    [2.495, '2.50'],
    [7 / 3, '2.33'],
    [8 / 3, '2.67'],
    [1 / 8, '0.13'],
    [67 / 27, '2.48'],
  ];
  for (const [mean, shown] of cases) it(`${mean} is shown as ${shown}`, () => assert.equal(formatMean(mean), shown));

  it('rounds every mean there can be half up, as done with whole numbers', () => {
    for (let count = 1; count <= 28; count++) {
      for (let sum = 0; sum <= 5 * count; sum++) {
        const hundredths = Math.floor((200 * sum + count) / (2 * count));
        const shown = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        assert.equal(formatMean(sum / count), shown, `${sum}/${count}`);
      }
    }
  });

  it('never moves by more than half a hundredth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (mean) =>
        assert.ok(Math.abs(Number(formatMean(mean)) - mean) <= 0.005 + 1e-9),
      ),
    );
  });
});

describe('showing a target or gap', () => {
  const cases: [number, string][] = [
    [0, '0'],
    [3, '3'],
    [2.5, '2.5'],
    [2.75, '2.75'],
    [2.7 - 2, '0.7'],
    [3.3 - 3, '0.3'],
    [2.675, '2.68'],
    [2.999, '3'],
  ];
  for (const [value, shown] of cases)
    it(`${value} is shown as ${shown}`, () => assert.equal(formatNumber(value), shown));
});

describe('a mean below its target', () => {
  const cases: readonly (readonly [mean: number | null, target: number, shown: readonly [string, string]])[] = [
    [2.31, 2.5, ['2.31', '2.5']],
    [8 / 3, 2.67, ['2.667', '2.67']],
    [8 / 3, 2.667, ['2.6667', '2.667']],
    [2.4999, 2.5, ['2.4999', '2.5']],
    [2.5, 2.5, ['2.50', '2.5']],
    [3, 2.5, ['3.00', '2.5']],
    [null, 2.5, ['–', '2.5']],
  ];
  for (const [mean, target, [shown, aim]] of cases)
    it(`${mean} reads ${shown} beside ${aim}`, () =>
      assert.deepEqual(formatBelow(mean, target), { mean: shown, target: aim }));

  it('never reads like it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 135 }),
        fc.integer({ min: 1, max: 27 }),
        fc.integer({ min: 0, max: 5000 }),
        (sum, count, thousandths) => {
          const [mean, target] = [sum / count, thousandths / 1000];
          const shown = formatBelow(mean, target);
          if (mean < target)
            assert.ok(Number(shown.mean) < Number(shown.target), `${mean} ${target}: ${shown.mean} ${shown.target}`);
        },
      ),
    );
  });
});
