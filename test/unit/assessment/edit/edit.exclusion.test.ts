import assert from 'node:assert/strict';
import { scalarText } from '../../../../src/assessment/yaml/text-edit';
import { parse } from 'yaml';
import { exclude } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';
import { yaml } from '../../../support/yaml';

describe('excluding a service', () => {
  becomes([
    [
      'makes the short form a long one',
      yaml`
        services:
          "1.1": 2
          "1.2": 1
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":
            excluded: not ours
          "1.2": 1
      `,
    ],
    [
      'keeps the comment on the key',
      'services:\n  "1.1": 2   # Internal\n',
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":   # Internal
            excluded: not ours
      `,
    ],
    [
      'keeps the comment on an empty key',
      'services:\n  "1.1":   # Internal\n',
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":   # Internal
            excluded: not ours
      `,
    ],
    [
      'keeps a comment between key and value',
      yaml`
        services:
          "1.1":
            # c
            2
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":
            # c
            excluded: not ours
      `,
    ],
    [
      'takes the place of the score',
      yaml`
        services:
          "1.1":
            score: 2 # c
            note: x
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":
            excluded: not ours # c
            note: x
      `,
    ],
    [
      'takes the place of an empty score',
      yaml`
        services:
          "1.1":
            score:   # c
            note: x
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":
            excluded: not ours   # c
            note: x
      `,
    ],
    [
      'changes the reason, and drops the score',
      yaml`
        services:
          "1.1":
            score: 2
            excluded: y
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.1":
            excluded: not ours
      `,
    ],
    [
      'stays on the line in flow maps',
      yaml`
        services: {
          "1.1": 2, # c
        }
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services: {
          "1.1": { excluded: not ours }, # c
        }
      `,
    ],
    [
      'works with CRLF and four spaces',
      'services:\r\n    "1.1": 2\r\n',
      exclude('1.1', 'not ours'),
      'services:\r\n    "1.1":\r\n        excluded: not ours\r\n',
    ],
    [
      'replaces an alias',
      yaml`
        services:
          "1.2": &a 2
          "1.1": *a
      `,
      exclude('1.1', 'not ours'),
      yaml`
        services:
          "1.2": &a 2
          "1.1":
            excluded: not ours
      `,
    ],
    [
      'changes nothing where it is so already',
      'services:\n  "1.1": { excluded: "not ours" }\n',
      exclude('1.1', ' not ours '),
      'services:\n  "1.1": { excluded: "not ours" }\n',
    ],
  ]);

  it('writes any reason so that it is read back as it was', () => {
    for (const reason of [
      'yes',
      'Null',
      '~',
      '2.5',
      '0x1F',
      '.inf',
      '1_000',
      '2026-01-01',
      '12:30',
      '- a',
      '? a',
      ': a',
      'a: b',
      'a #b',
      '#',
      '"',
      "'",
      '*a',
      '&a',
      '!a',
      '|',
      '>',
      '%',
      '@',
      '`',
      '{',
      '[a',
      ', a',
      'a, b',
      'a]',
      '=',
      '<<',
      'a\\b',
      '\u0085\u2028\ufeff',
      '構成部品を出荷しない',
      'naïve',
      'it’s',
    ])
      for (const text of [`${scalarText(reason)}\n`, `{ a: ${scalarText(reason)} }\n`])
        assert.equal(text.startsWith('{') ? (parse(text) as { a: unknown }).a : parse(text), reason, text);
  });

  it('writes plain reasons without quotes', () => {
    for (const reason of [
      'Ships no third-party components',
      '自社では構成部品を出荷しない',
      "the vendor's job (see contract)",
    ])
      assert.equal(scalarText(reason), reason);
  });
});
