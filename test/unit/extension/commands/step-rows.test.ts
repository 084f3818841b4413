import assert from 'node:assert/strict';
import { noLevelRow, startingLevel, stepRows, type StepRow } from '../../../../src/extension/commands/step-rows';
import { languages, type Language } from '../../../../src/messages/messages';
import { levelNumbers, type LevelNumber } from '../../../../src/sheet/sheet';
import { findRow } from '../../../../src/views/rows';
import { shared, viewOf } from '../../../support/views';

/** The rows of a service, the level the cursor starts on, and the texts to read below all that can be chosen. */
function rowsOf(id: string, services: readonly string[], language: Language = 'en', reading?: LevelNumber) {
  const { sheet, view, t } = shared(viewOf(services), language);
  const row = findRow(sheet, view.scored, id) ?? assert.fail(id);
  const rows = stepRows(row, reading, t);
  const texts: string[] = [];
  for (const { label, kind, choice } of rows.slice(rows.findIndex((last) => last.choice === 'skip') + 1)) {
    assert.equal(choice, undefined);
    if (kind === -1) texts.push('');
    else texts.push(words((texts.pop() ?? '') + label));
  }
  return { service: row.service, rows, start: startingLevel(row), read: texts };
}

const words = (text: string) => text.replace(/\s+/g, '');

describe('a native step of guided scoring', () => {
  it('gives every level from 0 upwards in one row, then the objective and the whole text of the level to start on', () => {
    for (const language of languages) {
      const { service, rows, read } = rowsOf('1.2', [], language);
      assert.deepEqual(
        rows.slice(1, 7).map(({ level }) => level),
        [0, 1, 2, 3, 4, 5],
      );
      assert.deepEqual(read, [service.objective, service.levels[0]?.description ?? ''].map(words));
    }
  });

  it('gives the whole text of a level that is read, and the objective after it', () => {
    for (const reading of levelNumbers) {
      const { service, read } = rowsOf('1.2', [], 'en', reading);
      assert.deepEqual(read, [service.levels[reading]?.description ?? '', service.objective].map(words));
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
    assert.equal(start, 2);
  });

  it('names the levels there are where another is asked for, whatever is typed', () => {
    const { sheet, view, t } = shared(viewOf([]), 'en');
    const { label, choice, alwaysShow } = noLevelRow(findRow(sheet, view.scored, '4.4') ?? assert.fail(), 1, t);
    assert.match(label, /no level 1 here.* 0, 4, 5\.$/);
    assert.deepEqual([choice, alwaysShow], [undefined, true]);
  });

  it('starts on level 0 where there is no score', () => {
    assert.equal(rowsOf('1.2', []).start, 0);
  });

  it('offers to exclude or to include again, and to skip, and gives the reason of an exclusion without letting it draw icons', () => {
    const { rows } = rowsOf('2.3', ['"2.3": { excluded: "$(bug) none" }']);
    const others = (some: readonly StepRow[]) =>
      some.map(({ choice }) => choice).filter((choice) => typeof choice === 'string');
    assert.deepEqual(others(rows), ['include', 'skip']);
    assert.deepEqual(others(rowsOf('2.3', []).rows), ['exclude', 'skip']);
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
