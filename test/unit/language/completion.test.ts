import assert from 'node:assert/strict';
import { ruleIds } from '../../../src/assessment/vocabulary';
import { chosen, completionsOn, rendered } from '../../support/at-cursor';
import { allServices, areas } from '../../support/completions';
import { sheets, today } from '../../support/problems';
import { yaml } from '../../support/yaml';

describe('a completion', () => {
  const one = (source: string, label: string, language?: 'ja') => {
    const found = completionsOn(source, language).find((completion) => completion.label === label);
    assert.ok(found, label);
    return found;
  };

  it('of a service tells its area and objective', () => {
    const service = sheets.en.areas[1]?.services[0];
    const { detail, documentation, kind } = one('services:\n  |', `2.1 ${service?.title}`);
    assert.deepEqual(
      [detail, rendered(documentation ?? '').text, kind],
      ['Vulnerability discovery', service?.objective, 'service'],
    );
  });

  it('of a level tells its summary, and its description with links', () => {
    const level = sheets.en.areas[0]?.services[0]?.levels[3];
    const { detail, documentation, kind } = one('services:\n  "1.1": |', '3');
    assert.deepEqual([detail, kind], [level?.summary, 'level']);
    assert.match(documentation ?? '', /\[\\\[1\.1\.1\\\]\]\(https:\/\/www\.first\.org/);
    assert.equal(one('services:\n  "1.1": |', '3', 'ja').detail, sheets.ja.areas[0]?.services[0]?.levels[3]?.summary);
    assert.equal(one('services:\n  "4.4": |', '0').detail, 'Not there yet');
    assert.equal(one('services:\n  "4.4": |', '0', 'ja').detail, '未到達');
  });

  it('of a key or rule tells what it is for', () => {
    assert.match(one('|', 'assessed').documentation ?? '', /^The date of scoring/);
    assert.match(one('rules:\n  |', 'missing-evidence').documentation ?? '', /^A score of 3 or more/);
    assert.match(one('services: { "1.1": { | } }', 'plan', 'ja').documentation ?? '', /計画/);
  });

  it('of today and of the default target says that it is', () => {
    assert.equal(one('assessed: |', today).detail, 'today');
    assert.equal(one('target: |', '2.5', 'ja').detail, '既定値');
    assert.equal(one('target: |', '3').detail, undefined);
  });

  it('keeps its place in the list', () => {
    for (const source of ['services:\n  |', 'rules:\n  |', 'services:\n  "1.1": |']) {
      const order = completionsOn(source).map(({ sortText }) => sortText);
      assert.deepEqual(order, [...order].sort());
    }
  });

  it('asks for its value next, where there is one to choose', () => {
    const continuing = (source: string) =>
      completionsOn(source)
        .filter(({ continues }) => continues)
        .map(({ label }) => label);
    assert.deepEqual(continuing('|'), ['sheet', 'assessed', 'target']);
    assert.deepEqual(continuing('services: { "1.1": { | } }'), ['score', 'target']);
    assert.deepEqual(continuing('services:\n  "|"'), allServices);
    assert.deepEqual(continuing('services:\n  "4.|": 2'), []);
    assert.deepEqual(continuing('rules:\n  |'), ruleIds);
  });
});

describe('the long form of a service', () => {
  it('is where the list starts, so that Enter after an id scores nothing; it leaves no blank behind', () => {
    const source = 'services:\n    "1.1": |\n';
    const found = completionsOn(source).find(({ preselect }) => preselect);
    assert.equal(found?.label, 'Long form …');
    assert.equal(
      chosen(source, 'Long form …'),
      yaml`
      services:
          "1.1":
              score: |
    `,
    );
  });
});

describe('choosing a completion', () => {
  const cases: [string, string, string][] = [
    ['|', 'services', 'services:|'],
    ['|', 'subject', 'subject: |'],
    ['sub|: x\n', 'subject', 'subject|: x\n'],
    ['services:\n  |\n', allServices[0] ?? '', 'services:\n  "1.1": |\n'],
    ['services:\n  "|"\n', allServices[0] ?? '', 'services:\n  "1.1": |\n'],
    ['services:\n  "1.|\n', allServices[1] ?? '', 'services:\n  "1.2": |\n'],
    ["services:\n  '1|'\n", allServices[1] ?? '', 'services:\n  "1.2": |\n'],
    [
      yaml`
        services:
          1.|
          "1.1": 3
      `,
      allServices[1] ?? '',
      yaml`
        services:
          "1.2": |
          "1.1": 3
      `,
    ],
    ['services:\n  "1.|": 2 # x\n', allServices[1] ?? '', 'services:\n  "1.2"|: 2 # x\n'],
    ['services: { "1.1": 2, | }\n', allServices[1] ?? '', 'services: { "1.1": 2, "1.2": | }\n'],
    ['services:\n  "1.1": |     # x\n', '3', 'services:\n  "1.1": 3|     # x\n'],
    ['services:\n  "1.1": 2|\n', '3', 'services:\n  "1.1": 3|\n'],
    ['services:\n  "1.1": { score: | }\n', '3', 'services:\n  "1.1": { score: 3| }\n'],
    [
      yaml`
        services:
          "1.1":
            sc|
      `,
      'score',
      yaml`
        services:
          "1.1":
            score: |
      `,
    ],
    [
      yaml`
        services:
          "1.1":
            ev|
      `,
      'evidence',
      yaml`
        services:
          "1.1":
            evidence:|
      `,
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
              - |
      `,
      'link',
      yaml`
        services:
          "1.1":
            evidence:
              - link: |
      `,
    ],
    ['areas:\n  "|"\n', areas[1] ?? '', 'areas:\n  "2": { target: 3 }|\n'],
    ['rules:\n  missing-e|\n', 'missing-evidence', 'rules:\n  missing-evidence: |\n'],
    ['rules:\n  missing-evidence: i|\n', 'info', 'rules:\n  missing-evidence: info|\n'],
    ['assessed: 2026-|\n', today, `assessed: ${today}|\n`],
    ['target: 2.|\n', '2.5', 'target: 2.5|\n'],
  ];
  for (const [source, label, result] of cases) {
    it(`“${label}” turns ${JSON.stringify(source)} into ${JSON.stringify(result)}`, () =>
      assert.equal(chosen(source, label), result));
  }
});
