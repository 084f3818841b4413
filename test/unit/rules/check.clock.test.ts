import assert from 'node:assert/strict';
import { latestDay } from '../../../src/assessment/day';
import { complete, problemsOf } from '../../support/problems';
import { yaml } from '../../support/yaml';

describe('the age of an assessment', () => {
  const cases: [string, string, string | undefined, string][] = [
    ['2026-01-15', '2026-07-15', undefined, 'six months to the day'],
    ['2026-01-15', '2026-07-16', 'info', 'a day more than six months'],
    ['2026-01-15', '2027-01-15', 'info', 'twelve months to the day'],
    ['2026-01-15', '2027-01-16', 'warning', 'a day more than twelve months'],
    ['2026-08-31', '2027-02-28', undefined, 'six months end with February'],
    ['2026-08-31', '2027-03-01', 'info', 'February has no 31st'],
    ['2027-08-31', '2028-02-29', undefined, 'six months end with a February of 29 days'],
    ['2027-08-31', '2028-03-01', 'info', 'the day after that February'],
    ['2024-02-29', '2025-02-28', 'info', 'a year from a leap day'],
    ['2024-02-29', '2025-03-01', 'warning', 'the day after a year from a leap day'],
    ['2026-03-31', '2026-09-30', undefined, 'six months end with September'],
    ['2026-03-31', '2026-10-01', 'info', 'September has no 31st'],
    ['2025-12-31', '2026-06-30', undefined, 'over the turn of a year'],
    ['2025-12-31', '2026-07-01', 'info', 'a day more, over the turn of a year'],
    ['2026-11-23', '2026-11-23', undefined, 'the very day'],
    ['2026-11-24', '2026-11-23', undefined, 'the day before'],
    ['1999-01-01', '2026-11-23', 'warning', 'another century'],
  ];
  for (const [assessed, today, severity, what] of cases) {
    it(`of ${assessed} is ${severity ?? 'no matter'} on ${today}: ${what}`, () => {
      const stale = problemsOf(complete({}, `assessed: ${assessed}\n`), { today }).filter(
        ({ rule }) => rule === 'stale-assessment',
      );
      assert.deepEqual(
        stale.map((problem) => problem.severity),
        severity ? [severity] : [],
      );
    });
  }
});

describe('the clock', () => {
  it('is an input: the same file has other problems on another day', () => {
    const text = complete({
      '1.1': yaml`
          "1.1":
            score: 3
            evidence: [{ link: a, collected: 2026-06-01, expires: 2026-06-30 }]
            plan: [{ action: b, due: 2026-07-31 }]
      `,
    });
    const on = (today: string) => problemsOf(text, { today }).map(({ rule }) => rule);
    assert.deepEqual(on('2026-05-31'), ['future-date']);
    assert.deepEqual(on('2026-06-01'), []);
    assert.deepEqual(on('2026-06-30'), []);
    assert.deepEqual(on('2026-07-01'), ['evidence-expired']);
    assert.deepEqual(on('2026-07-31'), ['evidence-expired']);
    assert.deepEqual(on('2026-08-01'), ['evidence-expired', 'overdue-action']);
  });

  it('calls a day future once it has come nowhere on earth', () => {
    const service = yaml`
        "1.1":
          score: 3
          evidence: [{ link: a, collected: 2026-06-02 }]
    `;
    const text = complete({ '1.1': service }, 'assessed: 2026-06-02\n');
    const on = (today: string, latestDay: string) => problemsOf(text, { today, latestDay }).map(({ rule }) => rule);
    assert.deepEqual(on('2026-06-01', '2026-06-02'), []);
    assert.deepEqual(on('2026-05-31', '2026-06-01'), ['future-date', 'future-date']);
    assert.equal(latestDay(new Date('2026-06-01T09:59:59Z')), '2026-06-01');
    assert.equal(latestDay(new Date('2026-06-01T10:00:00Z')), '2026-06-02');
    assert.equal(latestDay(new Date('2026-12-31T10:00:00Z')), '2027-01-01');
  });

  it('is not read from the machine', () => {
    const text = complete({}, 'assessed: 1000-01-01\n');
    assert.deepEqual(problemsOf(text, { today: '1000-01-01' }), []);
  });
});
