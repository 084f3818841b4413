import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, planEdit } from '../../../src/assessment/edit/edit';
import * as edits from '../../../src/assessment/edit/edits';
import { parseAssessment } from '../../../src/assessment/parse';
import { maximumLength } from '../../../src/assessment/yaml/read-yaml';
import type { Span } from '../../../src/assessment/yaml/tree';
import { completionsAt } from '../../../src/language/completion';
import { hoverAt } from '../../../src/language/hover';
import type { Problem } from '../../../src/rules/rule';
import { within } from '../within';
import { fuzzRuns } from './fuzz-runs';
import { analyse, errorsOf, examples, exclude, include, score, sheet, slice, t, today, type Analysis } from './sample';

const scoresOf = ({ assessment }: Analysis) =>
  Object.fromEntries([...assessment.services.values()].map(({ id, score }) => [id, score?.value]));

/** The only error of a text, which leaves the file unread. */
function onlyIssue(text: string): { rule: string; key: string; on: string | undefined } {
  const { assessment, problems } = analyse(text);
  assert.equal(assessment.broken, true);
  assert.equal(assessment.issues.length, 1);
  assert.deepEqual(
    problems.filter(({ rule }) => rule !== 'yaml-syntax'),
    [],
  );
  const [issue] = assessment.issues;
  return { rule: issue?.rule ?? '', key: issue?.key ?? '', on: slice(text, issue?.span) };
}

describe('reading a file that says nothing', () => {
  for (const [name, text] of Object.entries({
    empty: '',
    'only comments': '# a\n# b\n',
    'only a byte order mark': '\ufeff',
    'only null': '~\n',
    'only a document end': '...\n',
  })) {
    it(`finds nothing wrong and nothing scored (${name})`, () => {
      const analysis = analyse(text);
      assert.deepEqual(analysis.assessment.issues, []);
      assert.equal(analysis.assessment.broken, false);
      assert.deepEqual(
        analysis.problems.map(({ rule }) => rule),
        ['missing-score'],
      );
    });
  }
});

describe('reading ids', () => {
  it('keeps 1.10 apart from 1.1', () => {
    assert.deepEqual(scoresOf(analyse('services:\n  1.10: 2\n  1.1: 3\n')), { '1.10': 2, '1.1': 3 });
  });

  it('takes quoted and bare ids for the same service: the first counts, the second is reported', () => {
    const text = 'services:\n  "1.1": 2\n  1.1: 3\n  \'1.1\': 4\n';
    const analysis = analyse(text);
    assert.deepEqual(scoresOf(analysis), { '1.1': 2 });
    const found = analysis.problems.filter(({ rule }) => rule === 'duplicate-service');
    assert.deepEqual(
      found.map(({ span }) => slice(text, span)),
      ['1.1', "'1.1'"],
    );
  });

  it('takes the names of object members for what they are: unknown ids and keys', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const lines = (indent: string) => names.map((name) => `${indent}${name}: 1\n`).join('');
    for (const text of [
      lines(''),
      `services:\n${lines('  ')}`,
      `areas:\n${lines('  ')}`,
      `rules:\n${lines('  ')}`,
      `services:\n  "1.1":\n${lines('    ')}`,
    ]) {
      const found = errorsOf(analyse(text));
      for (const name of names)
        assert.ok(
          found.some(({ span }) => slice(text, span) === name),
          `${name} in ${text}`,
        );
    }
    assert.equal(({} as Record<string, unknown>)['score'], undefined);
  });

  it('lets the first of two areas, rules and keys count, as it says', () => {
    const { assessment } = analyse(
      'target: 1\ntarget: 2\nareas:\n  "1": { target: 3 }\n  1: { target: 4 }\nrules:\n  below-target: off\n  below-target: error\n',
    );
    assert.equal(assessment.target?.value, 1);
    assert.equal(assessment.areas.get('1')?.target?.value, 3);
    assert.equal(assessment.severities.get('below-target'), 'off');
  });
});

describe('reading numbers', () => {
  it('takes whole numbers from 0 to 5 however YAML lets them be written', () => {
    const text =
      'services:\n  "1.1": -0\n  "1.2": 0x2\n  "1.3": 0o3\n  "1.4": 2.0\n  "1.5": 04\n  "1.6": +5\n  "1.7": 1e0\n';
    const scores = scoresOf(analyse(text));
    assert.deepEqual(scores, { '1.1': 0, '1.2': 2, '1.3': 3, '1.4': 2, '1.5': 4, '1.6': 5, '1.7': 1 });
    assert.ok(Object.is(scores['1.1'], 0), 'no minus zero');
  });

  for (const value of [
    '1e400',
    '.nan',
    '.inf',
    '-.inf',
    '99999999999999999999',
    '-1',
    '2.5',
    '6',
    'true',
    '2026-01-01',
    '"2"',
  ]) {
    it(`reports ${value} as a score, once`, () => {
      const text = `services:\n  "1.1": ${value}\n  "1.2":\n    score: ${value}\n`;
      const analysis = analyse(text);
      assert.deepEqual(
        errorsOf(analysis).map(({ rule, span }) => [rule, slice(text, span)]),
        [
          ['invalid-value', value],
          ['invalid-value', value],
        ],
      );
      assert.deepEqual(scoresOf(analysis), { '1.1': undefined, '1.2': undefined });
    });
  }
});

describe('reading line ends and white space', () => {
  const lines = ['sheet: psirt-maturity@1.0', 'services:', '  "1.1": 2', '  "1.2":', '    score: 9', ''];

  it('reads CRLF like LF, with ranges that leave the line ends out', () => {
    const text = lines.join('\r\n');
    const analysis = analyse(text);
    assert.deepEqual(scoresOf(analysis), { '1.1': 2, '1.2': undefined });
    assert.deepEqual(
      errorsOf(analysis).map(({ span }) => slice(text, span)),
      ['9'],
    );
  });

  it('skips a byte order mark', () => {
    const analysis = analyse(`\ufeff${lines.join('\n')}`);
    assert.equal(slice(analysis.assessment.text, analysis.assessment.sheet?.span), 'psirt-maturity@1.0');
  });

  it('takes lone carriage returns for line breaks', () => {
    assert.deepEqual(scoresOf(analyse(lines.join('\r'))), scoresOf(analyse(lines.join('\n'))));
  });

  it('names tabs as indentation, and takes tabs elsewhere', () => {
    assert.deepEqual(onlyIssue('services:\n\t"1.1": 2\n'), { rule: 'yaml-syntax', key: 'syntax.tab', on: '\t' });
    assert.deepEqual(scoresOf(analyse('services:\n  "1.1":\t2\n')), { '1.1': 2 });
  });
});

describe('reading anchors, aliases and merge keys', () => {
  it('follows them', () => {
    const text =
      'services:\n  "1.1": &a 2\n  "1.2": *a\n  "1.3": &b { score: 3, target: 4 }\n  "1.4":\n    <<: *b\n    score: 1\n  "1.5":\n    <<: [*b]\n';
    const analysis = analyse(text);
    assert.deepEqual(scoresOf(analysis), { '1.1': 2, '1.2': 2, '1.3': 3, '1.4': 1, '1.5': 3 });
    assert.equal(analysis.assessment.services.get('1.4')?.target?.value, 4);
    assert.equal(
      slice(text, analysis.assessment.services.get('1.2')?.score?.span),
      '*a',
      'the value stands where the alias does',
    );
  });

  it('reports an alias without an anchor', () => {
    assert.deepEqual(onlyIssue('services:\n  "1.1": *nope\n'), {
      rule: 'yaml-syntax',
      key: 'syntax.alias',
      on: '*nope',
    });
  });

  it('reports a merge key that merges nothing, as the unknown key it is', () => {
    const text = 'services:\n  "1.1":\n    <<: 5\n    score: 2\n';
    assert.deepEqual(
      errorsOf(analyse(text)).map(({ span }) => slice(text, span)),
      ['<<'],
    );
  });

  for (const [name, text, on] of [
    ['itself', 'services: &s\n  "1.1": 2\n  "1.2": *s\n', '*s'],
    ['itself in a list', 'assessors: &a [*a]\n', '*a'],
    ['itself as a merge', 'services:\n  "1.1": &s\n    <<: *s\n', '*s'],
  ] as const) {
    it(`stops at a value that holds ${name}`, () => {
      assert.deepEqual(onlyIssue(text), { rule: 'yaml-syntax', key: 'syntax.aliases', on });
    });
  }

  it('stops alias bombs at once, and takes hundreds of honest aliases', () => {
    const bomb = [
      'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
    ].join('\n');
    within(2000, () => assert.equal(onlyIssue(bomb).key, 'syntax.aliases'));
    const honest = `services:\n  "1.1":\n    evidence:\n      - &e { link: a.md }\n${'      - *e\n'.repeat(500)}`;
    assert.equal(analyse(honest).assessment.services.get('1.1')?.evidence.length, 501);
  });
});

describe('reading tags and keys that are no text', () => {
  it('takes what a tag makes an object of as it is written', () => {
    const { assessment } = analyse('assessed: !!timestamp 2026-11-20\nsubject: !!binary aGk=\n');
    assert.deepEqual(
      [assessment.assessed?.value, assessment.subject?.value, assessment.issues],
      ['2026-11-20', 'aGk=', []],
    );
  });

  it('reads values the same under a %YAML 1.1 directive', () => {
    const { assessment } = analyse('%YAML 1.1\n---\nassessed: 2026-11-20\nservices:\n  "1.1": 2\n');
    assert.deepEqual([assessment.assessed?.value, assessment.issues], ['2026-11-20', []]);
  });

  it('reads sets as services without scores, and reports ordered maps', () => {
    assert.deepEqual(scoresOf(analyse('services: !!set\n  ? "1.1"\n  ? "1.2"\n')), {
      '1.1': undefined,
      '1.2': undefined,
    });
    assert.deepEqual(
      errorsOf(analyse('services: !!omap\n  - "1.1": 2\n')).map(({ rule }) => rule),
      ['invalid-value'],
    );
  });

  for (const text of ['? [a]\n: 1\n', '? {a: 1}\n: 1\n', 'services:\n  *k : 2\n', '? - a\n: 1\n']) {
    it(`reports ${JSON.stringify(text)} once`, () => void assert.equal(onlyIssue(text).key, 'syntax.key-type'));
  }

  it('reads explicit keys and keys with tags or anchors', () => {
    assert.deepEqual(scoresOf(analyse('services:\n  ? "1.1"\n  : 2\n  !!str 1.2: 3\n  &k "1.3": 1\n')), {
      '1.1': 2,
      '1.2': 3,
      '1.3': 1,
    });
  });
});

describe('reading what is no assessment', () => {
  it('says so of a second document, at its start', () => {
    assert.deepEqual(onlyIssue('services:\n  "1.1": 2\n---\nservices: {}\n'), {
      rule: 'yaml-syntax',
      key: 'syntax.documents',
      on: '---',
    });
    assert.equal(onlyIssue('sheet: psirt-maturity@1.0\n---\n').key, 'syntax.documents');
    assert.deepEqual(onlyIssue('services:\n...\n5\n'), { rule: 'yaml-syntax', key: 'syntax.documents', on: '5' });
    assert.deepEqual(analyse('---\nsheet: psirt-maturity@1.0\n...\n').assessment.issues, []);
  });

  it('says so of binary data, at its first NUL', () => {
    assert.deepEqual(onlyIssue('GIF89a\u0001\u0000\u0001\u0000'), {
      rule: 'yaml-syntax',
      key: 'syntax.binary',
      on: '\0',
    });
  });

  it('says so of a text of 10 MB, without reading it', () => {
    const text = 'services:\n'.padEnd(10_000_000, '  "1.1": 2\n');
    within(500, () => assert.equal(onlyIssue(text).key, 'syntax.large'));
    assert.ok(text.length > maximumLength);
  });

  const deep = {
    'flow lists, closed': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'flow lists, open': '['.repeat(10_000),
    'flow maps': '{a: '.repeat(10_000),
    'lists in lists': `${'- '.repeat(10_000)}x`,
    'explicit keys': '? '.repeat(10_000),
    'indented maps': Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  };
  for (const [name, text] of Object.entries(deep)) {
    it(`says so of thousands of levels of nesting: ${name}`, () => {
      within(2000, () => assert.equal(onlyIssue(text).key, 'syntax.deep'));
      assert.match(errorsOf(analyse(text))[0]?.message ?? '', /more than 64 levels deep/);
    });
  }

  const long = {
    commas: '['.padEnd(900_000, ','),
    quotes: '"'.repeat(900_000),
    'empty lines': '\n'.repeat(900_000),
    services: Array.from({ length: 40_000 }, (_, i) => `"${i}.1": 2`).join('\n'),
    'list items': `assessors: [${'1,'.repeat(400_000)}]`,
    aliases: '*a '.repeat(200_000),
  };
  for (const [name, text] of Object.entries(long)) {
    it(`does not freeze over a million of them: ${name}`, () =>
      within(2000, () => void assert.equal(onlyIssue(text).rule, 'yaml-syntax')));
  }

  it('reads very long lines', () => {
    const long = 'x'.repeat(900_000);
    within(2000, () => {
      assert.equal(analyse(`subject: ${long}\n`).assessment.subject?.value, long);
      assert.equal(onlyIssue(`${long}: 1`).key, 'syntax.key');
      const { assessment, problems } = analyse(`services:\n  "1.1": ${long}\n`);
      assert.equal(assessment.issues.length, 1);
      assert.ok(problems.every(({ message }) => message.length < 400));
    });
  });
});

describe('any text at all', () => {
  it('is read without failing, and every range lies inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), yamlish()),
        fc.nat(),
        survives,
      ),
      fuzzRuns(1000),
    );
  });

  it('so is any mutation of the examples', () => {
    fc.assert(fc.property(mutation(), fc.nat(), survives), fuzzRuns(200));
  });
});

/** Texts of the marks YAML is made of, which reach further into the parser than letters do. */
function yamlish(): fc.Arbitrary<string> {
  const pieces = [
    'services',
    'score',
    'evidence',
    'plan',
    'excluded',
    '"1.1"',
    '1.2',
    'areas',
    'rules',
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '&a ',
    '*a',
    '<<',
    '!!set ',
    '!x ',
    '|',
    '>-',
    '? ',
    '# c',
    '---',
    '...',
    '\t',
    '%YAML 1.1',
    '5',
    '~',
    '\ufeff',
    '\\',
    '@',
    '`',
    '😀',
  ];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
}

/** An example with chunks taken out, doubled or put in. */
function mutation(): fc.Arbitrary<string> {
  const change = fc.record({
    kind: fc.constantFrom('delete', 'double', 'insert'),
    at: fc.nat(),
    length: fc.nat({ max: 60 }),
    piece: yamlish(),
  });
  return fc
    .tuple(fc.constantFrom(...examples.values()), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce((now, { kind, at, length, piece }) => {
        const start = at % (now.length + 1);
        const chunk = now.slice(start, start + length);
        const rest = now.slice(start + length);
        return (
          now.slice(0, start) + (kind === 'delete' ? '' : kind === 'double' ? chunk + chunk : piece + chunk) + rest
        );
      }, text),
    );
}

function survives(text: string, seed: number): void {
  const offset = seed % (text.length + 1);
  const { assessment, scored, problems } = analyse(text);
  for (const problem of problems) isInside(text, problem.span, problem.rule);
  for (const problem of problems)
    for (const { edits } of fixesOf(problem))
      for (const { span } of edits) isInside(text, span, `fix of ${problem.rule}`);
  for (const { key, span, score, target } of assessment.services.values())
    for (const part of [key, span, score?.span, target?.span]) if (part) isInside(text, part, 'service');
  for (const completion of completionsAt({ sheet, text, today, t }, offset))
    isInside(text, completion.span, 'completion');
  for (const intent of [score('1.1', 3), score('2.3', null), exclude('1.2', 'a: b'), include('5.1')]) {
    const plan = planEdit(assessment, intent);
    if ('edits' in plan) assert.equal(parseAssessment(applyEdits(text, plan.edits)).broken, false);
  }
  const hover = hoverAt({ sheet, assessment, scored, t }, offset);
  if (hover) isInside(text, hover.span, 'hover');
  assert.equal(parseAssessment(text).broken, assessment.broken);
}

function fixesOf({ fixes }: Problem) {
  return fixes?.(edits) ?? [];
}

function isInside(text: string, { start, end }: Span, what: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${what} at ${start}-${end} of ${text.length}`);
}
