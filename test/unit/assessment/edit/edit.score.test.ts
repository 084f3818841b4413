import { score } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';
import { yaml } from '../../../support/yaml';

describe('scoring a service that is in the file', () => {
  becomes([
    ['replaces the short form', 'services:\n  "1.1": 2\n', score('1.1', 3), 'services:\n  "1.1": 3\n'],
    [
      'keeps what stands behind it',
      'services:\n  "1.1": 2   # Internal\n',
      score('1.1', 3),
      'services:\n  "1.1": 3   # Internal\n',
    ],
    [
      'fills an empty value',
      yaml`
        services:
          "1.1":
          "1.2": 1
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1": 3
          "1.2": 1
      `,
    ],
    [
      'fills an empty value before a comment',
      'services:\n  "1.1":      # Internal\n',
      score('1.1', 3),
      'services:\n  "1.1": 3      # Internal\n',
    ],
    [
      'fills an empty value before a comment close to it',
      yaml`
        services:
          "1.1": # c

          # 2 x
          "2.1":
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1": 3 # c

          # 2 x
          "2.1":
      `,
    ],
    ['replaces null', 'services:\n  "1.1": ~ # c\n', score('1.1', 0), 'services:\n  "1.1": 0 # c\n'],
    ['replaces what could not be read', 'services:\n  "1.1": two\n', score('1.1', 2), 'services:\n  "1.1": 2\n'],
    [
      'replaces the score of the long form',
      yaml`
        services:
          "1.1":
            note: x
            score: 2 # c
      `,
      score('1.1', 5),
      yaml`
        services:
          "1.1":
            note: x
            score: 5 # c
      `,
    ],
    [
      'fills the empty score of the long form',
      yaml`
        services:
          "1.1":
            score: # c
            note: x
      `,
      score('1.1', 5),
      yaml`
        services:
          "1.1":
            score: 5 # c
            note: x
      `,
    ],
    [
      'puts a score first where the long form has none',
      yaml`
        services:
          "1.1": # c
            # about
            note: x
      `,
      score('1.1', 5),
      yaml`
        services:
          "1.1": # c
            # about
            score: 5
            note: x
      `,
    ],
    [
      'keeps a block scalar above and below',
      yaml`
        services:
          "1.1":
            note: |
              # no comment

              - x
            score: 1
            plan: []
      `,
      score('1.1', 4),
      yaml`
        services:
          "1.1":
            note: |
              # no comment

              - x
            score: 4
            plan: []
      `,
    ],
    [
      'works in flow maps',
      'services:\n  "1.1": { note: x, score: 2 }\n',
      score('1.1', 3),
      'services:\n  "1.1": { note: x, score: 3 }\n',
    ],
    [
      'works in flow maps without a score',
      'services:\n  "1.1": { note: x }\n',
      score('1.1', 3),
      'services:\n  "1.1": { score: 3, note: x }\n',
    ],
    ['works in empty flow maps', 'services:\n  "1.1": {}\n', score('1.1', 3), 'services:\n  "1.1": { score: 3 }\n'],
    [
      'works in JSON',
      '{"services":{"1.1":{"score":2},"1.2":1}}',
      score('1.1', 3),
      '{"services":{"1.1":{"score":3},"1.2":1}}',
    ],
    [
      'works with CRLF and without a final line end',
      'services:\r\n  "1.1":\r\n    note: x',
      score('1.1', 3),
      'services:\r\n  "1.1":\r\n    score: 3\r\n    note: x',
    ],
    [
      'works with four spaces',
      yaml`
        services:
            "1.1":
                note: x
      `,
      score('1.1', 3),
      yaml`
        services:
            "1.1":
                score: 3
                note: x
      `,
    ],
    [
      'keeps bare and single-quoted ids',
      yaml`
        services:
          1.1: 2
          '1.2' : 2
      `,
      score('1.2', 3),
      yaml`
        services:
          1.1: 2
          '1.2' : 3
      `,
    ],
    [
      'replaces a value below its key, and keeps the comment between',
      yaml`
        services:
          "1.1":
            # c
            2
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1":
            # c
            3
      `,
    ],
    [
      'takes an exclusion back',
      yaml`
        services:
          "1.1":
            excluded: not ours # c
            note: x
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1":
            score: 3 # c
            note: x
      `,
    ],
    [
      'takes an exclusion over many lines back',
      yaml`
        services:
          "1.1":
            excluded: >
              not
              ours
            note: x
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1":
            score: 3
            note: x
      `,
    ],
    [
      'takes an exclusion in a flow map back',
      'services:\n  "1.1": { excluded: x }\n',
      score('1.1', 3),
      'services:\n  "1.1": { score: 3 }\n',
    ],
    [
      'takes an exclusion beside a score back',
      yaml`
        services:
          "1.1":
            score: 2
            excluded: x
          "1.2": 1
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1":
            score: 3
          "1.2": 1
      `,
    ],
    [
      'keeps the comments of a flow map over many lines',
      yaml`
        services:
          "1.1": {
            score: 2, # c
            excluded: x # d
          }
      `,
      score('1.1', 3),
      yaml`
        services:
          "1.1": {
            score: 3, # c
             # d
          }
      `,
    ],
    [
      'changes nothing where it is so already',
      'services:\n  "1.1": 0x3\n',
      score('1.1', 3),
      'services:\n  "1.1": 0x3\n',
    ],
  ]);
});
