import assert from 'node:assert/strict';
import { within } from '../../support/within';
import { analyse, errorsOf, slice, type Analysis } from '../../support/analyse';
import { onlyIssue } from '../../support/only-issue';

const scoresOf = ({ assessment }: Analysis) =>
  Object.fromEntries([...assessment.services.values()].map(({ id, score }) => [id, score?.value]));

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

describe('reading links', () => {
  it('takes the line break at the end of a block, and blanks around a text, for no part of a link', () => {
    const file =
      'services:\n  "1.1":\n    evidence:\n      - >\n        docs/my policy.md\n      - link: |\n          docs/b.md\n      - " c.md "\n';
    const { evidence } = analyse(file).assessment.services.get('1.1') ?? assert.fail();
    assert.deepEqual(
      evidence.map(({ link }) => link.value),
      ['docs/my policy.md', 'docs/b.md', 'c.md'],
    );
  });
});
