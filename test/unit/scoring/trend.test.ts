import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { scoreAssessment } from '../../../src/scoring/score';
import { trendOf, trendPoint } from '../../../src/scoring/trend';
import { composeSheet } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import { yaml } from '../../support/yaml';

const sheet = composeSheet(en);
const point = (date: string, text: string) =>
  trendPoint({ date, label: date }, scoreAssessment(sheet, parseAssessment(text)));

describe('a trend', () => {
  it('has the averages and targets of each moment, overall and by area', () => {
    const { overall, areas } = point(
      '2026-01-01',
      yaml`
        target: 3
        areas: { "1": { target: 2 } }
        services: { "1.1": 1, "1.2": 2, "2.1": 4 }`,
    );
    assert.deepEqual(overall, { mean: 7 / 3, target: 3, scored: 3, applicable: 27 });
    assert.deepEqual(areas.slice(0, 3), [
      { id: '1', mean: 1.5, target: 2, scored: 2, applicable: 7 },
      { id: '2', mean: 4, target: 3, scored: 1, applicable: 5 },
      { id: '3', mean: null, target: 3, scored: 0, applicable: areas[2]?.applicable },
    ]);
  });

  it('runs by date, whatever the order given', () => {
    const dates = trendOf([
      point('2026-03-01', 'services: { "1.1": 3 }'),
      point('2026-01-01', ''),
      point('2026-02-01', 'services: { "1.1": 1 }'),
    ]).map(({ date }) => date);
    assert.deepEqual(dates, ['2026-01-01', '2026-02-01', '2026-03-01']);
  });

  it('keeps both ends of a stretch in which nothing moved, and drops what lies between', () => {
    const days = ['01', '02', '03', '04', '05', '06'].map((day, index) =>
      point(`2026-01-${day}`, `services: { "1.1": ${index < 4 ? 1 : 2} }`),
    );
    assert.deepEqual(
      trendOf(days).map(({ date }) => date.slice(-2)),
      ['01', '04', '05', '06'],
    );
  });
});
