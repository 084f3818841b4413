import assert from 'node:assert/strict';
import { planEdit, type Intent } from '../../../../src/assessment/edit/edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { edited, include, score } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';
import { yaml } from '../../../support/yaml';

describe('clearing a score, and including again', () => {
  becomes([
    [
      'empties the short form',
      'services:\n  "1.1": 2   # Internal\n',
      score('1.1', null),
      'services:\n  "1.1":   # Internal\n',
    ],
    [
      'empties the score of the long form',
      yaml`
        services:
          "1.1":
            score: 2
            note: x
      `,
      score('1.1', null),
      yaml`
        services:
          "1.1":
            score:
            note: x
      `,
    ],
    [
      'empties a value below its key',
      yaml`
        services:
          "1.1":
            # c
            2
      `,
      score('1.1', null),
      yaml`
        services:
          "1.1":
            # c
      `,
    ],
    ['clears what could not be read', 'services:\n  "1.1": two\n', score('1.1', null), 'services:\n  "1.1":\n'],
    [
      'takes the exclusion with it',
      yaml`
        services:
          "1.1":
            excluded: not ours
            note: x
      `,
      score('1.1', null),
      yaml`
        services:
          "1.1":
            note: x
      `,
    ],
    [
      'takes the exclusion out',
      yaml`
        services:
          "1.1":   # Internal
            excluded: not ours
          "1.2": 1
      `,
      include('1.1'),
      yaml`
        services:
          "1.1":   # Internal
          "1.2": 1
      `,
    ],
    [
      'takes the exclusion out at the end of the file',
      'services:\r\n  "1.1":\r\n    excluded: not ours',
      include('1.1'),
      'services:\r\n  "1.1":',
    ],
    [
      'keeps the comment behind the exclusion',
      yaml`
        services:
          "1.1":
            excluded: not ours # c
          "1.2": 1
      `,
      include('1.1'),
      yaml`
        services:
          "1.1":
            # c
          "1.2": 1
      `,
    ],
    [
      'takes the exclusion out of a flow map',
      'services:\n  "1.1": { excluded: x, note: y }\n',
      include('1.1'),
      'services:\n  "1.1": { note: y }\n',
    ],
    [
      'takes the exclusion out of the end of a flow map',
      'services:\n  "1.1": { note: y, excluded: x }\n',
      include('1.1'),
      'services:\n  "1.1": { note: y }\n',
    ],
    [
      'lets the score beside it count again',
      yaml`
        services:
          "1.1":
            score: 2
            excluded: x
      `,
      include('1.1'),
      yaml`
        services:
          "1.1":
            score: 2
      `,
    ],
    ['leaves a service that is not excluded', 'services:\n  "1.1": 2\n', include('1.1'), 'services:\n  "1.1": 2\n'],
  ]);

  it('undoes a score byte for byte', () => {
    for (const text of [
      'services:\n  "1.1":     # Internal\n',
      'services:\r\n  "1.1":\r\n    score:\r\n',
      'services:\n  "1.1": { score: }\n',
    ])
      assert.equal(edited(edited(text, score('1.1', 4)), score('1.1', null)), text);
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [name: string, text: string, intent: Intent, reason: string])[] = [
    ['a file that cannot be read', 'services:\n  "1.1": [2\n', score('1.1', 3), 'edit.broken'],
    [
      'a file of two documents',
      yaml`
        services:
          "1.1": 2
        ---
      `,
      score('1.1', 3),
      'edit.broken',
    ],
    ['a service the sheet does not have', 'services:\n  "9.9": 2\n', score('9.9', 3), 'edit.unknown-service'],
    [
      'a service that is there twice',
      yaml`
        services:
          "1.1": 2
          1.1: 2
      `,
      score('1.1', 3),
      'edit.duplicate',
    ],
    [
      'a value others are aliases of',
      yaml`
        services:
          "1.1": &a 2
          "1.2": *a
      `,
      score('1.1', 3),
      'edit.by-hand',
    ],
    [
      'a map that is an alias',
      yaml`
        services:
          "1.1": &a { score: 2 }
          "1.2": *a
      `,
      score('1.2', 3),
      'edit.by-hand',
    ],
    [
      'clearing a score that is merged in',
      yaml`
        services:
          "1.1": &a { score: 2 }
          "1.2":
            <<: *a
            note: x
      `,
      score('1.2', null),
      'edit.by-hand',
    ],
    ['services that are an alias', 'x-all: &a { "1.1": 2 }\nservices: *a\n', score('1.1', 3), 'edit.by-hand'],
    ['a tag the new value would not fit', 'services:\n  "1.1": !!str 2\n', score('1.1', 3), 'edit.by-hand'],
    ['a list in place of a service', 'services:\n  "1.1": [2]\n', score('1.1', 3), 'edit.by-hand'],
    ['text in place of the services', 'services: none\n', score('1.1', 3), 'edit.by-hand'],
    ['a list in place of the file', '- a\n', score('1.1', 3), 'edit.by-hand'],
    [
      'explicit keys',
      yaml`
        services:
          ? "1.1"
          : 2
      `,
      score('1.1', 3),
      'edit.by-hand',
    ],
    [
      'a reason with a comment inside it',
      yaml`
        services:
          "1.1":
            excluded: # why
              not ours
      `,
      score('1.1', 3),
      'edit.by-hand',
    ],
  ];
  for (const [name, text, intent, reason] of refused)
    it(`is ${name}`, () => assert.deepEqual(planEdit(parseAssessment(text), intent), { refused: { key: reason } }));

  it('is not an alias by itself, nor a score over one that is merged in', () => {
    assert.equal(
      edited(
        yaml`
          services:
            "1.1": &a 2
            "1.2": *a
        `,
        score('1.2', 3),
      ),
      yaml`
        services:
          "1.1": &a 2
          "1.2": 3
      `,
    );
    assert.equal(
      edited(
        yaml`
          services:
            "1.1": &a { score: 2 }
            "1.2":
              <<: *a
              note: x
        `,
        score('1.2', 3),
      ),
      yaml`
        services:
          "1.1": &a { score: 2 }
          "1.2":
            <<: *a
            score: 3
            note: x
      `,
    );
    assert.equal(edited('services:\n  "1.1": &a 2\n', score('1.1', 3)), 'services:\n  "1.1": &a 3\n');
  });
});
