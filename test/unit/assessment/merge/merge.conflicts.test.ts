import assert from 'node:assert/strict';
import { merge } from '../../../../src/assessment/merge/merge';
import { base, changed, type Case } from '../../../support/merge-cases';
import { yaml } from '../../../support/yaml';

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
          yaml`
            <<<<<<< ours
              "1.1": 3                             # Internal stakeholders
            =======
              "1.1": 4                             # Internal stakeholders
            >>>>>>> theirs
          `,
        ],
        ['score: 2', 'score: 1'],
        ['PSO, due', 'QA, due'],
      ],
    ],
    [
      'one key of a service, of which others merge',
      [['    score: 2\n', '    score: 3\n']],
      [['    score: 2\n', '    score: 4\n    target: 5\n']],
      [
        [
          '    score: 2\n',
          yaml`
            <<<<<<< ours
                score: 3
            =======
                score: 4
            >>>>>>> theirs
                target: 5
          `,
        ],
      ],
    ],
    [
      'a score and an exclusion, which are the state of a service',
      [
        [
          '"1.3":                               # Community\n',
          yaml`
            "1.3":                               # Community
                excluded: not ours
          `,
        ],
      ],
      [['"1.3":       ', '"1.3": 4     ']],
      [
        [
          '"1.3":                               # Community\n',
          yaml`
            "1.3":                               # Community
            <<<<<<< ours
                excluded: not ours
            =======
                score: 4
            >>>>>>> theirs
          `,
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
          yaml`
            <<<<<<< ours
                note: |
                  Ours.
            =======
                note: |
                  Theirs.
            >>>>>>> theirs
          `,
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
          yaml`
            <<<<<<< ours
                    due: 2027-02-01
            =======
                    due: 2027-02-02
            >>>>>>> theirs
          `,
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
          yaml`
            <<<<<<< ours
            =======
              "1.1": 4                             # Internal stakeholders
            >>>>>>> theirs
          `,
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
    const broken = yaml`
      services: {
        "1.1": 2


        "1.2": 2
    `;
    const [ours, theirs] = [broken.replace('"1.1": 2', '"1.1": 3'), broken.replace('"1.2": 2', '"1.2": 3')];
    assert.equal(merge(broken, ours, theirs).text, ours.replace('"1.2": 2', '"1.2": 3'));
    const other = merge(broken, ours, broken.replace('"1.1": 2', '"1.1": 4'));
    assert.deepEqual(other, {
      text: yaml`
        services: {
        <<<<<<< ours
          "1.1": 3
        =======
          "1.1": 4
        >>>>>>> theirs


          "1.2": 2
      `,
      conflicts: 1,
    });
  });
});
