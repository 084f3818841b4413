import assert from 'node:assert/strict';
import { newAssessment } from '../../../src/assessment/template';
import { translator } from '../../../src/messages/catalogues';
import { complete, inScope, problemsOf, rulesOf, sheets, today } from '../../support/problems';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

describe('a new file', () => {
  const fresh = (language: 'en' | 'ja') =>
    newAssessment({ subject: 'Router', target: 2.5, today, sheet: sheets[language], t: translator(language) });
  const cases: [string, string][] = [
    ['as the command makes it, in English', fresh('en')],
    ['as the command makes it, in Japanese', fresh('ja')],
    ['that is empty', ''],
    ['with blank lines only', '\n\n'],
    ['with a comment only', '# Router\n'],
    ['with “services:” only', 'services:\n'],
    ['with “services:” only, without a line end', 'services:'],
    ['with an empty map of services', 'services: {}\n'],
    ['with a subject only', 'subject: Router\n'],
    ['with the sheet only', 'sheet: psirt-maturity@1.0\n'],
    ['with one service to be scored', 'services:\n  "1.1":\n'],
    ['with a high target', 'target: 4\nservices:\n'],
  ];
  for (const [name, text] of cases) {
    it(`${name} has one problem: nothing is scored yet`, () => {
      const [problem, ...more] = problemsOf(text);
      assert.deepEqual(more, []);
      assert.equal(problem?.rule, 'missing-score');
      assert.match(problem.message, /^Nothing is scored yet: 27 services/);
    });
  }

  it('has one problem for all that is missing until little is, wherever the services are listed', () => {
    const scored = (count: number) =>
      inScope.slice(0, count).reduce((text, id) => text.replace(`"${id}": `, `"${id}": 3`), fresh('en'));
    const missing = (text: string) =>
      problemsOf(text, { overrides: { 'missing-evidence': 'off' } }).filter(({ rule }) => rule === 'missing-score');
    for (const count of [1, 2, 13, 23]) {
      const [problem, ...more] = missing(scored(count));
      assert.deepEqual(more, [], String(count));
      assert.match(problem?.message ?? '', new RegExp(`^${27 - count} services are neither scored nor excluded: `));
      assert.equal(problem?.parts?.length, 27 - count);
    }
    for (const count of [24, 25, 26, 27]) assert.equal(missing(scored(count)).length, 27 - count);
  });

  it('that is scored whole without evidence has one problem about that', () => {
    const text = inScope.reduce(
      (so, id) => so.replace(`"${id}": `, `"${id}": ${id.endsWith('.4') ? 4 : 3}`),
      fresh('en'),
    );
    const [problem, ...more] = problemsOf(text);
    assert.deepEqual([problem?.rule, problem?.parts?.length, more], ['missing-evidence', 27, []]);
    for (const id of inScope) assert.ok(problem?.message.includes(id));
  });

  it('still has one problem when it is old', () => {
    assert.deepEqual(rulesOf(fresh('en'), { today: '2026-12-24' }), ['missing-score']);
  });
});

describe('broken YAML', () => {
  const good = yaml`
    sheet: psirt-maturity@1.0
    assessed: 2001-01-01
    services:
      1.1: 4
      "1.1": 9
      "9.9": { scroe: 1 }
  `;
  const cases: [string, string][] = [
    ['an unclosed bracket', `${good}areas: {\n`],
    ['an unclosed quote', `${good}subject: "Router\n`],
    ['an indentation that does not fit', `${good}   subject: Router\n`],
    ['a tab', `${good}\tsubject: Router\n`],
    [
      'several errors',
      yaml`
        ${good}areas: {
        ]]
          : : :
        "`,
    ],
    ['two documents', `${good}---\n${good}`],
    ['an alias without an anchor', `${good}subject: *none\n`],
    ['a sheet that is not known', 'sheet: other@2\nservices: {\n'],
    ['binary', `${good}\0`],
    ['a text far too large', `#${' '.repeat(1_000_001)}\n`],
    ['merge conflict markers', `<<<<<<< HEAD\n${good}=======\n${good}>>>>>>> theirs\n`],
  ];
  for (const [name, text] of cases) {
    it(`(${name}) is one problem, however much else there is`, () => assert.deepEqual(rulesOf(text), ['yaml-syntax']));
  }
});

describe('one mistake is said once', () => {
  const cases: [string, string, string[]][] = [
    ['a score out of range is not also missing', complete({ '1.1': '  "1.1": 7\n' }), ['invalid-value']],
    ['a score that is text is not also missing', complete({ '1.1': '  "1.1": two\n' }), ['invalid-value']],
    ['a list in place of a score is not also missing', complete({ '1.1': '  "1.1": [2]\n' }), ['invalid-value']],
    ['a mistyped “score” is not also missing', complete({ '1.1': '  "1.1": { scroe: 3 }\n' }), ['invalid-value']],
    [
      'a mistyped “excluded” is not also missing',
      complete({ '1.1': '  "1.1": { exclude: Not ours }\n' }),
      ['invalid-value'],
    ],
    [
      'an exclusion that can not be read is not also missing',
      complete({ '1.1': '  "1.1": { excluded: [x] }\n' }),
      ['invalid-value'],
    ],
    [
      'a mistyped “services” does not leave all services missing',
      complete().replace('services', 'servces'),
      ['invalid-value'],
    ],
    ['services that are no map are not missing, too', 'sheet: psirt-maturity@1.0\nservices: 3\n', ['invalid-value']],
    [
      'evidence that can not be read is not also missing',
      complete({
        '1.1': yaml`
            "1.1":
              score: 3
              evidence: 3
        `,
      }),
      ['invalid-value'],
    ],
    [
      'an empty list of evidence is only missing',
      complete({
        '1.1': yaml`
            "1.1":
              score: 3
              evidence:
        `,
      }),
      ['missing-evidence'],
    ],
    [
      'an excluded service with a score is not judged by that score',
      complete({ '4.4': '  "4.4": { excluded: x, score: 3 }\n' }),
      ['excluded-with-score'],
    ],
    [
      'a score for 6.3 is out of scope, excluded or not',
      complete({ '6.2': '  "6.2": 2\n  "6.3": { score: 1, excluded: x }\n' }, 'target: 2\n'),
      ['out-of-scope-service'],
    ],
    [
      '6.3 has no level to be missing',
      complete({ '6.2': '  "6.2": { score: 3, evidence: [e] }\n  "6.3": 5\n' }),
      ['out-of-scope-service'],
    ],
    [
      'a service the sheet does not have is not looked at further',
      `${complete()}  "9.9": { score: 1, excluded: }\n`,
      ['unknown-service'],
    ],
    ['a mistyped “sheet” is not also missing', complete().replace('sheet', 'shet'), ['invalid-value']],
    ['an empty “sheet” is only missing', complete().replace('psirt-maturity@1.0', ''), ['unsupported-sheet']],
    [
      'a file for another sheet is not judged by ours',
      'sheet: other@2\nservices: { "1.1": 1, "9.9": 1 }\n',
      ['unsupported-sheet'],
    ],
    ['a text that is no assessment at all', 'hello\n', ['invalid-value']],
    ['a list that is no assessment at all', '- hello\n', ['invalid-value']],
    ['a day in the future is not also long ago', complete({}, 'assessed: 9999-12-31\n'), ['future-date']],
    [
      'a score below target on an area’s only level is one fact, not an unreachable target',
      complete({ '4.4': '  "4.4": 0\n' }, 'target: 2\n'),
      ['below-target'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(rulesOf(text), expected));

  it('absent services are one problem, however many there are, that names the first five', () => {
    const [first, ...more] = problemsOf(yaml`
      sheet: psirt-maturity@1.0
      services:
        "1.1": { score: 3, evidence: [e] }
    `);
    assert.deepEqual(more, []);
    assert.match(
      first?.message ?? '',
      /^26 services are neither scored nor excluded: 1\.2 [^:]*1\.6 [^,]* and 21 more\.$/,
    );
  });

  it('an area that inherits its target counts an unreachable one once, where it is written', () => {
    assert.deepEqual(rulesOf(complete({}, 'target: 5\n')).filter((rule) => rule === 'unreachable-target').length, 1);
  });
});

describe('problems', () => {
  it('come in the order of the text', () => {
    const starts = problemsOf(yaml`
      target: 5
      services:
        1.1: 5
        "9.9": 1
        "1.2":
        "6.3": 3
        1.1: 2
    `).map(({ span }) => span.start);
    assert.ok(starts.length > 6);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('lie within the text and on one line, so that an editor underlines the culprit alone', () => {
    const texts = [
      complete({
        '1.1': yaml`
            "1.1":
              score: 9
              note: |
                a
                b
              evidence:
                a: 1
        `,
      }),
      yaml`
        services:
          "1.1": [1,
            2]
      `,
      '- a\n- b\n',
      yaml`
        a: |
          x
          y
      `,
    ];
    for (const text of texts) {
      for (const { span } of problemsOf(text)) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        assert.doesNotMatch(text.slice(span.start, span.end), /\n./, text);
      }
    }
  });

  it('are whole sentences in both languages, with every value filled in', () => {
    const text = yaml`
      target: 5
      assessed: 2020-01-01
      services:
        1.1: 5
        "9.9": 1
        "1.2":
        "6.3": 3
        1.1: 2
        "4.4": 2
        "5.2": 5
        "1.3": { excluded: , score: 2 }
        "1.4": { scroe: 2 }
    `;
    for (const language of languages) {
      for (const { rule, message } of problemsOf(text, { language })) {
        assert.doesNotMatch(message, /\{\w|undefined|null|NaN|\bnone\b/, rule);
        assert.match(message, language === 'en' ? /^\S.*[.?]$/ : /^\S.*。$/, `${rule}: ${message}`);
      }
    }
  });
});
