import assert from 'node:assert/strict';
import { merge } from '../../../../src/assessment/merge/merge';
import { base, changed, file, type Case } from '../../../support/merge-cases';
import { yaml } from '../../../support/yaml';

const clean: readonly Case[] = [
  { name: 'neighbouring services', ours: [['"1.1": 2', '"1.1": 3']], theirs: [['score: 2', 'score: 4']] },
  {
    name: 'the value and the comment of one line',
    ours: [['"1.1": 2    ', '"1.1": 3    ']],
    theirs: [['# Internal stakeholders', '# Internal']],
  },
  {
    name: 'different keys of a service',
    ours: [['    score: 2\n', '    score: 3\n']],
    theirs: [['      As it is.\n', '      As it was.\n']],
  },
  {
    name: 'a score that is changed in the short form, and a note that makes it a long one',
    ours: [['"1.1": 2      ', '"1.1": 3      ']],
    theirs: [
      [
        '"1.1": 2                             # Internal stakeholders\n',
        yaml`
          "1.1":                               # Internal stakeholders
              score: 2
              note: x
        `,
      ],
    ],
    merged: [
      [
        '"1.1": 2                             # Internal stakeholders\n',
        yaml`
          "1.1":                               # Internal stakeholders
              score: 3
              note: x
        `,
      ],
    ],
  },
  {
    name: 'a service that one gave a score, and the other a target',
    ours: [['"1.3":        ', '"1.3": 4      ']],
    theirs: [['# Community\n', '# Community\n    target: 3\n']],
    merged: [
      [
        '"1.3":                               # Community\n',
        yaml`
          "1.3":                               # Community
              score: 4
              target: 3
        `,
      ],
    ],
  },
  {
    name: 'services that are new in both, in the order of the sheet',
    ours: [
      [
        '# Community\n',
        yaml`
          # Community
            "1.6": 1
            # 2 Discovery
            "2.1": 1
        `,
      ],
    ],
    theirs: [
      [
        '# Community\n',
        yaml`
          # Community
            # ours to watch
            "1.5": 2
        `,
      ],
    ],
    merged: [
      [
        '# Community\n',
        yaml`
          # Community
            # ours to watch
            "1.5": 2
            "1.6": 1
            # 2 Discovery
            "2.1": 1
        `,
      ],
    ],
  },
  {
    name: 'evidence that both added, and a comment behind what is there',
    ours: [
      ['2026-10-01\n', '2026-10-01\n      - b.md\n'],
      ['# signed', '# signed in October'],
    ],
    theirs: [
      ['2026-10-01\n', '2026-10-01\n      - a.md\n'],
      ['2026-10-01', '2026-10-01\n        expires: 2027-10-01'],
    ],
    merged: [
      [
        '2026-10-01\n',
        yaml`
          2026-10-01
                  expires: 2027-10-01
                - a.md
                - b.md
        `,
      ],
      ['# signed', '# signed in October'],
    ],
  },
  {
    name: 'different keys of an action, in braces and on lines',
    ours: [
      ['owner: PSO, due', 'owner: QA, due'],
      ['action: Train', 'action: Train all'],
    ],
    theirs: [
      ['due: 2027-03-31', 'due: 2027-04-30, done: true'],
      ['due: 2027-01-31', 'due: 2027-02-28'],
    ],
  },
  {
    name: 'an item that one took away, and another that is new',
    ours: [['      - docs/charter.md                # signed\n', '']],
    theirs: [['    note: |', '      - new.md\n    note: |']],
  },
  {
    name: 'the order of the services, and a score',
    ours: [
      ['  "1.3":                               # Community\n', ''],
      [
        '  # 1 Stakeholders\n',
        yaml`
            # 1 Stakeholders
            "1.3":                               # Community
        `,
      ],
    ],
    theirs: [['score: 2', 'score: 4']],
  },
  {
    name: 'quotes that one put, and values',
    from: file('  1.1: 2\n  1.2: 3\n'),
    ours: [
      ['1.1:', '"1.1":'],
      ['1.2:', '"1.2":'],
    ],
    theirs: [['1.1: 2', '1.1: 4']],
    merged: [
      ['1.1: 2', '"1.1": 4'],
      ['1.2:', '"1.2":'],
    ],
  },
  {
    name: 'deeper indentation of one, and values',
    from: file(yaml`
        "1.1":
          score: 2
          note: x
    `),
    ours: [
      [
        yaml`
            "1.1":
              score: 2
              note: x
        `,
        yaml`
              "1.1":
                  score: 2
                  note: x
        `,
      ],
    ],
    theirs: [
      ['score: 2', 'score: 4'],
      ['note: x\n', 'note: x\n    target: 3\n'],
    ],
    merged: [
      [
        yaml`
            "1.1":
              score: 2
              note: x
        `,
        yaml`
              "1.1":
                  score: 4
                  note: x
                  target: 3
        `,
      ],
    ],
  },
  {
    name: 'services in braces',
    from: file('  "1.1": { score: 2, note: x }\n'),
    ours: [['score: 2', 'score: 3']],
    theirs: [['note: x', 'note: y, target: 4']],
  },
  {
    name: 'assessors in brackets',
    from: file('  "1.1": 1\n', 'assessors: [PSO]\n'),
    ours: [['[PSO]', '[PSO, QA]']],
    theirs: [['[PSO]', '[PSO, Legal]']],
    merged: [['[PSO]', '[PSO, Legal, QA]']],
  },
  {
    name: 'the same change',
    ours: [['"1.1": 2', '"1.1": 3']],
    theirs: [
      ['"1.1": 2', '"1.1": 3'],
      ['score: 2', 'score: 1'],
    ],
    merged: [
      ['"1.1": 2', '"1.1": 3'],
      ['score: 2', 'score: 1'],
    ],
  },
  {
    name: 'criteria of one service',
    from: file(yaml`
        "2.1":
          score: 2
          criteria:
            2a: met
            2b: { state: met, note: x }
    `),
    ours: [
      ['2a: met', '2a: partly'],
      ['note: x', 'note: y'],
    ],
    theirs: [
      ['state: met', 'state: unmet'],
      ['note: x }\n', 'note: x }\n      3a: met\n'],
    ],
    merged: [
      ['2a: met', '2a: partly'],
      ['state: met, note: x }\n', 'state: unmet, note: y }\n      3a: met\n'],
    ],
  },
];

describe('a merge takes without conflict', () => {
  for (const { name, ours, theirs, merged, from = base } of clean) {
    it(name, () => {
      const expected = changed(from, merged ?? [...ours, ...theirs]);
      const [own, other] = [changed(from, ours), changed(from, theirs)];
      assert.deepEqual(merge(from, own, other), { text: expected, conflicts: 0 });
      assert.deepEqual(merge(from, other, own), { text: expected, conflicts: 0 });
    });
  }

  it('files that both created', () => {
    const [ours, theirs] = [file('  "1.1": 2\n'), file('  "1.2": 3\n')];
    assert.deepEqual(merge('', ours, theirs), { text: file('  "1.1": 2\n  "1.2": 3\n'), conflicts: 0 });
  });

  it('line breaks, byte order marks and ends of files as they are, or as one side made them', () => {
    const frames: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => `\ufeff${text}`,
      (text) => text.replace(/\n$/, ''),
      (text) => `\ufeff${text.replace(/\n$/, '').replaceAll('\n', '\r\n')}`,
    ];
    const [was, own, other, both] = [
      [2, 3],
      [4, 3],
      [2, 5],
      [4, 5],
    ].map(([first, second]) => file(`  "1.1": ${first}\n  "1.2": ${second}\n`)) as [string, string, string, string];
    for (const frame of frames) {
      assert.equal(merge(frame(was), frame(own), frame(other)).text, frame(both));
      assert.equal(merge(was, frame(own), other).text, frame(both), 'ours put it in');
      assert.equal(merge(was, own, frame(other)).text, frame(both), 'theirs put it in');
    }
  });
});
