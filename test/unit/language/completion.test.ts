import assert from 'node:assert/strict';
import { keysOf, ruleIds } from '../../../src/assessment/model';
import { inScope, sheets, today } from '../../support/problems';
import { chosen, completionsOn, cursor, matches, offered, rendered } from '../../support/at-cursor';

const titled = (ids: readonly string[], language: 'en' | 'ja' = 'en') => {
  const services = sheets[language].areas.flatMap((area) => area.services);
  return ids.map((id) => `${id} ${services.find((service) => service.id === id)?.title}`);
};
const allServices = titled(inScope);
const areas = sheets.en.areas.map(({ id, title }) => `${id} ${title}`);
const topKeys = [
  'sheet',
  'subject',
  'assessed',
  'assessors',
  'target',
  'wording',
  'crosswalk',
  'individual-for',
  'sign-off',
  'areas',
  'services',
  'rules',
];
const serviceKeys = ['score', 'target', 'excluded', 'evidence', 'note', 'plan', 'criteria', 'votes', 'responder'];
const begun = ['psirt-assessment', 'psirt-service', 'psirt-exclusion'];
const without = (all: readonly string[], ...gone: string[]) => all.filter((label) => !gone.includes(label));

/** What is offered at `|`, by place in the file. */
const table: Record<string, [string, readonly string[]][]> = {
  'keys at the top': [
    ['|', [...begun, ...topKeys]],
    ['---\n|\n', [...begun, ...topKeys]],
    ['# of the router\n\n|', [...begun, ...topKeys]],
    ['{ | }', topKeys],
    ['s|', ['sheet', 'subject', 'sign-off', 'services']],
    ['sheet: psirt-maturity@1.0\nsu|\nservices:\n', ['subject']],
    ['sheet: psirt-maturity@1.0\n|\nservices:\n  "1.1": 2\n', without(topKeys, 'sheet', 'services')],
    ['services:\n  "1.1": 2\n|', without(topKeys, 'services')],
    ['sub|: x\n', ['subject']],
  ],
  'ids of services that are missing': [
    ['services:\n  |', allServices],
    ['services:\n  "1.1": 2\n  |', allServices.slice(1)],
    ['services:\n  |\n  "1.1": 2\n', allServices.slice(1)],
    ['services:\r\n  1.1: 2\r\n  |\r\n', allServices.slice(1)],
    ['services:\n  "2.|', titled(['2.1', '2.2', '2.3', '2.4', '2.5'])],
    ['services:\n  "2.|"\n', titled(['2.1', '2.2', '2.3', '2.4', '2.5'])],
    ["services:\n  '2.|'\n", titled(['2.1', '2.2', '2.3', '2.4', '2.5'])],
    ['services:\n  2.|\n  "2.3": 1\n', titled(['2.1', '2.2', '2.4', '2.5'])],
    ['services:\n  "|"\n', allServices],
    ['services:\n  "4.|": 2\n', titled(['4.1', '4.2', '4.3', '4.4'])],
    ['services: { | }\n', allServices],
    ['services: { "1.1": 2, "1.|" }\n', titled(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])],
    ['services:\n  Finder|\n', titled(['1.2', '1.6', '3.2'])],
    ['services:\n  6.3|\n', []],
  ],
  levels: [
    ['services:\n  "1.1": |', ['0', '1', '2', '3', '4', '5', 'Long form …']],
    ['services:\n  1.1: |\n', ['0', '1', '2', '3', '4', '5', 'Long form …']],
    ['services:\n  "1.1": |     # Internal stakeholders\n', ['0', '1', '2', '3', '4', '5']],
    ['services:\n  "1.1": |\n  "1.2": 2\n', ['0', '1', '2', '3', '4', '5', 'Long form …']],
    ['services:\n  "1.1": { score: | }\n', ['0', '1', '2', '3', '4', '5']],
    ['services: { "1.1": |, "1.2": 2 }\n', ['0', '1', '2', '3', '4', '5']],
    ['services:\n  "1.1":\n    score: |\n    target: 3\n', ['0', '1', '2', '3', '4', '5']],
    ['services:\n  "4.4": |\n', ['0', '4', '5', 'Long form …']],
    ['services:\n  "5.2": |\n', ['0', '1', '2', '3', '4', 'Long form …']],
    ['services:\n  "6.3": |\n', []],
    ['services:\n  "9.9": |\n', []],
  ],
  'keys of a service': [
    ['services:\n  "1.1":\n    |', serviceKeys],
    ['services:\n  "1.1":\n    |\n  "1.2": 2\n', serviceKeys],
    ['services:\n  "1.1":\n    score: 2\n    |\n', without(serviceKeys, 'score')],
    ['services:\n  "1.1":\n    score: 2\n    ev|\n  "1.2": 3\n', ['evidence']],
    ['services:\n  "1.1": {|}\n', serviceKeys],
    ['services:\n  "1.1": { | }\n', serviceKeys],
    ['services:\n  "1.1": { score: 2, | }\n', without(serviceKeys, 'score')],
  ],
  'evidence and plan': [
    ['services:\n  "1.1":\n    evidence:\n      - |\n', ['link', 'collected', 'expires', 'sha256', 'note']],
    ['services:\n  "1.1":\n    evidence:\n    - |\n', ['link', 'collected', 'expires', 'sha256', 'note']],
    ['services:\n  "1.1":\n    evidence:\n      - link: a\n        |\n', ['collected', 'expires', 'sha256', 'note']],
    ['services:\n  "1.1":\n    evidence:\n      - { link: a, e| }\n', ['expires']],
    ['services:\n  "1.1":\n    plan:\n      - |\n', ['action', 'owner', 'due', 'done']],
    ['services:\n  "1.1":\n    plan:\n      - action: a\n        d|\n', ['due', 'done']],
  ],
  'areas and rules': [
    ['areas:\n  |\n', areas],
    ['areas:\n  "1": { target: 3 }\n  |\n', areas.slice(1)],
    ['areas:\n  "|"\n', areas],
    ['areas: { 3| }\n', [areas[2] ?? '']],
    ['areas:\n  "1": { | }\n', ['target', 'note', 'responder']],
    ['rules:\n  |\n', ruleIds],
    ['rules:\n  missing-|\n', ['missing-score', 'missing-evidence']],
    ['rules:\n  below-target: off\n  below|\n', ['average-below-target', 'score-below-criteria']],
    ['rules:\n  missing-score: |\n', ['error', 'warning', 'info', 'off']],
    ['rules: { missing-score: o| }\n', ['off']],
  ],
  'dates and other values': [
    ['sheet: |\n', ['psirt-maturity@1.0']],
    ['sheet: psirt|\n', ['psirt-maturity@1.0']],
    ['assessed: |\n', [today]],
    ['assessed: 2026-|\n', [today]],
    ['services: { "1.1": { evidence: [{ link: a, collected: | }] } }\n', [today]],
    ['services: { "1.1": { evidence: [{ link: a, expires: | }] } }\n', ['2027-05-23', '2027-11-23']],
    [
      'services:\n  "1.1":\n    plan:\n      - action: a\n        due: |\n',
      ['2026-12-23', '2027-02-23', '2027-05-23', '2027-11-23'],
    ],
    ['services: { "1.1": { plan: [{ action: a, done: | }] } }\n', ['true', today]],
    ['target: |\n', ['2', '2.5', '3', '3.5', '4']],
    ['target: 2.|\n', ['2.5']],
    ['areas: { "1": { target: | } }\n', ['2', '2.5', '3', '3.5', '4']],
    ['services: { "1.1": { target: | } }\n', ['2', '2.5', '3', '3.5', '4']],
  ],
  'nothing that is there already': [
    ['services:\n  "1.1": 3|\n', []],
    ['services:\n  "1.1":\n    score: 0|\n', []],
    ['sheet: psirt-maturity@1.0|\n', []],
    ['sheet: psirt-|maturity@1.0\n', []],
    [`assessed: ${today}|\n`, []],
    ['target: 2|\n', []],
    ['target: 2.5|\n', []],
    ['services: { "1.1": { target: 3| } }\n', []],
    ['services:\n  "1.1":\n    plan:\n      - action: a\n        due: 2026-12-23|\n', []],
    ['services: { "1.1": { plan: [{ action: a, done: true| }] } }\n', []],
    ['rules:\n  missing-score: off|\n', []],
    ['subject|: x\n', []],
    ['services:\n  "4.4"|: 2\n', []],
  ],
  'nothing where text is free, or means nothing': [
    ['# se|\nservices:\n', []],
    ['services:\n  "1.1": 2 # sc|\n', []],
    ['services:\n  # 1.|\n', []],
    ['services:\n  "1.1":\n    note: >\n      te|xt\n', []],
    ['services:\n  "1.1":\n    note: >\n      text\n\n      |\n    score: 2\n', []],
    ['services:\n  "1.1":\n    note: hello wo|\n', []],
    ['services:\n  "1.1":\n    note: "hello |"\n', []],
    ['services:\n  "1.1":\n    excluded: |\n', []],
    ['subject: |\n', []],
    ['assessors: [|]\n', []],
    ['services:\n  "1.1":\n    evidence: ["|"]\n', []],
    ['services:\n  "1.1":\n    evidence:\n      - "|"\n', []],
    ['services:\n  "1.1":\n    evidence:\n      - docs/|\n', []],
    ['services: |\n', []],
    ['unknown:\n  |\n', []],
  ],
};

describe('completion offers', () => {
  for (const [what, cases] of Object.entries(table)) {
    describe(what, () => {
      for (const [source, labels] of cases)
        it(`at ${JSON.stringify(source)}`, () => assert.deepEqual(offered(source), labels));
    });
  }

  it('every key there is, at the place it belongs to', () => {
    assert.deepEqual(topKeys, keysOf.assessment);
    assert.deepEqual(serviceKeys, keysOf.service);
  });

  it('the same in Japanese, found by the Japanese title as well', () => {
    assert.deepEqual(offered('services:\n  |', 'ja'), titled(inScope, 'ja'));
    const title = sheets.ja.areas[1]?.services[2]?.title ?? '?';
    assert.deepEqual(offered(`services:\n  ${title.slice(0, 2)}|\n`, 'ja').includes(`2.3 ${title}`), true);
  });
});

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

  it('replaces a part of the line that holds the cursor, and matches what is typed there', () => {
    const sources = Object.values(table).flatMap((cases) => cases.map(([source]) => source));
    for (const source of sources) {
      const { text, offset } = cursor(source);
      for (const { span, label, filterText } of completionsOn(source)) {
        assert.ok(span.start <= offset && offset <= span.end, source);
        assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/, source);
        assert.ok(
          matches(label.split(' ', 1)[0] ?? '', filterText) || filterText.endsWith(label),
          `${filterText} for ${label}`,
        );
      }
    }
  });
});

describe('the long form of a service', () => {
  it('is where the list starts, so that Enter after an id scores nothing; it leaves no blank behind', () => {
    const source = 'services:\n    "1.1": |\n';
    const found = completionsOn(source).find(({ preselect }) => preselect);
    assert.equal(found?.label, 'Long form …');
    assert.equal(chosen(source, 'Long form …'), 'services:\n    "1.1":\n        score: |\n');
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
    ['services:\n  1.|\n  "1.1": 3\n', allServices[1] ?? '', 'services:\n  "1.2": |\n  "1.1": 3\n'],
    ['services:\n  "1.|": 2 # x\n', allServices[1] ?? '', 'services:\n  "1.2"|: 2 # x\n'],
    ['services: { "1.1": 2, | }\n', allServices[1] ?? '', 'services: { "1.1": 2, "1.2": | }\n'],
    ['services:\n  "1.1": |     # x\n', '3', 'services:\n  "1.1": 3|     # x\n'],
    ['services:\n  "1.1": 2|\n', '3', 'services:\n  "1.1": 3|\n'],
    ['services:\n  "1.1": { score: | }\n', '3', 'services:\n  "1.1": { score: 3| }\n'],
    ['services:\n  "1.1":\n    sc|\n', 'score', 'services:\n  "1.1":\n    score: |\n'],
    ['services:\n  "1.1":\n    ev|\n', 'evidence', 'services:\n  "1.1":\n    evidence:|\n'],
    [
      'services:\n  "1.1":\n    evidence:\n      - |\n',
      'link',
      'services:\n  "1.1":\n    evidence:\n      - link: |\n',
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
