import assert from 'node:assert/strict';
import { citedFunctions } from '../../../src/sheet/cited-functions';
import { functionsOf, namesOf } from '../../../src/sheet/references';
import { sheets } from '../../support/problems';

describe('the functions a reference names', () => {
  const cases: [string, string[]][] = [
    ['1.1.1.3', ['1.1.1.3']],
    ['3.1', ['3.1']],
    ['3.1.1-3.1.2', ['3.1.1', '3.1.2']],
    ['3.3.2-4', ['3.3.2', '3.3.3', '3.3.4']],
    ['3.3.1-5', ['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5']],
    ['3.1.1.1-3.1.1.2', ['3.1.1.1', '3.1.1.2']],
    ['2.3.1-2.3.3', ['2.3.1', '2.3.2', '2.3.3']],
  ];
  for (const [reference, functions] of cases)
    it(`${reference}: ${functions.join(', ')}`, () => assert.deepEqual(functionsOf(reference), functions));

  it('are both ends where nothing can be counted between them', () => {
    for (const range of ['3.1.1-3.1.1.1', '3.1.2-3.1.2.1', '3.1.9-3.1.2', '1.1.1-2.2.2', '3.1-9999']) {
      const [from = '', to = ''] = range.split('-');
      assert.deepEqual(functionsOf(range), [from, to.includes('.') ? to : `3.${to}`], range);
    }
  });

  it('have titles where these are known', () => {
    assert.deepEqual(namesOf('3.3.2-4', sheets.en.glossary), [
      '3.3.2 Reproduction Test Environment',
      '3.3.3 Reproduction Tools',
      '3.3.4 Vulnerability Storage',
    ]);
    // 1.1 numbers otherwise here: no title is better than a wrong one.
    assert.deepEqual(namesOf('1.3.5.1', sheets.ja.glossary), ['1.3.5.1']);
    assert.deepEqual(namesOf('constructor', sheets.en.glossary), ['constructor']);
  });
});

describe('the functions the sheet cites', () => {
  const cited = citedFunctions(sheets.en);
  const levelsOf = (id: string) =>
    cited.find((one) => one.id === id)?.levels.map(({ service, level }) => `${service.id}/${level}`);

  it('stand by their numbers, counted and not spelt', () => {
    const ids = cited.map(({ id }) => id);
    assert.deepEqual(ids.slice(0, 3), ['1.1.1', '1.1.1.3', '1.1.1.4']);
    assert.equal(ids.at(-1), '6.4.7');
    assert.equal(new Set(ids).size, ids.length);
  });

  it('know every level that cites them, also within a range', () => {
    assert.deepEqual(levelsOf('1.2.1.1'), ['1.2/1', '1.2/3', '1.2/4']);
    assert.ok(levelsOf('3.3.3')?.includes('3.3/2'), 'through 3.3.2-4');
    assert.equal(levelsOf('9.9'), undefined);
  });

  it('are the same in every language, and every known title is of one of them', () => {
    assert.deepEqual(
      citedFunctions(sheets.ja).map(({ id, title }) => [id, title]),
      cited.map(({ id, title }) => [id, title]),
    );
    const ids = new Set(cited.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(sheets.en.glossary.functions).filter((id) => !ids.has(id)),
      [],
    );
  });
});
