import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { parseAssessment } from '../../../../src/assessment/parse';
import { planCsv } from '../../../../src/report/table/plan-csv';
import { resultOf } from '../../../../src/report/check/result';
import { rollUpCsv } from '../../../../src/report/table/roll-up-csv';
import { scoreAssessment } from '../../../../src/scoring/score';
import { composeSheet } from '../../../../src/sheet/sheet';
import en from '../../../../src/sheet/wording.en.json';
import { yaml } from '../../../support/yaml';

const sheet = composeSheet(en);
const input = (...texts: string[]) => ({
  sheet,
  checked: texts.map((text, index) => {
    const assessment = parseAssessment(text);
    return { path: `${index + 1}.psirt.yaml`, assessment, scored: scoreAssessment(sheet, assessment), problems: [] };
  }),
});
const read = (csv: string) => {
  assert.ok(csv.startsWith('\ufeff') && csv.endsWith('\r\n'));
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
};

describe('the improvement plan as CSV', () => {
  it('has a row for each action, and for each gap without one, the heaviest first', () => {
    const rows = read(
      planCsv(
        input(
          yaml`
            target: 2
            services: { "1.1": 1, "1.2": { score: 0, plan: [{ action: New, owner: Office, due: 2027-01-31 }, { action: Old, done: true }] }, "1.3": 4 }`,
        ),
      ),
    );
    assert.deepEqual(
      rows.map(({ rank, id, score, gap, next_level, action, owner, due, done }) => [
        rank,
        id,
        score,
        gap,
        next_level,
        action,
        owner,
        due,
        done,
      ]),
      [
        ['1', '1.2', '0', '2', '1', 'New', 'Office', '2027-01-31', ''],
        ['1', '1.2', '0', '2', '1', 'Old', '', '', 'yes'],
        ['2', '1.1', '1', '1', '2', '', '', '', ''],
      ],
    );
  });

  it('has no formula, whatever an action says', () => {
    const [row] = read(
      planCsv(input('services: { "1.1": { score: 0, plan: [{ action: "=HYPERLINK(1)", owner: "a;=1\\n+2" }] } }')),
    );
    assert.deepEqual([row?.['action'], row?.['owner']], ["'=HYPERLINK(1)", "a;'=1\n'+2"]);
  });
});

describe('assessments side by side as CSV', () => {
  it('have a row each with all scores, then what they come to', () => {
    const rows = read(
      rollUpCsv(
        input(
          yaml`
            subject: Router
            assessed: 2026-11-20
            target: 3
            services: { "1.1": 1, "1.2": 4 }`,
          'subject: "=cmd"\nservices: { "1.1": 4 }',
          'services: {',
        ),
      ),
    );
    assert.deepEqual(
      rows.map((row) => [
        row['row'],
        row['file'],
        row['subject'],
        row['average'],
        row['target'],
        row['area_1'],
        row['1.1'],
        row['1.2'],
        row['1.3'],
      ]),
      [
        ['assessment', '1.psirt.yaml', 'Router', '2.5', '3', '2.5', '1', '4', ''],
        ['assessment', '2.psirt.yaml', "'=cmd", '4', '2.5', '4', '4', '', ''],
        ['mean', '', '', '3.25', '', '3.25', '2.5', '4', ''],
        ['minimum', '', '', '2.5', '', '2.5', '1', '4', ''],
        ['at_target', '', '', '1', '', '1', '1', '1', '0'],
      ],
    );
  });
});

describe('the numbers of both', () => {
  it('are those of check --format json', () => {
    const given = input(
      yaml`
        target: 3
        areas: { "2": { target: 4 } }
        services: { "1.1": 1, "1.2": { score: 2, target: 5 }, "2.1": 3, "4.4": 0, "5.2": { excluded: Not ours } }`,
    );
    const [result] = resultOf(given.checked, sheet).assessments;
    assert.ok(result);
    const below = result.services.filter(({ gap }) => gap !== null && gap > 0);
    const planned = read(planCsv(given));
    assert.equal(planned.length, below.length);
    for (const { id, score, target, gap } of below) {
      const row = planned.find((one) => one['id'] === id);
      assert.deepEqual([row?.['score'], row?.['target'], row?.['gap']], [score, target, gap].map(String), id);
    }
    const [row] = read(rollUpCsv(given));
    assert.equal(row?.['average'], String(result.overall.mean));
    for (const { id, mean } of result.areas) assert.equal(row?.[`area_${id}`], mean === null ? '' : String(mean), id);
    for (const { id, score } of result.services) assert.equal(row?.[id], score === null ? '' : String(score), id);
  });
});
