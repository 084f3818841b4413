import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { rankGaps } from '../../../src/scoring/plan';
import { scoreAssessment, scoredServices, type Aggregate } from '../../../src/scoring/score';
import { composeSheet } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import { yaml } from '../../support/yaml';

const sheet = composeSheet(en);
const score = (text: string) => scoreAssessment(sheet, parseAssessment(text));
const area = (text: string, id: string) => {
  const found = score(text).areas.find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
};
const service = (text: string, id: string) => {
  const found = scoredServices(score(text)).find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
};
const numbers = ({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate) => ({
  mean,
  target,
  floor,
  scored,
  applicable,
  excluded,
  belowTarget,
});

describe('averages', () => {
  it('are plain means of the scores given, with what they cover and what they hide', () => {
    const text = yaml`
      services:
        "1.1": 2
        "1.2": 0
        "2.1": 5
        "2.2": { excluded: Not ours }
        "3.1": 3
    `;
    assert.deepEqual(numbers(score(text).overall), {
      mean: 2.5,
      target: 2.5,
      floor: 0,
      scored: 4,
      applicable: 26,
      excluded: 1,
      belowTarget: 2,
    });
    assert.deepEqual(numbers(area(text, '1')), {
      mean: 1,
      target: 2.5,
      floor: 0,
      scored: 2,
      applicable: 7,
      excluded: 0,
      belowTarget: 2,
    });
    assert.deepEqual(numbers(area(text, '2')), {
      mean: 5,
      target: 2.5,
      floor: 5,
      scored: 1,
      applicable: 4,
      excluded: 1,
      belowTarget: 0,
    });
    assert.deepEqual(numbers(area(text, '4')), {
      mean: null,
      target: 2.5,
      floor: null,
      scored: 0,
      applicable: 4,
      excluded: 0,
      belowTarget: 0,
    });
  });

  it('are exact, not rounded', () => {
    assert.equal(area('services: { "1.1": 2, "1.2": 2, "1.3": 3 }', '1').mean, 7 / 3);
  });

  it('are none, not 0, when nothing is scored', () => {
    for (const text of [
      '',
      'services:\n',
      'services:\n  "1.1":\n',
      'services:\n  "1.1": { excluded: x }\n',
      'services: [',
      '- 1\n',
    ]) {
      const { overall, areas } = score(text);
      assert.deepEqual([overall.mean, overall.floor, overall.scored], [null, null, 0], text);
      assert.ok(
        areas.every(({ mean, floor }) => mean === null && floor === null),
        text,
      );
    }
  });

  it('count a score of 0: assessed, and nothing in place', () => {
    assert.deepEqual(numbers(area('services: { "1.1": 0 }', '1')), {
      mean: 0,
      target: 2.5,
      floor: 0,
      scored: 1,
      applicable: 7,
      excluded: 0,
      belowTarget: 1,
    });
  });

  it('leave out 6.3, whatever it says: 27 services are in scope, 4 of them in area 6', () => {
    const text = 'services: { "6.1": 1, "6.3": 5 }';
    assert.equal(score('').overall.applicable, 27);
    assert.deepEqual(numbers(area(text, '6')), {
      mean: 1,
      target: 2.5,
      floor: 1,
      scored: 1,
      applicable: 4,
      excluded: 0,
      belowTarget: 1,
    });
    assert.equal(area('services: { "6.3": { excluded: x } }', '6').excluded, 0);
  });

  it('leave out services the sheet does not have', () => {
    assert.equal(score('services: { "1.1": 2, "9.9": 5, "1.10": 5 }').overall.mean, 2);
  });

  it('leave out what can not be read as a score', () => {
    const text = 'services: { "1.1": 2, "1.2": 2.5, "1.3": "3", "1.4": 6, "1.5": -1, "1.6": true }';
    assert.deepEqual([area(text, '1').mean, area(text, '1').scored], [2, 1]);
  });

  it('take the first of a service given twice', () => {
    assert.equal(
      service(
        yaml`
          services:
            "1.1": 1
            1.1: 5
        `,
        '1.1',
      ).score,
      1,
    );
  });
});

describe('the state of a service', () => {
  const cases: [string, string, object][] = [
    ['absent', 'services:\n  "1.2": 1\n', { state: 'unscored', score: null, gap: null }],
    ['present but empty', 'services:\n  "1.1":\n', { state: 'unscored', score: null, gap: null }],
    ['present with a note alone', 'services: { "1.1": { note: x } }', { state: 'unscored', score: null, gap: null }],
    ['scored', 'services: { "1.1": 1 }', { state: 'scored', score: 1, gap: 1.5 }],
    ['scored in the long form', 'services: { "1.1": { score: 4 } }', { state: 'scored', score: 4, gap: 0 }],
    [
      'excluded',
      'services: { "1.1": { excluded: Not ours } }',
      { state: 'excluded', score: null, gap: null, reason: 'Not ours' },
    ],
    [
      'excluded without a reason',
      'services: { "1.1": { excluded: } }',
      { state: 'excluded', score: null, gap: null, reason: '' },
    ],
    [
      'excluded and scored: the exclusion counts',
      'services: { "1.1": { score: 1, excluded: x } }',
      { state: 'excluded', score: null, gap: null, reason: 'x' },
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(service(text, '1.1'), { id: '1.1', target: 2.5, ...expected }));
  }

  it('out of scope, even when it is scored or excluded', () => {
    for (const value of ['', '3', '{ excluded: x }']) {
      assert.deepEqual(service(`services: { "6.3": ${value} }`, '6.3'), {
        id: '6.3',
        state: 'out-of-scope',
        score: null,
        target: 2.5,
        gap: null,
      });
    }
  });
});

describe('the target of a service', () => {
  const target = (lines: string) => service(lines, '1.1').target;

  it('is its own, else its area’s, else the file’s, else 2.5', () => {
    const [own, areas, file] = [
      'services: { "1.1": { target: 4 } }\n',
      'areas: { "1": { target: 3.5 }, "2": { target: 1 } }\n',
      'target: 3\n',
    ];
    assert.equal(target(own + areas + file), 4);
    assert.equal(target(areas + file), 3.5);
    assert.equal(target(file), 3);
    assert.equal(target(''), 2.5);
  });

  it('may be 0', () => {
    assert.equal(target('target: 3\nareas: { "1": { target: 0 } }\n'), 0);
    assert.equal(
      target(yaml`
        areas: { "1": { target: 3 } }
        services: { "1.1": { target: 0 } }
      `),
      0,
    );
  });

  it('is not taken from where it can not be read', () => {
    assert.equal(
      target(yaml`
        target: 3
        areas: { "1": { target: high } }
        services: { "1.1": { target: 9 } }
      `),
      3,
    );
  });

  it('of an area is its own, else the file’s; the overall average has the file’s', () => {
    const text = yaml`
      target: 3
      areas: { "1": { target: 4 } }
      services: { "2.1": { target: 5 } }
    `;
    assert.deepEqual([area(text, '1').target, area(text, '2').target, score(text).overall.target], [4, 3, 3]);
  });
});

describe('gaps', () => {
  it('are what is missing to the target, never less than 0', () => {
    const text =
      'services: { "1.1": { score: 2, target: 2.5 }, "1.2": { score: 2, target: 2 }, "1.3": { score: 5, target: 2 } }';
    assert.deepEqual(
      ['1.1', '1.2', '1.3'].map((id) => service(text, id).gap),
      [0.5, 0, 0],
    );
    assert.equal(area(text, '1').belowTarget, 1);
  });

  it('are ranked with the largest first, ever steeper, in sheet order among equals', () => {
    const ranked = rankGaps(
      score(
        yaml`
          target: 3
          services: { "2.2": 2, "2.1": 1, "1.3": 0, "1.2": 2, "1.1": 3, "3.1": 1, "4.1": { excluded: x } }`,
      ),
    );
    assert.deepEqual(
      ranked.map(({ service: { id }, weight }) => [id, weight]),
      [
        ['1.3', 9],
        ['2.1', 4],
        ['3.1', 4],
        ['1.2', 1],
        ['2.2', 1],
      ],
    );
  });

  it('are none when all is reached or nothing is scored', () => {
    assert.deepEqual(rankGaps(score('services: { "1.1": 3 }')), []);
    assert.deepEqual(rankGaps(score('')), []);
  });
});
