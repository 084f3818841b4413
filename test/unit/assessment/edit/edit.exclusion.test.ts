import assert from 'node:assert/strict';
import { scalarText } from '../../../../src/assessment/yaml/text-edit';
import { parse } from 'yaml';
import { exclude } from '../../../support/analyse';
import { becomes } from '../../../support/edit-cases';

describe('excluding a service', () => {
  becomes([
    [
      'makes the short form a long one',
      'services:\n  "1.1": 2\n  "1.2": 1\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":\n    excluded: not ours\n  "1.2": 1\n',
    ],
    [
      'keeps the comment on the key',
      'services:\n  "1.1": 2   # Internal\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":   # Internal\n    excluded: not ours\n',
    ],
    [
      'keeps the comment on an empty key',
      'services:\n  "1.1":   # Internal\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":   # Internal\n    excluded: not ours\n',
    ],
    [
      'keeps a comment between key and value',
      'services:\n  "1.1":\n    # c\n    2\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":\n    # c\n    excluded: not ours\n',
    ],
    [
      'takes the place of the score',
      'services:\n  "1.1":\n    score: 2 # c\n    note: x\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":\n    excluded: not ours # c\n    note: x\n',
    ],
    [
      'takes the place of an empty score',
      'services:\n  "1.1":\n    score:   # c\n    note: x\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":\n    excluded: not ours   # c\n    note: x\n',
    ],
    [
      'changes the reason, and drops the score',
      'services:\n  "1.1":\n    score: 2\n    excluded: y\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.1":\n    excluded: not ours\n',
    ],
    [
      'stays on the line in flow maps',
      'services: {\n  "1.1": 2, # c\n}\n',
      exclude('1.1', 'not ours'),
      'services: {\n  "1.1": { excluded: not ours }, # c\n}\n',
    ],
    [
      'works with CRLF and four spaces',
      'services:\r\n    "1.1": 2\r\n',
      exclude('1.1', 'not ours'),
      'services:\r\n    "1.1":\r\n        excluded: not ours\r\n',
    ],
    [
      'replaces an alias',
      'services:\n  "1.2": &a 2\n  "1.1": *a\n',
      exclude('1.1', 'not ours'),
      'services:\n  "1.2": &a 2\n  "1.1":\n    excluded: not ours\n',
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
