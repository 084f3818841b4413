import { exclude, score } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';

describe('scoring a service that is not in the file yet', () => {
  becomes([
    [
      'adds it after its predecessor',
      'services:\n  "1.1": 2 # a\n  "1.3": 3\n',
      score('1.2', 3),
      'services:\n  "1.1": 2 # a\n  "1.2": 3\n  "1.3": 3\n',
    ],
    [
      'adds it behind all lines of its predecessor',
      'services:\n  "1.1":\n    note: |\n      x\n    # still 1.1\n\n  "1.3": 3\n',
      score('1.2', 3),
      'services:\n  "1.1":\n    note: |\n      x\n    # still 1.1\n  "1.2": 3\n\n  "1.3": 3\n',
    ],
    [
      'adds it before the first',
      'services:\n  # about 1.3\n  "1.3": 3\n',
      score('1.2', 3),
      'services:\n  # about 1.3\n  "1.2": 3\n  "1.3": 3\n',
    ],
    [
      'adds it below the heading of its area',
      'services:\n  # 1 A\n  "1.1": 2\n\n  # 2 B\n\n  # 3 C\n  "3.1": 1\n',
      score('2.4', 3),
      'services:\n  # 1 A\n  "1.1": 2\n\n  # 2 B\n  "2.4": 3\n\n  # 3 C\n  "3.1": 1\n',
    ],
    [
      'adds it below the heading of its area, before all others',
      'services:\n  # 1 A\n\n  # 2 B\n  "2.1": 1\n',
      score('1.2', 3),
      'services:\n  # 1 A\n  "1.2": 3\n\n  # 2 B\n  "2.1": 1\n',
    ],
    [
      'adds it to a file of headings',
      'services:\n  # 1 A\n\n  # 2 B\n\n  # 3 C\n',
      score('2.1', 3),
      'services:\n  # 1 A\n\n  # 2 B\n  "2.1": 3\n\n  # 3 C\n',
    ],
    [
      'adds it where services are in no order',
      'services:\n  "2.1": 1\n  "1.1": 1\n',
      score('1.2', 3),
      'services:\n  "2.1": 1\n  "1.1": 1\n  "1.2": 3\n',
    ],
    ['adds it below an empty key', 'services: # c\n', score('1.2', 3), 'services: # c\n  "1.2": 3\n'],
    ['adds it below an empty key without a line end', 'services:', score('1.2', 3), 'services:\n  "1.2": 3'],
    [
      'adds it in place of null, above the comments',
      'services: null # c\n  # d\nrules: {}\n',
      score('1.2', 3),
      'services: # c\n  "1.2": 3\n  # d\nrules: {}\n',
    ],
    [
      'adds the key as well',
      'sheet: psirt-maturity@1.0',
      score('1.2', 3),
      'sheet: psirt-maturity@1.0\nservices:\n  "1.2": 3\n',
    ],
    ['adds all to an empty file', '', score('1.2', 3), 'services:\n  "1.2": 3\n'],
    ['adds all behind a byte order mark', '\ufeff', score('1.2', 3), '\ufeffservices:\n  "1.2": 3\n'],
    ['adds all below comments', '# a\n# b', score('1.2', 3), '# a\n# b\nservices:\n  "1.2": 3\n'],
    [
      'adds the key before the end of the document',
      '---\nsheet: psirt-maturity@1.0\n...\n',
      score('1.2', 3),
      '---\nsheet: psirt-maturity@1.0\nservices:\n  "1.2": 3\n...\n',
    ],
    [
      'adds it before the end of the document',
      'services:\n  "1.1": 1\n...\n',
      score('1.2', 3),
      'services:\n  "1.1": 1\n  "1.2": 3\n...\n',
    ],
    ['adds all below the start of the document', '---\n', score('1.2', 3), '---\nservices:\n  "1.2": 3\n'],
    [
      'indents like the others, and ends lines like them',
      'services:\r\n    "1.1": 1\r\n',
      score('1.2', 3),
      'services:\r\n    "1.1": 1\r\n    "1.2": 3\r\n',
    ],
    ['adds it to a flow map', 'services: {"1.1": 2}\n', score('1.2', 3), 'services: {"1.1": 2, "1.2": 3}\n'],
    [
      'adds it to a flow map over many lines',
      'services: {\n  "1.1": 2, # a\n  "1.3": 3 # b\n}\n',
      score('1.2', 3),
      'services: {\n  "1.1": 2, # a\n  "1.3": 3, "1.2": 3 # b\n}\n',
    ],
    ['adds it behind a last comma', 'services: {"1.1": 2, }\n', score('1.2', 3), 'services: {"1.1": 2, "1.2": 3 }\n'],
    ['adds it to an empty flow map', 'services: {}\n', score('1.2', 3), 'services: { "1.2": 3 }\n'],
    [
      'adds the key to a flow map',
      '{sheet: psirt-maturity@1.0}\n',
      score('1.2', 3),
      '{sheet: psirt-maturity@1.0, services: { "1.2": 3 }}\n',
    ],
    [
      'adds an exclusion',
      'services:\n    "1.1": 1\n',
      exclude('1.2', 'not ours'),
      'services:\n    "1.1": 1\n    "1.2":\n        excluded: not ours\n',
    ],
    [
      'adds an exclusion to a flow map',
      'services: {"1.1": 1}\n',
      exclude('1.2', 'no: such'),
      'services: {"1.1": 1, "1.2": { excluded: "no: such" }}\n',
    ],
    ['clears nothing', 'services:\n  "1.1": 1\n', score('1.2', null), 'services:\n  "1.1": 1\n'],
  ]);
});
