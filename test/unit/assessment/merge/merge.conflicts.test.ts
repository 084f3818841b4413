import assert from 'node:assert/strict';
import { merge } from '../../../../src/assessment/merge/merge';
import { base, changed, type Case } from '../../../support/merge-cases';

describe('a merge marks', () => {
  const conflicting: readonly (readonly [
    name: string,
    ours: Case['ours'],
    theirs: Case['ours'],
    expected: Case['ours'],
    from?: string,
  ])[] = [
    [
      'a score that both changed differently, and nothing around it',
      [
        ['"1.1": 2 ', '"1.1": 3 '],
        ['score: 2', 'score: 1'],
      ],
      [
        ['"1.1": 2 ', '"1.1": 4 '],
        ['PSO, due', 'QA, due'],
      ],
      [
        [
          '  "1.1": 2                             # Internal stakeholders\n',
          '<<<<<<< ours\n  "1.1": 3                             # Internal stakeholders\n=======\n  "1.1": 4                             # Internal stakeholders\n>>>>>>> theirs\n',
        ],
        ['score: 2', 'score: 1'],
        ['PSO, due', 'QA, due'],
      ],
    ],
    [
      'one key of a service, of which others merge',
      [['    score: 2\n', '    score: 3\n']],
      [['    score: 2\n', '    score: 4\n    target: 5\n']],
      [['    score: 2\n', '<<<<<<< ours\n    score: 3\n=======\n    score: 4\n>>>>>>> theirs\n    target: 5\n']],
    ],
    [
      'a score and an exclusion, which are the state of a service',
      [
        [
          '"1.3":                               # Community\n',
          '"1.3":                               # Community\n    excluded: not ours\n',
        ],
      ],
      [['"1.3":       ', '"1.3": 4     ']],
      [
        [
          '"1.3":                               # Community\n',
          '"1.3":                               # Community\n<<<<<<< ours\n    excluded: not ours\n=======\n    score: 4\n>>>>>>> theirs\n',
        ],
      ],
    ],
    [
      'a note that both wrote',
      [['      As it is.\n', '      Ours.\n']],
      [['      As it is.\n', '      Theirs.\n']],
      [
        [
          '    note: |\n      As it is.\n',
          '<<<<<<< ours\n    note: |\n      Ours.\n=======\n    note: |\n      Theirs.\n>>>>>>> theirs\n',
        ],
      ],
    ],
    [
      'one date of an action',
      [['due: 2027-01-31', 'due: 2027-02-01']],
      [['due: 2027-01-31', 'due: 2027-02-02']],
      [
        [
          '        due: 2027-01-31\n',
          '<<<<<<< ours\n        due: 2027-02-01\n=======\n        due: 2027-02-02\n>>>>>>> theirs\n',
        ],
      ],
    ],
    [
      'what one took away and the other changed',
      [['  "1.1": 2                             # Internal stakeholders\n', '']],
      [['"1.1": 2', '"1.1": 4']],
      [
        [
          '  "1.1": 2                             # Internal stakeholders\n',
          '<<<<<<< ours\n=======\n  "1.1": 4                             # Internal stakeholders\n>>>>>>> theirs\n',
        ],
      ],
    ],
  ];
  for (const [name, ours, theirs, expected, from = base] of conflicting) {
    it(name, () => {
      const result = merge(from, changed(from, ours), changed(from, theirs));
      assert.deepEqual(result, { text: changed(from, expected), conflicts: 1 });
    });
  }

  it('lines, where a version can not be read', () => {
    const broken = 'services: {\n  "1.1": 2\n\n\n  "1.2": 2\n';
    const [ours, theirs] = [broken.replace('"1.1": 2', '"1.1": 3'), broken.replace('"1.2": 2', '"1.2": 3')];
    assert.equal(merge(broken, ours, theirs).text, ours.replace('"1.2": 2', '"1.2": 3'));
    const other = merge(broken, ours, broken.replace('"1.1": 2', '"1.1": 4'));
    assert.deepEqual(other, {
      text: 'services: {\n<<<<<<< ours\n  "1.1": 3\n=======\n  "1.1": 4\n>>>>>>> theirs\n\n\n  "1.2": 2\n',
      conflicts: 1,
    });
  });
});
