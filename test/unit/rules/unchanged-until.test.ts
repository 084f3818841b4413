import assert from 'node:assert/strict';
import { addMonths } from '../../../src/assessment/day';
import { parseAssessment } from '../../../src/assessment/parse';
import { unchangedUntil } from '../../../src/rules/unchanged-until';
import { samples } from '../../support/rules/all-samples';
import { complete, marked, problemsOf, type Surroundings } from '../../support/problems';

const dayMs = 86_400_000;
const dayAfter = (day: string, days = 1): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
const until = (text: string, today: string): string | undefined => unchangedUntil(parseAssessment(text), today, today);
const found = (text: string, today: string, surroundings?: Surroundings): unknown =>
  problemsOf(text, { ...surroundings, today, latestDay: today }).map(({ rule, severity, message, span }) => {
    return { rule, severity, message, span };
  });

describe('how long the rules find the same', () => {
  it('is never longer than they do, in any sample, whatever day it is', () => {
    for (const { rule, text: source, surroundings } of samples) {
      const { text } = marked(source);
      const written = [...text.matchAll(/\d{4}-\d\d-\d\d/g)].flatMap(([date]) => [
        date,
        addMonths(date, 6),
        addMonths(date, 12),
      ]);
      for (const today of ['2026-05-20', '2026-11-23']) {
        const last = until(text, today);
        if (last === undefined) continue;
        const turns = written.flatMap((date) =>
          Date.parse(date) ? [-1, 0, 1].map((days) => dayAfter(date, days)) : [],
        );
        const now = found(text, today, surroundings);
        for (const day of [...new Set([dayAfter(today), last, ...turns])].filter((one) => one > today && one <= last))
          assert.deepEqual(found(text, day, surroundings), now, `${rule} on ${day}:\n${text}`);
      }
    }
  });

  it('ends with the day after which they find something else', () => {
    const dated = (lines: string): string =>
      complete({ '1.1': `  "1.1":\n    score: 3\n${lines}` }, 'subject: Router\n');
    const cases: [text: string, today: string, last: string][] = [
      [complete({}, 'assessed: 2026-03-31\n'), '2026-05-01', '2026-09-30'],
      [complete({}, 'assessed: 2026-03-31\n'), '2026-10-01', '2027-03-31'],
      [dated('    evidence: [{ link: a.md, expires: 2026-12-24 }]\n'), '2026-11-23', '2026-12-24'],
      [dated('    evidence: [a.md]\n    plan: [{ action: Train, due: 2026-11-30 }]\n'), '2026-11-23', '2026-11-30'],
    ];
    for (const [text, today, last] of cases) {
      assert.equal(until(text, today), last, text);
      assert.notDeepEqual(found(text, dayAfter(last)), found(text, last), text);
    }
  });

  it('is for ever where nothing is dated, or what was due is done', () => {
    const done = '  "1.1": { score: 3, evidence: [e], plan: [{ action: Train, due: 2026-11-30, done: 2026-10-01 }] }\n';
    for (const text of [complete(), complete({ '1.1': done })])
      assert.equal(until(text, '2026-11-23'), '9999-12-31', text);
  });

  it('is not known where a day that should be past lies in the future', () => {
    assert.equal(until(complete({}, 'assessed: 2027-01-01\n'), '2026-11-23'), undefined);
    assert.equal(
      unchangedUntil(parseAssessment(complete({}, 'assessed: 2026-11-24\n')), '2026-11-23', '2026-11-24') !== undefined,
      true,
    );
  });
});
