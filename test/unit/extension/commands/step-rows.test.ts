import assert from 'node:assert/strict';
import { noLevelRow, startingRow, stepRows } from '../../../../src/extension/commands/step-rows';
import type { Language } from '../../../../src/messages/messages';
import { findRow } from '../../../../src/views/rows';
import { shared, viewOf } from '../../views/sample';

/** The rows of a service, and the row the cursor starts on. */
function rowsOf(id: string, services: readonly string[], language: Language = 'en') {
  const { sheet, view, t } = shared(viewOf(services), language);
  const row = findRow(sheet, view.scored, id) ?? assert.fail(id);
  const rows = stepRows(row, t);
  return { service: row.service, rows, start: startingRow(rows, row) };
}

const words = (text: string) => text.replace(/\s+/g, '');

describe('a native step of guided scoring', () => {
  it('gives the objective first, then every level from 0 upwards with all of its description', () => {
    for (const language of ['en', 'ja'] as const) {
      const { service, rows } = rowsOf('1.2', [], language);
      const first = rows.findIndex(({ level }) => level === 0);
      assert.equal(
        words(
          rows
            .slice(1, first - 1)
            .map(({ label }) => label)
            .join(''),
        ),
        words(service.objective),
      );
      assert.deepEqual(
        rows.flatMap(({ level }) => level ?? []),
        [0, 1, 2, 3, 4, 5],
      );
      for (const level of [0, 1, 2, 3, 4, 5] as const) {
        const own = rows.filter(
          ({ choice, level: head }) => head === undefined && typeof choice === 'object' && choice.score === level,
        );
        assert.equal(
          words(own.map(({ description }) => description).join('')),
          words(service.levels[level]?.description ?? ''),
        );
      }
    }
  });

  it('keeps each row to one line of a quick pick', () => {
    const { rows } = rowsOf('1.2', []);
    const long = rows.filter(
      ({ label, description = '' }) => label.replace(/^\$\([a-z-]+\) /, '').length > 70 || description.length > 88,
    );
    assert.deepEqual(long, []);
  });

  it('marks the current score and the target, and starts on the score', () => {
    const { rows, start } = rowsOf('1.2', ['"1.2": { score: 2, target: 4 }']);
    const head = (level: number) => rows.find((row) => row.level === level);
    assert.match(head(2)?.label ?? '', /^\$\(pass-filled\) 2 /);
    assert.equal(head(2)?.description, 'current score');
    assert.equal(head(4)?.description, 'target');
    assert.equal(start?.level, 2);
  });

  it('names the levels there are where another is asked for, whatever is typed', () => {
    const { sheet, view, t } = shared(viewOf([]), 'en');
    const { label, choice, alwaysShow } = noLevelRow(findRow(sheet, view.scored, '4.4') ?? assert.fail(), 1, t);
    assert.match(label, /no level 1 here.* 0, 4, 5\.$/);
    assert.deepEqual([choice, alwaysShow], [undefined, true]);
  });

  it('starts on level 0 where there is no score', () => {
    assert.equal(rowsOf('1.2', []).start?.level, 0);
  });

  it('offers to exclude and to skip, and gives the reason of an exclusion without letting it draw icons', () => {
    const { rows } = rowsOf('2.3', ['"2.3": { excluded: "$(bug) none" }']);
    assert.deepEqual(
      rows.slice(-2).map(({ choice }) => choice),
      ['exclude', 'skip'],
    );
    assert.ok(rows.some(({ label }) => label === '$(circle-slash) excluded: $ (bug) none'));
  });

  it('offers only levels the sheet has a meaning for', () => {
    const { rows } = rowsOf('4.4', []);
    assert.deepEqual(
      rows.flatMap(({ level }) => level ?? []),
      [0, 4, 5],
    );
    assert.match(rows.find(({ level }) => level === 0)?.label ?? '', /not there yet/);
  });
});
