import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import {
  changedServices,
  changeText,
  compareScored,
  differenceText,
  meanText,
  signed,
  type ChangeKind,
} from '../../../src/scoring/compare';
import { scoreAssessment } from '../../../src/scoring/score';
import { composeSheet } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import { yaml } from '../../support/yaml';

const sheet = composeSheet(en);
const compare = (before: string, after: string) => {
  const [one, two] = [before, after].map((text) => scoreAssessment(sheet, parseAssessment(text)));
  return compareScored(one!, two!);
};
const services = (values: string) => `services: { ${values} }\n`;

describe('comparing two states of an assessment', () => {
  const cases: readonly [
    kind: ChangeKind,
    before: string,
    after: string,
    change: number | null,
    en: string,
    ja: string,
  ][] = [
    ['raised', '1', '3', 2, '1 → 3', '1 → 3'],
    ['dropped', '3', '0', -3, '3 → 0', '3 → 0'],
    ['scored', '', '0', null, 'unscored → 0', '未採点 → 0'],
    ['cleared', '0', '', null, '0 → unscored', '0 → 未採点'],
    ['excluded', '1', '{ excluded: Not ours }', null, '1 → excluded', '1 → 除外'],
    ['excluded', '', '{ excluded: Not ours }', null, 'unscored → excluded', '未採点 → 除外'],
    ['included', '{ excluded: Not ours }', '2', null, 'excluded → 2', '除外 → 2'],
    ['included', '{ excluded: Not ours }', '', null, 'excluded → unscored', '除外 → 未採点'],
    ['target-changed', '{ score: 2, target: 3 }', '2', 0, 'target 3 → 2.5', '目標3 → 2.5'],
    ['raised', '{ score: 2, target: 2 }', '{ score: 3, target: 3 }', 1, '2 → 3, target 2 → 3', '2 → 3、目標2 → 3'],
    ['same', '2', '{ score: 2, note: New words }', 0, '2', '2'],
    ['same', '{ excluded: a, target: 3 }', '{ excluded: b, target: 4 }', null, 'excluded', '除外'],
  ];
  for (const [kind, before, after, change, english, japanese] of cases) {
    it(`calls “${before}” that becomes “${after}” ${kind}`, () => {
      const [first] = compare(services(`"1.1": ${before}`), services(`"1.1": ${after}`)).services;
      assert.ok(first);
      assert.deepEqual([first.kind, first.change], [kind, change]);
      assert.deepEqual([changeText(first, translator('en')), changeText(first, translator('ja'))], [english, japanese]);
    });
  }

  it('tells a target of its own from one that follows the area, and the area from one that follows the file', () => {
    const {
      overall,
      areas,
      services: all,
    } = compare(
      `target: 3\n${services('"1.1": { target: 4 }, "1.2": 2')}`,
      yaml`
        target: 2
        areas: { "2": { target: 3 } }
        ${services('"1.1": { target: 3 }, "1.2": 2')}`,
    );
    assert.equal(overall.ownTarget, true);
    assert.deepEqual(
      areas.filter(({ ownTarget }) => ownTarget),
      [],
    );
    assert.deepEqual(areas.map(({ before, after }) => [before.target, after.target]).slice(0, 2), [
      [3, 2],
      [3, 3],
    ]);
    assert.deepEqual(
      all.flatMap(({ id, kind }) => (kind === 'same' ? [] : [[id, kind]])),
      [['1.1', 'target-changed']],
    );
  });

  it('goes through all services in sheet order, 6.3 among them, which is never different', () => {
    const { services: all } = compare(services('"6.3": 1'), services('"6.3": { excluded: x }'));
    assert.equal(all.length, 28);
    assert.deepEqual([all[0]?.id, all[27]?.id], ['1.1', '6.5']);
    assert.deepEqual(
      all.filter(({ kind }) => kind !== 'same'),
      [],
    );
  });

  it('names the changed services alone', () => {
    const comparison = compare(services('"1.1": 1, "2.1": 1, "3.1": 1'), services('"3.1": 2, "1.1": 0, "2.1": 1'));
    assert.deepEqual(
      changedServices(comparison).map(({ id, kind }) => `${id} ${kind}`),
      ['1.1 dropped', '3.1 raised'],
    );
  });

  it('sets the averages beside each other, overall and by area', () => {
    const { overall, areas } = compare(
      services('"1.1": 1, "1.2": 2, "2.1": 2'),
      services('"1.1": 3, "1.2": 2, "4.1": 5'),
    );
    assert.deepEqual([overall.before.mean, overall.after.mean], [5 / 3, 10 / 3]);
    assert.equal(overall.change, 10 / 3 - 5 / 3);
    assert.deepEqual(
      areas.map(({ id, change }) => [id, change]),
      [
        ['1', 1],
        ['2', null],
        ['3', null],
        ['4', null],
        ['5', null],
        ['6', null],
      ],
    );
    assert.ok(areas.every((area) => !('services' in area.after)));
  });

  it('reads averages as they are shown, so that the difference adds up', () => {
    const { overall } = compare(services('"1.1": 1, "1.2": 1, "1.3": 2'), services('"1.1": 2, "1.2": 2, "1.3": 1'));
    assert.equal(meanText(overall, translator('en')), '1.33 → 1.67');
    assert.equal(differenceText(overall), '+0.34');
    const none = compare('', services('"1.1": 1')).overall;
    assert.equal(meanText(none, translator('en')), '– → 1.00');
    assert.equal(differenceText(none), '');
  });

  it('writes differences with a sign', () => {
    assert.deepEqual(
      [signed(2), signed(-1), signed(0), signed(0.5, 2), signed(-0.005, 2)],
      ['+2', '−1', '±0', '+0.50', '−0.01'],
    );
  });
});
