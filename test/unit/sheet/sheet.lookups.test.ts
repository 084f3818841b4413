import assert from 'node:assert/strict';
import fc from 'fast-check';
import { referencesOf, splitReferences } from '../../../src/sheet/references';
import {
  composeSheet,
  describedLevels,
  findArea,
  findService,
  isDescribed,
  levelNumbers,
  levelReaching,
  nextLevel,
  serviceIds,
  type Service,
} from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import ja from '../../../src/sheet/wording.ja.json';

const sheet = composeSheet(en);
const service = (id: string): Service => {
  const found = findService(sheet, id);
  assert.ok(found, id);
  return found;
};

describe('finding services and areas', () => {
  it('finds each service by its id', () => {
    for (const id of serviceIds) assert.equal(service(id).id, id);
    assert.equal(service('2.3').title, en.services['2.3'].title);
    assert.equal(service('2.3').areaId, '2');
  });

  it('finds nothing for ids the sheet does not have', () => {
    for (const id of [
      '',
      '1',
      '1.',
      '.1',
      '1.0',
      '1.8',
      '1.10',
      '1.1.1',
      '01.1',
      '7.1',
      ' 1.1',
      '1.1 ',
      '１.１',
      'toString',
      '__proto__',
      'constructor.name',
    ]) {
      assert.equal(findService(sheet, id), undefined, id);
    }
  });

  it('finds areas by their id', () => {
    assert.equal(findArea(sheet, '6')?.title, en.areas['6'].title);
    for (const id of ['', '0', '7', '1.1', '__proto__']) assert.equal(findArea(sheet, id), undefined, id);
  });
});

describe('which levels are described', () => {
  const cases: [string, { lowest: number; highest: number } | undefined, string][] = [
    ['1.1', { lowest: 0, highest: 5 }, '012345'],
    ['4.4', { lowest: 4, highest: 5 }, '045'],
    ['5.4', { lowest: 4, highest: 5 }, '045'],
    ['5.2', { lowest: 0, highest: 4 }, '01234'],
    ['5.3', { lowest: 0, highest: 4 }, '01234'],
    ['6.2', { lowest: 0, highest: 4 }, '01234'],
    ['6.3', undefined, ''],
  ];
  for (const [id, range, meaningful] of cases) {
    it(`${id}: ${range ? `${range.lowest} to ${range.highest}` : 'none'}; scores with a meaning: ${meaningful || 'none'}`, () => {
      assert.deepEqual(describedLevels(service(id)), range);
      assert.equal(levelNumbers.filter((score) => isDescribed(service(id), score)).join(''), meaningful);
    });
  }

  it('a score outside 0 to 5, or between levels, has no meaning', () => {
    for (const score of [-1, 6, 0.5, 2.5, NaN]) assert.equal(isDescribed(service('1.1'), score), false, String(score));
  });
});

describe('the next level up', () => {
  it('is the one above, where the sheet describes it', () => {
    for (const score of [0, 1, 2, 3, 4]) assert.equal(nextLevel(service('1.1'), score)?.number, score + 1);
    assert.equal(nextLevel(service('1.1'), 2)?.level, service('1.1').levels[3]);
  });

  it('skips levels the sheet does not describe', () => {
    for (const score of [0, 1, 2, 3]) assert.equal(nextLevel(service('4.4'), score)?.number, 4);
  });

  it('is none at the top', () => {
    assert.equal(nextLevel(service('1.1'), 5), undefined);
    assert.equal(nextLevel(service('5.2'), 4), undefined);
    assert.equal(nextLevel(service('6.3'), 0), undefined);
  });
});

describe('the level that reaches a target', () => {
  const cases: [string, number, number][] = [
    ['1.1', 2.5, 3],
    ['1.1', 3, 3],
    ['1.1', 0, 0],
    ['1.1', 4.1, 5],
    ['4.4', 2.5, 4],
    ['4.4', 4, 4],
    ['4.4', 0, 0],
    ['5.2', 4.5, 5],
    ['6.3', 2.5, 3],
  ];
  for (const [id, target, level] of cases)
    it(`of ${target} for ${id} is ${level}`, () => assert.equal(levelReaching(service(id), target), level));
});

describe('references in descriptions', () => {
  const join = (description: string) =>
    splitReferences(description)
      .map((piece) => ('reference' in piece ? `[${piece.reference}]` : piece.text))
      .join('');

  it('are told from the words around them, whatever their form', () => {
    assert.deepEqual(splitReferences('Roles [1.1.1.3] and [3.1.1-3.1.2]; [3.3.2-4](again).'), [
      { text: 'Roles ' },
      { reference: '1.1.1.3' },
      { text: ' and ' },
      { reference: '3.1.1-3.1.2' },
      { text: '; ' },
      { reference: '3.3.2-4' },
      { text: '(again).' },
    ]);
  });

  it('may begin and end a description, and stand side by side', () => {
    assert.deepEqual(splitReferences('[3.1][3.2]'), [{ reference: '3.1' }, { reference: '3.2' }]);
    assert.deepEqual(splitReferences(''), []);
  });

  it('are numbers: other brackets are words', () => {
    for (const text of ['[draft]', '[]', '[1.1', '1.1]', '[v1.0]', '[1.1 and 1.2]'])
      assert.deepEqual(referencesOf(text), [], text);
  });

  it('come back as they were when the pieces are joined', () => {
    for (const wording of [en, ja]) {
      for (const { levels } of Object.values(wording.services)) {
        for (const { description } of Object.values(levels)) assert.equal(join(description), description);
      }
    }
    const piece = fc.oneof(fc.string(), fc.constantFrom('[', ']', '1.1', '-', '[1.1]', '[3.3.2-4]', '(x)', '\n'));
    fc.assert(fc.property(fc.array(piece), (pieces) => assert.equal(join(pieces.join('')), pieces.join(''))));
  });
});
