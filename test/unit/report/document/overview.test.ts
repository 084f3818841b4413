import assert from 'node:assert/strict';
import { parseAssessment } from '../../../../src/assessment/parse';
import { translator } from '../../../../src/messages/catalogues';
import type { Language } from '../../../../src/messages/messages';
import {
  ageOf,
  figuresOf,
  filterRows,
  filters,
  isBelowTarget,
  repeatedNames,
  rowName,
  sortRows,
  standingOf,
  type OverviewRow,
} from '../../../../src/report/document/overview';
import { rowDescription, rowLabel, rowLines } from '../../../../src/report/document/overview-text';
import { scoreAssessment } from '../../../../src/scoring/score';
import { complete, problemsOf, sheets, today } from '../../../support/problems';
import { yaml } from '../../../support/yaml';

function row(path: string, text: string): OverviewRow {
  const assessment = parseAssessment(text);
  return { path, content: figuresOf(assessment, scoreAssessment(sheets.en, assessment), problemsOf(text)) };
}

const head = 'sheet: psirt-maturity@1.0\n';
/** Scores of some services, each of the first area. */
const scored = (...scores: number[]) =>
  yaml`
    services:
    ${scores.map((score, index) => `  "1.${index + 1}": ${score}\n`).join('')}`;
const unreadable: OverviewRow = { path: 'x/locked.psirt.yaml', content: { unreadable: 'overview.unreadable' } };
const names = (rows: readonly OverviewRow[]) => rows.map(rowName);

describe('The age of an assessment', () => {
  it('is given in days, and from two months on in whole months', () => {
    const age = (date: string, on = today) => {
      const { count, unit } = ageOf(date, on) ?? {};
      return count === undefined ? 'to come' : `${count} ${unit}`;
    };
    assert.equal(age('2026-11-23'), '0 day');
    assert.equal(age('2026-11-22'), '1 day');
    assert.equal(age('2026-09-24'), '60 day');
    assert.equal(age('2026-09-23'), '2 month');
    assert.equal(age('2025-11-24'), '11 month');
    assert.equal(age('2025-11-23'), '12 month');
    assert.equal(age('2020-02-29', '2024-02-28'), '47 month');
    assert.equal(age('2026-11-24'), 'to come');
  });
});

describe('An individual scoring in the overview', () => {
  const own = (name: string, text: string) =>
    row(
      `${name}.psirt.yaml`,
      yaml`
        ${head}individual-for: router.psirt.yaml
        assessors: [${name}]
        ${text}`,
    );

  it('is named for its assessor and tells how far it is; its assessment tells of how many that is', () => {
    const individuals = [own('QA', scored(1, 2)), own('PSO', complete({}).replace(head, ''))];
    assert.deepEqual(names(individuals), ['QA', 'PSO']);
    const describe = (one: OverviewRow, language: Language) =>
      rowDescription(one, today, translator(language), { withPath: false, individuals });
    assert.match(rowDescription(individuals[0] as OverviewRow, today, translator('en'), { withPath: false }), /^2\/27/);
    assert.match(describe(row('a.psirt.yaml', head + scored(3)), 'en'), /^3\.00 · 1\/27 · 1 of 2 scored/);
    assert.match(describe(row('a.psirt.yaml', head + scored(3)), 'ja'), /2件中1件を採点済み/);
  });
});

describe('A row of the overview', () => {
  it('is called by its subject, else by its file', () => {
    assert.equal(rowName(row('a/b.psirt.yaml', `${head}subject: "  Edge\\nrouter "\n`)), 'Edge router');
    assert.equal(rowName(row('a/b.psirt.yaml', `${head}subject: ""\n`)), 'b');
    assert.equal(rowName(row('a/.psirt.yml', head)), '.psirt.yml');
    assert.equal(rowName(unreadable), 'locked');
  });

  it('says average, coverage, problems and age', () => {
    const text = yaml`
      ${head}assessed: 2026-02-01
      assessors: 5
      rules: { missing-evidence: off }
      ${scored(2, 3)}`;
    const described = (language: Language) =>
      rowDescription(row('a.psirt.yaml', text), today, translator(language), { withPath: false });
    assert.equal(described('en'), '2.50 · 2/27 · ✕1 ⚠\ufe0e2 · 9 mo');
    assert.equal(described('ja'), '2.50・2/27・✕1 ⚠\ufe0e2・9か月');
  });

  it('says little where there is little', () => {
    assert.equal(
      rowDescription(row('a.psirt.yaml', `${head}rules: { missing-score: off }\n`), today, translator('en'), {
        withPath: false,
      }),
      '– · 0/27',
    );
    assert.equal(
      rowDescription(row('a.psirt.yaml', complete({}, `assessed: ${today}\n`)), today, translator('en'), {
        withPath: true,
      }),
      '3.19 · 27/27 · today · a.psirt.yaml',
    );
    assert.equal(
      rowDescription(unreadable, today, translator('en'), { withPath: true }),
      'The file cannot be read · x/locked.psirt.yaml',
    );
  });

  it('cuts its name where the view is narrow, so that the figures show', () => {
    const named = row('a.psirt.yaml', `${head}subject: ER-400 edge router firmware\n`);
    const figures = '2.38 · 24/26 · ⚠\ufe0e15 · 8 mo';
    assert.equal(rowLabel(named, figures, 300), 'ER-400 edge…');
    assert.equal(rowLabel(named, figures, 500), 'ER-400 edge router firmware');
    assert.equal(rowLabel(named, figures, 100), 'ER-400…');
    const japanese = row('a.psirt.yaml', `${head}subject: 決済端末ソフトウェアPT-30\n`);
    assert.equal(rowLabel(japanese, figures, 300), '決済端末ソ…');
  });

  it('never gives figures of a file that can not be judged', () => {
    const broken = row(
      'a.psirt.yaml',
      yaml`
        ${head}services:
          "1.1": 4
          "1.2
      `,
    );
    assert.match(rowDescription(broken, today, translator('en'), { withPath: false }), /^Cannot be scored · ✕1/);
    assert.equal(standingOf(broken), 'unjudged');
    assert.deepEqual(rowLines(broken, today, translator('en')).slice(0, 3), ['a', 'a.psirt.yaml', 'Cannot be scored']);
  });

  it('explains itself in whole words', () => {
    const text = yaml`
      ${head}subject: Edge router
      assessed: 2026-11-20
      rules: { missing-score: off, missing-evidence: off }
      ${scored(2, 3)}`;
    assert.deepEqual(rowLines(row('a/edge.psirt.yaml', text), today, translator('en')), [
      'Edge router',
      'a/edge.psirt.yaml',
      'Average 2.50 (2 of 27 services scored) · target 2.5 · lowest score 2 · 1 below target',
      '1 warning',
      'Assessed 2026-11-20 (3 days ago)',
    ]);
    const bare = rowLines(row('a.psirt.yaml', `${head}rules: { missing-score: off }\n`), today, translator('en'));
    assert.deepEqual(bare.slice(2), [
      'Nothing scored yet · 27 services · target 2.5',
      'No problems',
      'No date of assessment given',
    ]);
  });

  it('stands below target by the exact average', () => {
    const mean = `target: 2.5\n${scored(2, 3, 2, 3, 2)}`;
    assert.equal(standingOf(row('a.psirt.yaml', head + mean)), 'below');
    assert.equal(standingOf(row('a.psirt.yaml', head + scored(2, 3))), 'reached');
    assert.equal(standingOf(row('a.psirt.yaml', head)), 'unscored');
    assert.equal(standingOf(unreadable), 'unreadable');
    assert.deepEqual(
      [head, head + mean].map((text) => isBelowTarget(row('a.psirt.yaml', text))),
      [false, true],
    );
  });

  it('never brings control characters along', () => {
    const hostile = row('a\u202e.psirt.yaml', `${head}subject: "x\\u202Ey\\u0007"\n`);
    assert.doesNotMatch(rowLines(hostile, today, translator('en')).join('\n'), /[\u202e\u0007]/);
  });
});

describe('The order of the overview', () => {
  const rows = [
    row(
      'c.psirt.yaml',
      yaml`
        ${head}subject: router 10
        assessed: 2026-01-01
        ${scored(1, 1)}`,
    ),
    row(
      'b.psirt.yaml',
      yaml`
        ${head}subject: Router 9
        assessed: 2026-10-01
        ${scored(1, 1, 2, 4)}`,
    ),
    row('a.psirt.yaml', `${head}subject: an unscored one\n`),
    unreadable,
    row(
      'd.psirt.yaml',
      yaml`
        ${head}subject: camera
        assessed: 2025-01-01
        ${scored(5)}`,
    ),
  ];

  it('is by name as people sort names, lowest average, oldest, or most services below target first; without a value last', () => {
    assert.deepEqual(names(sortRows(rows, 'name', 'en')), [
      'an unscored one',
      'camera',
      'locked',
      'Router 9',
      'router 10',
    ]);
    assert.deepEqual(names(sortRows(rows, 'average', 'en')), [
      'router 10',
      'Router 9',
      'camera',
      'an unscored one',
      'locked',
    ]);
    assert.deepEqual(names(sortRows(rows, 'age', 'en')), [
      'camera',
      'router 10',
      'Router 9',
      'an unscored one',
      'locked',
    ]);
    assert.deepEqual(names(sortRows(rows, 'below', 'en')), [
      'Router 9',
      'router 10',
      'camera',
      'an unscored one',
      'locked',
    ]);
  });

  it('is that of the paths among equals, whatever the order they come in', () => {
    const same = ['b/x.psirt.yaml', 'a/x.psirt.yaml'].map((path) => row(path, head));
    for (const some of [same, same.toReversed()]) {
      assert.deepEqual(
        sortRows(some, 'average', 'en').map(({ path }) => path),
        ['a/x.psirt.yaml', 'b/x.psirt.yaml'],
      );
    }
    assert.deepEqual([...repeatedNames([...same, unreadable])], ['x']);
  });
});

describe('The filters of the overview', () => {
  const rows = [
    row('low.psirt.yaml', complete({ '1.1': '  "1.1": 0\n' }, 'target: 3.2\nassessed: 2026-11-01\n')),
    row('high.psirt.yaml', complete({ '1.1': '  "1.1": 0\n' }, `target: 2\nassessed: 2026-05-23\n`)),
    row('half.psirt.yaml', `${head}assessed: 2026-05-22\n${scored(4)}`),
    row('broken.psirt.yaml', `${head}"`),
    unreadable,
  ];

  it('let through what they say', () => {
    const shown = Object.fromEntries(filters.map((filter) => [filter, names(filterRows(rows, filter, today))]));
    assert.deepEqual(shown, {
      all: ['low', 'high', 'half', 'broken', 'locked'],
      below: ['low'],
      incomplete: ['half', 'broken', 'locked'],
      stale: ['half'],
    });
  });
});
