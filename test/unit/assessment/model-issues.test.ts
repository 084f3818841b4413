import assert from 'node:assert/strict';
import * as edits from '../../../src/rules/edits';
import { parseAssessment } from '../../../src/assessment/parse';
import { analyse, errorsOf, examples, slice } from '../../support/analyse';
import { yaml } from '../../support/yaml';

const service = (line: string) => yaml`
  services:
    "1.1":
      score: 2
      ${line}
`;
const long = (lines: string) => yaml`
  services:
    "1.1":
      ${lines}
`;

/** Each mistake: the text, the message it gets, and what that message stands under. */
const mistakes: readonly (readonly [text: string, key: string, on: string])[] = [
  // The file.
  ['hello\n', 'expected.assessment', 'hello'],
  ['- a\n- b\n', 'expected.assessment', '-'],
  ['[a, b]\n', 'expected.assessment', '['],
  ['5\n', 'expected.assessment', '5'],
  ['sbject: x\n', 'shape.unknown-key-suggest', 'sbject'],
  ['foo: x\n', 'shape.unknown-key', 'foo'],
  ['"": x\n', 'shape.unknown-key', '""'],
  ['subject: a\n"subject": b\n', 'shape.repeated-key', '"subject"'],
  ['services: {}\nservices: {}\n', 'shape.repeated-key', 'services'],
  ['sheet: 1.0\n', 'expected.text', '1.0'],
  ['subject: 5\n', 'expected.text', '5'],
  ['subject: true\n', 'expected.text', 'true'],
  ['subject: [a]\n', 'expected.text', '['],
  ['subject:\n  a: b\n', 'expected.text', 'a'],
  ['assessed: yesterday\n', 'expected.date', 'yesterday'],
  ['assessed: 2026-02-30\n', 'expected.date', '2026-02-30'],
  ['assessed: 20261120\n', 'expected.date', '20261120'],
  ['assessors: me\n', 'expected.list', 'me'],
  ['assessors: [me, 1]\n', 'expected.text', '1'],
  ['target: high\n', 'expected.target', 'high'],
  ['target: 6\n', 'expected.target', '6'],
  ['target: -1\n', 'expected.target', '-1'],
  ['target: "3"\n', 'expected.target', '"3"'],
  // Areas and rules.
  ['areas: 3\n', 'expected.areas', '3'],
  ['areas: [1]\n', 'expected.areas', '['],
  ['areas: { "1": 3 }\n', 'expected.area', '3'],
  ['areas: { "9": { target: 3 } }\n', 'shape.unknown-key', '"9"'],
  ['areas: { "1": { tarjet: 3 } }\n', 'shape.unknown-key-suggest', 'tarjet'],
  ['areas: { "1": { target: 3 }, 1: { target: 4 } }\n', 'shape.repeated-key', '1'],
  ['rules: off\n', 'expected.rules', 'off'],
  ['rules: { foo: off }\n', 'shape.unknown-rule', 'foo'],
  ['rules: { missing-evidance: off }\n', 'shape.unknown-key-suggest', 'missing-evidance'],
  ['rules: { missing-evidence: no }\n', 'expected.severity', 'no'],
  ['rules: { missing-evidence: off, missing-evidence: info }\n', 'shape.repeated-key', 'missing-evidence'],
  // Services, short.
  ['services: 5\n', 'expected.services', '5'],
  ['services: [1]\n', 'expected.services', '['],
  ['services:\n  1.1\n', 'expected.services', '1.1'],
  ['services:\n  - "1.1": 2\n', 'expected.services', '-'],
  ['services:\n  "1.1": 7\n', 'expected.score', '7'],
  ['services:\n  "1.1": 2.5\n', 'expected.score', '2.5'],
  ['services:\n  "1.1": two\n', 'expected.service', 'two'],
  ['services:\n  "1.1": [2]\n', 'expected.service', '['],
  // Services, long.
  [long('scor: 2'), 'shape.unknown-key-suggest', 'scor'],
  [long('foo: 2'), 'shape.unknown-key', 'foo'],
  [long('score: 2\n    score: 3'), 'shape.repeated-key', 'score'],
  [long('score: 9'), 'expected.score', '9'],
  [long('score: two'), 'expected.score', 'two'],
  [long('score: [2]'), 'expected.score', '['],
  [service('target: high'), 'expected.target', 'high'],
  [long('excluded: 5'), 'expected.reason', '5'],
  [long('excluded: false'), 'expected.reason', 'false'],
  [long('excluded: [a]'), 'expected.reason', '['],
  [service('note: 5'), 'expected.text', '5'],
  // Evidence and plan.
  [service('evidence: a.md'), 'expected.list', 'a.md'],
  [service('evidence: { link: a.md }'), 'expected.list', '{'],
  [service('evidence: [5]'), 'expected.evidence', '5'],
  [service('evidence: [[a]]'), 'expected.evidence', '['],
  [service('evidence: [{ collected: 2026-01-01 }]'), 'shape.missing-key', '{'],
  [service('evidence: [{ lnk: a.md }]'), 'shape.unknown-key-suggest', 'lnk'],
  [service('evidence: [{ url: a.md, note: x }]'), 'shape.unknown-key', 'url'],
  [service('evidence: [{ link: 5 }]'), 'expected.text', '5'],
  [service('evidence: [{ link: a, expires: soon }]'), 'expected.date', 'soon'],
  [service('evidence: [{ link: a, link: b }]'), 'shape.repeated-key', 'link'],
  [service('plan: Publish'), 'expected.list', 'Publish'],
  [service('plan: [Publish]'), 'expected.action', 'Publish'],
  [service('plan: [{ owner: me }]'), 'shape.missing-key', '{'],
  [service('plan: [{ acton: x }]'), 'shape.unknown-key-suggest', 'acton'],
  [service('plan: [{ action: x, due: soon }]'), 'expected.date', 'soon'],
  [service('plan: [{ action: x, done: maybe }]'), 'expected.done', 'maybe'],
  [service('plan: [{ action: x, done: 2026-13-01 }]'), 'expected.done', '2026-13-01'],
  [service('plan: [{ action: x, done: 5 }]'), 'expected.done', '5'],
];

describe('each mistake in the shape of a file', () => {
  for (const [text, key, on] of mistakes) {
    it(`gets one message: ${key} under ${on} in ${JSON.stringify(text)}`, () => {
      const analysis = analyse(text);
      assert.deepEqual(
        analysis.assessment.issues.map((issue) => [issue.key, slice(text, issue.span)]),
        [[key, on]],
      );
      const [problem, ...others] = errorsOf(analysis);
      assert.deepEqual(others, [], 'no second error for the same mistake');
      assert.doesNotMatch(problem?.message ?? '', /\{\w+\}|undefined/, 'its sentence is filled in');
    });
  }

  it('is told apart from others on the same service', () => {
    const text = 'services:\n  "1.1": { foo: 1, score: 9, target: x }\n';
    assert.deepEqual(
      errorsOf(analyse(text)).map(({ span }) => slice(text, span)),
      ['foo', '9', 'x'],
    );
  });

  it('can be mended where a key is mistyped: the right one is offered, and does it', () => {
    const text = service('evidence: [{ lnk: a.md }]');
    const [problem] = errorsOf(analyse(text));
    const [edit] = problem?.fixes?.(edits)[0]?.edits ?? [];
    assert.ok(edit);
    assert.deepEqual(errorsOf(analyse(text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end))), []);
  });
});

describe('what is no mistake', () => {
  for (const text of [
    yaml`
      services:
      areas:
      rules:
    `,
    yaml`
      services:
        "1.1":
        "1.2": { score: }
    `,
    long('excluded:'),
    long('excluded: true'),
    'areas: { "1": }\n',
    'assessors: []\n',
    service('plan: [{ action: x, done: true }, { action: y, done: 2026-01-01 }, { action: z, done: false }]'),
    'target: 0\n',
    'target: 5.0\n',
  ]) {
    it(`gets no error: ${JSON.stringify(text)}`, () => assert.deepEqual(errorsOf(analyse(text)), []));
  }

  it('is any of the examples', () => {
    for (const text of examples.values()) assert.deepEqual(analyse(text).assessment.issues, []);
  });
});

describe('YAML that cannot be read', () => {
  const sentences: readonly (readonly [text: string, key: string, on: string])[] = [
    [
      yaml`
        services:
          "1.1": 2
          "1.2"
      `,
      'syntax.key',
      '"1.2"',
    ],
    [
      yaml`
        services:
          "1.1": 2
          1
          "1.3": 2
      `,
      'syntax.key',
      '1',
    ],
    [
      yaml`
        services:
          "1.1": 2
         "1.2": 2
      `,
      'syntax.indent',
      ' ',
    ],
    ['subject: a: b\n', 'syntax.key', 'a'],
    [
      yaml`
        services:
          "1.1": {score: 2
          "1.2": 1
      `,
      'syntax.missing-character',
      '"',
    ],
    ['subject: "a\n\n', 'syntax.missing-character', 'a'],
    ['assessors: ["a" b]\n', 'syntax.missing-character', 'b'],
    ['services:\n  "1.1" 2\n', 'syntax.token', '2'],
    ['subject: @x\n', 'syntax.other', '@'],
    ['subject: "a\\qb"\n', 'syntax.other', '\\'],
  ];
  for (const [text, key, on] of sentences) {
    it(`is said once, in the right words: ${key} for ${JSON.stringify(text)}`, () => {
      const { assessment } = analyse(text);
      assert.deepEqual(
        assessment.issues.map((issue) => [issue.key, slice(text, issue.span)]),
        [[key, on]],
      );
    });
  }

  it('silences what would only be its echo', () => {
    assert.deepEqual(
      analyse(yaml`
        services:
          "1.1": 9
          "1.2"
        foo: 1
      `).problems.map(({ rule }) => rule),
      ['yaml-syntax'],
    );
  });
});

describe('a key without a value yet', () => {
  it('is no mistake: it may be half typed', () => {
    const text = yaml`
      sheet:
      subject:
      assessed:
      assessors:
      target:
      areas: { "1": { target: } }
      services:
        "1.1": { score: , target: , evidence: , note: , plan: }
      rules:
    `;
    assert.deepEqual(parseAssessment(text).issues, []);
  });
});
