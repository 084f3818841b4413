import assert from 'node:assert/strict';
import { placeAt, serviceAt } from '../../../src/assessment/cursor';
import { parseAssessment } from '../../../src/assessment/parse';
import { cursorIn, slice } from '../../support/analyse';
import { yaml } from '../../support/yaml';
import { head, inBoth } from '../../support/at-cursors';

describe('what lies at an offset', () => {
  const at = (sample: string) => {
    const { text, offset } = cursorIn(sample);
    const place = placeAt(parseAssessment(text), offset);
    return place && [`${place.on} ${place.path.join('/')}`, slice(text, place.span)];
  };
  const samples: readonly (readonly [string, string, string])[] = [
    [`|sheet: x\n`, 'key sheet', 'sheet'],
    [`sheet|: x\n`, 'key sheet', 'sheet'],
    [`sheet: |x\n`, 'value sheet', 'x'],
    [`sheet: x|\n`, 'value sheet', 'x'],
    [`${head}  "1.|2":\n    score: 3\n`, 'key services/1.2', '"1.2"'],
    [`${head}  1.2|: 3\n`, 'key services/1.2', '1.2'],
    [`${head}  "1.2": |3 # c\n`, 'value services/1.2', '3'],
    [`${head}  "1.2":\n    sco|re: 3\n`, 'key services/1.2/score', 'score'],
    [`${head}  "1.2":\n    evidence: [a, |b]\n`, 'value services/1.2/evidence/1', 'b'],
    [`${head}  "1.2": &a 3\n  "1.3": *|a\n`, 'value services/1.3', '*a'],
    [`areas: { "1": { target: |3 } }\r\n`, 'value areas/1/target', '3'],
  ];
  for (const [sample, on, text] of samples)
    it(`is ${on} in ${JSON.stringify(sample.replace(head, '… '))}`, () => assert.deepEqual(at(sample), [on, text]));

  it('is nothing between values, in comments and where no value is', () => {
    for (const sample of [
      '|\nsheet: x\n',
      'sheet:| x\n',
      'sheet: x | # c\n',
      'sheet: x # c|\n',
      '# |\n',
      `${head}  "1.2":| \n`,
      `${head}  |\n`,
      '|',
      `${head}  "1.2": { |score: 2 }\n`.replace('|score', ' |  score'),
    ])
      assert.equal(at(sample), undefined, sample);
  });

  it('is inside a block scalar, its text', () => {
    const text = yaml`
      ${head}  "1.2":
          note: |
            some text
    `;
    assert.deepEqual(placeAt(parseAssessment(text), text.indexOf('some'))?.path, ['services', '1.2', 'note']);
  });
});

describe('the service a cursor is in', () => {
  const at = (sample: string) => {
    let id: string | undefined;
    inBoth(sample, ({ text, offset }) => (id = serviceAt(parseAssessment(text), offset)));
    return id;
  };
  const body = yaml`
      "1.2": # c
        # d
        score: 3

        note: x # e

      # 2 B
      "2.1": 1
    rules:
      below-target: off
  `;
  const withCursor = (marker: string) => head + body.replace(marker, `|${marker}`);

  it('is the one whose lines they are, with its comments', () => {
    for (const marker of ['"1.2"', '# c', '# d', 'score', 'note', 'x #', '# e'])
      assert.equal(at(withCursor(marker)), '1.2', marker);
    assert.equal(at(withCursor('"2.1"')), '2.1');
    assert.equal(
      at(yaml`
        ${head}  "1.2":
            |
          "1.3": 1
      `),
      '1.2',
    );
  });

  it('is the one of the line, from its very start', () => {
    assert.equal(at(`${head}|  "1.2": 1\n`), '1.2');
    assert.equal(at(`${head}  "1.2":\n|    score: 1\n`), '1.2');
    assert.equal(at(`${head}|\n  "1.2": 1\n`), '1.1');
  });

  it('is none at headings and outside of the services', () => {
    for (const marker of ['rules', 'below-target']) assert.equal(at(withCursor(marker)), undefined, marker);
    assert.equal(at(head.replace('services', '|services')), undefined);
    assert.equal(at(`${head}  # 2 B|\n  "2.1": 1\n`), undefined);
    assert.equal(at(`${head}|  # 2 B\n  "2.1": 1\n`), undefined);
    assert.equal(at('|'), undefined);
  });

  it('is found in flow maps, in any order, and beside services that are merged in', () => {
    assert.equal(at('services: { "1.1": 2, "1.2": { score: |3 } }\n'), '1.2');
    assert.equal(
      at(yaml`
        services:
          "2.1": 1
          "1.1": |2
      `),
      '1.1',
    );
    assert.equal(
      at(yaml`
        services:
          <<: { "3.1": 1 }
          "1.1": |2
      `),
      '1.1',
    );
  });
});
