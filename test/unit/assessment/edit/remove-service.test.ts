import assert from 'node:assert/strict';
import { removeKey } from '../../../../src/assessment/edit/key-edit';
import { removeService } from '../../../../src/assessment/edit/remove-service';
import { parseAssessment } from '../../../../src/assessment/parse';
import { changed } from '../../../support/service-changes';
import { yaml } from '../../../support/yaml';

function without(text: string, id: string, second = false): string | undefined {
  const assessment = parseAssessment(text);
  const entry = second ? assessment.duplicates[0]?.entry : assessment.services.get(id);
  return changed(text, removeService(assessment, entry ?? assert.fail(`no ${id}`)));
}

const dropped = (text: string, key: 'score' | 'excluded') =>
  changed(text, removeKey(parseAssessment(text), '1.1', key));

describe('removing a service', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'takes its line, with the comment on it',
      yaml`
        services:
          "1.1": 2 # Internal
          "1.2": 1
      `,
      'services:\n  "1.2": 1\n',
    ],
    [
      'takes all its lines',
      yaml`
        services:
          "1.1":
            note: |
              x
            plan: [] # c
          # about 1.2
          "1.2": 1
      `,
      yaml`
        services:
          # about 1.2
          "1.2": 1
      `,
    ],
    [
      'leaves an empty key behind the last one',
      'services:\r\n  # 1 A\r\n  "1.1": 2\r\nrules: {}\r\n',
      'services:\r\n  # 1 A\r\nrules: {}\r\n',
    ],
    [
      'works at the end of the file',
      yaml`
        services:
          "1.2": 1
          "1.1": 2`,
      'services:\n  "1.2": 1\n',
    ],
    [
      'keeps the comments of a flow map over many lines',
      yaml`
        services: {
          "1.2": 1, # a
          "1.1": 2, # b
        }
      `,
      yaml`
        services: {
          "1.2": 1, # a
          # b
        }
      `,
    ],
    ['works in flow maps', 'services: { "1.1": 2, "1.2": 1 }\n', 'services: { "1.2": 1 }\n'],
    ['works at the end of flow maps', 'services: { "1.2": 1, "1.1": { score: 2 } }\n', 'services: { "1.2": 1 }\n'],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(without(before, '1.1'), after));

  it('takes the second of two', () => {
    assert.equal(
      without(
        yaml`
          services:
            "1.1": 2 # a
            1.1:
              score: 3 # b
            "1.2": 1
        `,
        '1.1',
        true,
      ),
      yaml`
        services:
          "1.1": 2 # a
          "1.2": 1
      `,
    );
  });

  it('is not possible where it comes from elsewhere', () => {
    assert.equal(without('x: &a { "1.1": 1 }\nservices: *a\n', '1.1'), undefined);
    assert.equal(
      without(
        yaml`
          x: &a { "1.1": 1 }
          services:
            <<: *a
            "1.2": 1
        `,
        '1.1',
      ),
      undefined,
    );
    assert.equal(
      without(
        yaml`
          services:
            "1.1": &a 2
            "1.2": *a
        `,
        '1.1',
      ),
      undefined,
      'or others come from it',
    );
  });
});

describe('dropping a key of a service', () => {
  const cases: readonly (readonly [
    name: string,
    before: string,
    key: 'score' | 'excluded',
    after: string | undefined,
  ])[] = [
    [
      'takes its line',
      yaml`
        services:
          "1.1":
            score: 2
            excluded: x
      `,
      'score',
      yaml`
        services:
          "1.1":
            excluded: x
      `,
    ],
    [
      'takes a block scalar',
      yaml`
        services:
          "1.1":
            excluded: |
              x

            score: 2
      `,
      'excluded',
      yaml`
        services:
          "1.1":

            score: 2
      `,
    ],
    [
      'leaves the comment behind it',
      yaml`
        services:
          "1.1":
            score: 2   # c
            excluded: x
      `,
      'score',
      yaml`
        services:
          "1.1":
            # c
            excluded: x
      `,
    ],
    [
      'works in flow maps',
      'services:\n  "1.1": { score: 2, excluded: x }\n',
      'excluded',
      'services:\n  "1.1": { score: 2 }\n',
    ],
    ['is not possible where it is not there', 'services:\n  "1.1": { score: 2 }\n', 'excluded', undefined],
    ['is not possible in the short form', 'services:\n  "1.1": 2\n', 'score', undefined],
    [
      'is not possible where it is merged in',
      yaml`
        services:
          "1.1":
            <<: { score: 2 }
            excluded: x
      `,
      'score',
      undefined,
    ],
  ];
  for (const [name, before, key, after] of cases) it(name, () => assert.equal(dropped(before, key), after));
});
