import assert from 'node:assert/strict';
import { analyse, errorsOf, slice } from '../../support/analyse';
import { onlyIssue } from '../../support/only-issue';
import { yaml } from '../../support/yaml';
import { scoresOf } from '../../support/scores-of';

describe('reading ids', () => {
  it('keeps 1.10 apart from 1.1', () => {
    assert.deepEqual(
      scoresOf(
        analyse(yaml`
          services:
            1.10: 2
            1.1: 3
        `),
      ),
      { '1.10': 2, '1.1': 3 },
    );
  });

  it('takes quoted and bare ids for the same service: the first counts, the second is reported', () => {
    const text = yaml`
      services:
        "1.1": 2
        1.1: 3
        '1.1': 4
    `;
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
      yaml`
        services:
          "1.1":
        ${lines('    ')}`,
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
      yaml`
        target: 1
        target: 2
        areas:
          "1": { target: 3 }
          1: { target: 4 }
        rules:
          below-target: off
          below-target: error
      `,
    );
    assert.equal(assessment.target?.value, 1);
    assert.equal(assessment.areas.get('1')?.target?.value, 3);
    assert.equal(assessment.severities.get('below-target'), 'off');
  });
});

describe('reading numbers', () => {
  it('takes whole numbers from 0 to 5 however YAML lets them be written', () => {
    const text = yaml`
      services:
        "1.1": -0
        "1.2": 0x2
        "1.3": 0o3
        "1.4": 2.0
        "1.5": 04
        "1.6": +5
        "1.7": 1e0
    `;
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
      const text = yaml`
        services:
          "1.1": ${value}
          "1.2":
            score: ${value}
      `;
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

describe('reading tags and keys that are no text', () => {
  it('takes what a tag makes an object of as it is written', () => {
    const { assessment } = analyse('assessed: !!timestamp 2026-11-20\nsubject: !!binary aGk=\n');
    assert.deepEqual(
      [assessment.assessed?.value, assessment.subject?.value, assessment.issues],
      ['2026-11-20', 'aGk=', []],
    );
  });

  it('reads values the same under a %YAML 1.1 directive', () => {
    const { assessment } = analyse(yaml`
      %YAML 1.1
      ---
      assessed: 2026-11-20
      services:
        "1.1": 2
    `);
    assert.deepEqual([assessment.assessed?.value, assessment.issues], ['2026-11-20', []]);
  });

  it('reads sets as services without scores, and reports ordered maps', () => {
    assert.deepEqual(
      scoresOf(
        analyse(yaml`
          services: !!set
            ? "1.1"
            ? "1.2"
        `),
      ),
      {
        '1.1': undefined,
        '1.2': undefined,
      },
    );
    assert.deepEqual(
      errorsOf(analyse('services: !!omap\n  - "1.1": 2\n')).map(({ rule }) => rule),
      ['invalid-value'],
    );
  });

  for (const text of ['? [a]\n: 1\n', '? {a: 1}\n: 1\n', 'services:\n  *k : 2\n', '? - a\n: 1\n']) {
    it(`reports ${JSON.stringify(text)} once`, () => void assert.equal(onlyIssue(text).key, 'syntax.key-type'));
  }

  it('reads explicit keys and keys with tags or anchors', () => {
    assert.deepEqual(
      scoresOf(
        analyse(yaml`
          services:
            ? "1.1"
            : 2
            !!str 1.2: 3
            &k "1.3": 1
        `),
      ),
      {
        '1.1': 2,
        '1.2': 3,
        '1.3': 1,
      },
    );
  });
});

describe('reading links', () => {
  it('takes the line break at the end of a block, and blanks around a text, for no part of a link', () => {
    const file = yaml`
      services:
        "1.1":
          evidence:
            - >
              docs/my policy.md
            - link: |
                docs/b.md
            - " c.md "
    `;
    const { evidence } = analyse(file).assessment.services.get('1.1') ?? assert.fail();
    assert.deepEqual(
      evidence.map(({ link }) => link.value),
      ['docs/my policy.md', 'docs/b.md', 'c.md'],
    );
  });
});
