import assert from 'node:assert/strict';
import { planEdit, type Intent } from '../../../../src/assessment/edit/edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { scalarText } from '../../../../src/assessment/yaml/text-edit';
import { parse } from 'yaml';
import { edited, exclude, include, score } from '../sample';

type Case = readonly [name: string, before: string, intent: Intent, after: string];

function becomes(cases: readonly Case[]): void {
  for (const [name, before, intent, after] of cases) it(name, () => assert.equal(edited(before, intent), after));
}

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
    it(`is ${name}`, () => assert.deepEqual(planEdit(parseAssessment(text), intent), { refused: reason }));

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
