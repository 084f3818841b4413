import assert from 'node:assert/strict';
import { planEdit, type Intent } from '../../../../src/assessment/edit/edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { edited, include, score } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';

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
      'services:\n  "1.1":\n    score: 2\n    note: x\n',
      score('1.1', null),
      'services:\n  "1.1":\n    score:\n    note: x\n',
    ],
    [
      'empties a value below its key',
      'services:\n  "1.1":\n    # c\n    2\n',
      score('1.1', null),
      'services:\n  "1.1":\n    # c\n',
    ],
    ['clears what could not be read', 'services:\n  "1.1": two\n', score('1.1', null), 'services:\n  "1.1":\n'],
    [
      'takes the exclusion with it',
      'services:\n  "1.1":\n    excluded: not ours\n    note: x\n',
      score('1.1', null),
      'services:\n  "1.1":\n    note: x\n',
    ],
    [
      'takes the exclusion out',
      'services:\n  "1.1":   # Internal\n    excluded: not ours\n  "1.2": 1\n',
      include('1.1'),
      'services:\n  "1.1":   # Internal\n  "1.2": 1\n',
    ],
    [
      'takes the exclusion out at the end of the file',
      'services:\r\n  "1.1":\r\n    excluded: not ours',
      include('1.1'),
      'services:\r\n  "1.1":',
    ],
    [
      'keeps the comment behind the exclusion',
      'services:\n  "1.1":\n    excluded: not ours # c\n  "1.2": 1\n',
      include('1.1'),
      'services:\n  "1.1":\n    # c\n  "1.2": 1\n',
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
      'services:\n  "1.1":\n    score: 2\n    excluded: x\n',
      include('1.1'),
      'services:\n  "1.1":\n    score: 2\n',
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
    ['a file of two documents', 'services:\n  "1.1": 2\n---\n', score('1.1', 3), 'edit.broken'],
    ['a service the sheet does not have', 'services:\n  "9.9": 2\n', score('9.9', 3), 'edit.unknown-service'],
    ['a service that is there twice', 'services:\n  "1.1": 2\n  1.1: 2\n', score('1.1', 3), 'edit.duplicate'],
    ['a value others are aliases of', 'services:\n  "1.1": &a 2\n  "1.2": *a\n', score('1.1', 3), 'edit.by-hand'],
    ['a map that is an alias', 'services:\n  "1.1": &a { score: 2 }\n  "1.2": *a\n', score('1.2', 3), 'edit.by-hand'],
    [
      'clearing a score that is merged in',
      'services:\n  "1.1": &a { score: 2 }\n  "1.2":\n    <<: *a\n    note: x\n',
      score('1.2', null),
      'edit.by-hand',
    ],
    ['services that are an alias', 'x-all: &a { "1.1": 2 }\nservices: *a\n', score('1.1', 3), 'edit.by-hand'],
    ['a tag the new value would not fit', 'services:\n  "1.1": !!str 2\n', score('1.1', 3), 'edit.by-hand'],
    ['a list in place of a service', 'services:\n  "1.1": [2]\n', score('1.1', 3), 'edit.by-hand'],
    ['text in place of the services', 'services: none\n', score('1.1', 3), 'edit.by-hand'],
    ['a list in place of the file', '- a\n', score('1.1', 3), 'edit.by-hand'],
    ['explicit keys', 'services:\n  ? "1.1"\n  : 2\n', score('1.1', 3), 'edit.by-hand'],
    [
      'a reason with a comment inside it',
      'services:\n  "1.1":\n    excluded: # why\n      not ours\n',
      score('1.1', 3),
      'edit.by-hand',
    ],
  ];
  for (const [name, text, intent, reason] of refused)
    it(`is ${name}`, () => assert.deepEqual(planEdit(parseAssessment(text), intent), { refused: { key: reason } }));

  it('is not an alias by itself, nor a score over one that is merged in', () => {
    assert.equal(
      edited('services:\n  "1.1": &a 2\n  "1.2": *a\n', score('1.2', 3)),
      'services:\n  "1.1": &a 2\n  "1.2": 3\n',
    );
    assert.equal(
      edited('services:\n  "1.1": &a { score: 2 }\n  "1.2":\n    <<: *a\n    note: x\n', score('1.2', 3)),
      'services:\n  "1.1": &a { score: 2 }\n  "1.2":\n    <<: *a\n    score: 3\n    note: x\n',
    );
    assert.equal(edited('services:\n  "1.1": &a 2\n', score('1.1', 3)), 'services:\n  "1.1": &a 3\n');
  });
});
