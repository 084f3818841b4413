import { score } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';

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
      'services:\n  "1.1":\n  "1.2": 1\n',
      score('1.1', 3),
      'services:\n  "1.1": 3\n  "1.2": 1\n',
    ],
    [
      'fills an empty value before a comment',
      'services:\n  "1.1":      # Internal\n',
      score('1.1', 3),
      'services:\n  "1.1": 3      # Internal\n',
    ],
    [
      'fills an empty value before a comment close to it',
      'services:\n  "1.1": # c\n\n  # 2 x\n  "2.1":\n',
      score('1.1', 3),
      'services:\n  "1.1": 3 # c\n\n  # 2 x\n  "2.1":\n',
    ],
    ['replaces null', 'services:\n  "1.1": ~ # c\n', score('1.1', 0), 'services:\n  "1.1": 0 # c\n'],
    ['replaces what could not be read', 'services:\n  "1.1": two\n', score('1.1', 2), 'services:\n  "1.1": 2\n'],
    [
      'replaces the score of the long form',
      'services:\n  "1.1":\n    note: x\n    score: 2 # c\n',
      score('1.1', 5),
      'services:\n  "1.1":\n    note: x\n    score: 5 # c\n',
    ],
    [
      'fills the empty score of the long form',
      'services:\n  "1.1":\n    score: # c\n    note: x\n',
      score('1.1', 5),
      'services:\n  "1.1":\n    score: 5 # c\n    note: x\n',
    ],
    [
      'puts a score first where the long form has none',
      'services:\n  "1.1": # c\n    # about\n    note: x\n',
      score('1.1', 5),
      'services:\n  "1.1": # c\n    # about\n    score: 5\n    note: x\n',
    ],
    [
      'keeps a block scalar above and below',
      'services:\n  "1.1":\n    note: |\n      # no comment\n\n      - x\n    score: 1\n    plan: []\n',
      score('1.1', 4),
      'services:\n  "1.1":\n    note: |\n      # no comment\n\n      - x\n    score: 4\n    plan: []\n',
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
      'services:\n    "1.1":\n        note: x\n',
      score('1.1', 3),
      'services:\n    "1.1":\n        score: 3\n        note: x\n',
    ],
    [
      'keeps bare and single-quoted ids',
      "services:\n  1.1: 2\n  '1.2' : 2\n",
      score('1.2', 3),
      "services:\n  1.1: 2\n  '1.2' : 3\n",
    ],
    [
      'replaces a value below its key, and keeps the comment between',
      'services:\n  "1.1":\n    # c\n    2\n',
      score('1.1', 3),
      'services:\n  "1.1":\n    # c\n    3\n',
    ],
    [
      'takes an exclusion back',
      'services:\n  "1.1":\n    excluded: not ours # c\n    note: x\n',
      score('1.1', 3),
      'services:\n  "1.1":\n    score: 3 # c\n    note: x\n',
    ],
    [
      'takes an exclusion over many lines back',
      'services:\n  "1.1":\n    excluded: >\n      not\n      ours\n    note: x\n',
      score('1.1', 3),
      'services:\n  "1.1":\n    score: 3\n    note: x\n',
    ],
    [
      'takes an exclusion in a flow map back',
      'services:\n  "1.1": { excluded: x }\n',
      score('1.1', 3),
      'services:\n  "1.1": { score: 3 }\n',
    ],
    [
      'takes an exclusion beside a score back',
      'services:\n  "1.1":\n    score: 2\n    excluded: x\n  "1.2": 1\n',
      score('1.1', 3),
      'services:\n  "1.1":\n    score: 3\n  "1.2": 1\n',
    ],
    [
      'keeps the comments of a flow map over many lines',
      'services:\n  "1.1": {\n    score: 2, # c\n    excluded: x # d\n  }\n',
      score('1.1', 3),
      'services:\n  "1.1": {\n    score: 3, # c\n     # d\n  }\n',
    ],
    [
      'changes nothing where it is so already',
      'services:\n  "1.1": 0x3\n',
      score('1.1', 3),
      'services:\n  "1.1": 0x3\n',
    ],
  ]);
});
