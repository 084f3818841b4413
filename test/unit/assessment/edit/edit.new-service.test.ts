import { exclude, score } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';
import { yaml } from '../../../support/yaml';

describe('scoring a service that is not in the file yet', () => {
  becomes([
    [
      'adds it after its predecessor',
      yaml`
        services:
          "1.1": 2 # a
          "1.3": 3
      `,
      score('1.2', 3),
      yaml`
        services:
          "1.1": 2 # a
          "1.2": 3
          "1.3": 3
      `,
    ],
    [
      'adds it behind all lines of its predecessor',
      yaml`
        services:
          "1.1":
            note: |
              x
            # still 1.1

          "1.3": 3
      `,
      score('1.2', 3),
      yaml`
        services:
          "1.1":
            note: |
              x
            # still 1.1
          "1.2": 3

          "1.3": 3
      `,
    ],
    [
      'adds it before the first',
      yaml`
        services:
          # about 1.3
          "1.3": 3
      `,
      score('1.2', 3),
      yaml`
        services:
          # about 1.3
          "1.2": 3
          "1.3": 3
      `,
    ],
    [
      'adds it below the heading of its area',
      yaml`
        services:
          # 1 A
          "1.1": 2

          # 2 B

          # 3 C
          "3.1": 1
      `,
      score('2.4', 3),
      yaml`
        services:
          # 1 A
          "1.1": 2

          # 2 B
          "2.4": 3

          # 3 C
          "3.1": 1
      `,
    ],
    [
      'adds it below the heading of its area, before all others',
      yaml`
        services:
          # 1 A

          # 2 B
          "2.1": 1
      `,
      score('1.2', 3),
      yaml`
        services:
          # 1 A
          "1.2": 3

          # 2 B
          "2.1": 1
      `,
    ],
    [
      'adds it to a file of headings',
      yaml`
        services:
          # 1 A

          # 2 B

          # 3 C
      `,
      score('2.1', 3),
      yaml`
        services:
          # 1 A

          # 2 B
          "2.1": 3

          # 3 C
      `,
    ],
    [
      'adds it where services are in no order',
      yaml`
        services:
          "2.1": 1
          "1.1": 1
      `,
      score('1.2', 3),
      yaml`
        services:
          "2.1": 1
          "1.1": 1
          "1.2": 3
      `,
    ],
    ['adds it below an empty key', 'services: # c\n', score('1.2', 3), 'services: # c\n  "1.2": 3\n'],
    ['adds it below an empty key without a line end', 'services:', score('1.2', 3), 'services:\n  "1.2": 3'],
    [
      'adds it in place of null, above the comments',
      yaml`
        services: null # c
          # d
        rules: {}
      `,
      score('1.2', 3),
      yaml`
        services: # c
          "1.2": 3
          # d
        rules: {}
      `,
    ],
    [
      'adds the key as well',
      'sheet: psirt-maturity@1.0',
      score('1.2', 3),
      yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.2": 3
      `,
    ],
    ['adds all to an empty file', '', score('1.2', 3), 'services:\n  "1.2": 3\n'],
    ['adds all behind a byte order mark', '\ufeff', score('1.2', 3), '\ufeffservices:\n  "1.2": 3\n'],
    [
      'adds all below comments',
      '# a\n# b',
      score('1.2', 3),
      yaml`
        # a
        # b
        services:
          "1.2": 3
      `,
    ],
    [
      'adds the key before the end of the document',
      yaml`
        ---
        sheet: psirt-maturity@1.0
        ...
      `,
      score('1.2', 3),
      yaml`
        ---
        sheet: psirt-maturity@1.0
        services:
          "1.2": 3
        ...
      `,
    ],
    [
      'adds it before the end of the document',
      yaml`
        services:
          "1.1": 1
        ...
      `,
      score('1.2', 3),
      yaml`
        services:
          "1.1": 1
          "1.2": 3
        ...
      `,
    ],
    [
      'adds all before the end of a document that holds nothing, below the byte order mark',
      '\ufeff...\n',
      score('1.2', 3),
      `\ufeff${yaml`
        services:
          "1.2": 3
        ...
      `}`,
    ],
    [
      'adds all below the start of the document',
      '---\n',
      score('1.2', 3),
      yaml`
        ---
        services:
          "1.2": 3
      `,
    ],
    [
      'indents like the others, and ends lines like them',
      'services:\r\n    "1.1": 1\r\n',
      score('1.2', 3),
      'services:\r\n    "1.1": 1\r\n    "1.2": 3\r\n',
    ],
    ['adds it to a flow map', 'services: {"1.1": 2}\n', score('1.2', 3), 'services: {"1.1": 2, "1.2": 3}\n'],
    [
      'adds it to a flow map over many lines',
      yaml`
        services: {
          "1.1": 2, # a
          "1.3": 3 # b
        }
      `,
      score('1.2', 3),
      yaml`
        services: {
          "1.1": 2, # a
          "1.3": 3, "1.2": 3 # b
        }
      `,
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
      yaml`
        services:
            "1.1": 1
            "1.2":
                excluded: not ours
      `,
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
