import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { planCitation } from '../../../../src/assessment/edit/evidence-edit';
import { linkText } from '../../../../src/assessment/evidence/links';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { afterPlan } from '../../../support/analyse';

/** The text after documents are cited for 1.1, or the reason why they are not. */
function cited(text: string, ...links: string[]): string {
  return afterPlan(text, planCitation(parseAssessment(text), '1.1', links.length ? links : ['docs/a.md']));
}

describe('citing documents as evidence', () => {
  const cases: readonly (readonly [name: string, before: string, after: string, links?: string[]])[] = [
    [
      'makes the short form a long one',
      'services:\n  "1.1": 3   # Internal\n  "1.2": 1\n',
      'services:\n  "1.1":   # Internal\n    score: 3\n    evidence:\n      - docs/a.md\n  "1.2": 1\n',
    ],
    [
      'needs no score',
      'services:\n  "1.1":   # Internal\n',
      'services:\n  "1.1":   # Internal\n    evidence:\n      - docs/a.md\n',
    ],
    [
      'adds the service where it is missing',
      'services:\n  # 1 A\n  "1.2": 1\n',
      'services:\n  # 1 A\n  "1.1":\n    evidence:\n      - docs/a.md\n  "1.2": 1\n',
    ],
    [
      'starts the services',
      'sheet: x\r\n',
      'sheet: x\r\nservices:\r\n  "1.1":\r\n    evidence:\r\n      - docs/a.md\r\n',
    ],
    [
      'adds a list to the long form',
      'services:\n  "1.1":\n    score: 3 # c\n\n  "1.2": 1\n',
      'services:\n  "1.1":\n    score: 3 # c\n    evidence:\n      - docs/a.md\n\n  "1.2": 1\n',
    ],
    [
      'adds to a list, in its own indentation and behind its comments',
      'services:\n  "1.1":\n    evidence:\n    - x # one\n    - link: y # two\n      expires: 2027-01-01\n    score: 3\n',
      'services:\n  "1.1":\n    evidence:\n    - x # one\n    - link: y # two\n      expires: 2027-01-01\n    - docs/a.md\n    - "docs/b #2.md"\n    score: 3\n',
      ['docs/a.md', 'docs/b #2.md'],
    ],
    [
      'adds to a list on one line',
      'services:\n  "1.1": { evidence: [x], score: 3 }\n',
      'services:\n  "1.1": { evidence: [x, docs/a.md, docs/b.md], score: 3 }\n',
      ['docs/a.md', 'docs/b.md'],
    ],
    [
      'fills an empty list',
      'services:\n  "1.1":\n    evidence: []\n',
      'services:\n  "1.1":\n    evidence: [docs/a.md, b]\n',
      ['docs/a.md', 'b'],
    ],
    [
      'fills an empty key',
      'services:\n  "1.1":\n    evidence: # c\n    score: 3\n',
      'services:\n  "1.1":\n    evidence: # c\n      - docs/a.md\n    score: 3\n',
    ],
    [
      'fills an empty key in a flow map',
      'services:\n  "1.1": { evidence: , score: 3 }\n',
      'services:\n  "1.1": { evidence: [docs/a.md] , score: 3 }\n',
    ],
    [
      'works where all is on one line',
      'services: { "1.1": 3 }\n',
      'services: { "1.1": { score: 3, evidence: [docs/a.md] } }\n',
    ],
    [
      'leaves out what is cited already',
      'services:\n  "1.1": { evidence: [docs/a.md] }\n',
      'services:\n  "1.1": { evidence: [docs/a.md] }\n',
    ],
    [
      'cites each document once',
      'services:\n  "1.1": { evidence: [x] }\n',
      'services:\n  "1.1": { evidence: [x, a] }\n',
      ['a', 'a'],
    ],
    [
      'indents by four where the file does',
      'services:\n    "1.1": 3\n',
      'services:\n    "1.1":\n        score: 3\n        evidence:\n            - docs/a.md\n',
    ],
    [
      'indents by four a service that is missing',
      'services:\n    "1.2": 3\n',
      'services:\n    "1.1":\n        evidence:\n            - docs/a.md\n    "1.2": 3\n',
    ],
    [
      'indents as the file’s other lists',
      'services:\n  "1.1":\n    score: 3\n    evidence:\n  "1.2":\n    plan:   # c\n    - action: x\n',
      'services:\n  "1.1":\n    score: 3\n    evidence:\n    - docs/a.md\n  "1.2":\n    plan:   # c\n    - action: x\n',
    ],
    [
      'keeps an exclusion',
      'services:\n  "1.1":\n    excluded: x\n',
      'services:\n  "1.1":\n    excluded: x\n    evidence:\n      - docs/a.md\n',
    ],
  ];
  for (const [name, before, after, links] of cases)
    it(name, () => assert.equal(cited(before, ...(links ?? [])), after));

  it('is refused where it can not be proven, and says why', () => {
    assert.equal(cited('services:\n  "1.1": &a { score: 3 }\n  "1.2": *a\n'), 'edit.by-hand');
    assert.equal(cited('services:\n  "1.2": &a { score: 3 }\n  "1.1": *a\n'), 'edit.by-hand');
    assert.equal(cited('services:\n  "1.1": high\n'), 'edit.by-hand');
    assert.equal(cited('services:\n  "1.1": 3\n  "1.1": 2\n'), 'edit.duplicate');
    assert.equal(cited('services:\n  "1.1": [\n'), 'edit.broken');
    assert.deepEqual(planCitation(parseAssessment(''), '9.9', ['a']), { refused: { key: 'edit.unknown-service' } });
  });

  it('adds the links to any file, and changes nothing else', () => {
    const plain = (text: string) =>
      (parse(text, { stringKeys: true, merge: true, logLevel: 'silent', maxAliasCount: -1 }) ?? {}) as {
        services?: Record<string, { evidence?: unknown[] } | number | null>;
      };
    fc.assert(
      fc.property(randomFiles, fc.constantFrom(...serviceIds), ({ text, ordinary }, id) => {
        const plan = planCitation(parseAssessment(text), id, ['docs/new one.md#x', '../b.md']);
        if ('refused' in plan) return assert.ok(!ordinary, `${plan.refused.key}: ${text}`);
        const [before, after] = [plain(text), plain(applyEdits(text, plan.edits))];
        const own = before.services?.[id];
        const short = typeof own === 'number' ? { score: own } : {};
        const long = typeof own === 'object' && own !== null ? own : short;
        const evidence = [...((long as { evidence?: unknown[] }).evidence ?? []), 'docs/new one.md#x', '../b.md'];
        assert.deepEqual(after, { ...before, services: { ...before.services, [id]: { ...long, evidence } } });
      }),
      fuzzRuns(150),
    );
  }).timeout(30_000);
});

describe('a link as YAML', () => {
  it('is plain where that is safe, and quoted where it is not', () => {
    for (const link of [
      'docs/a.md',
      '../a.md#roles-and-responsibilities',
      '/docs/文書.md#役割と責任',
      './x',
      'my file (2).md',
      'https://e.example/a?b=c&d=1#e',
    ])
      assert.equal(linkText(link), link);
    for (const link of ['a #b.md', 'a: b.md', '[a].md', '2026', '1.5', 'true', 'null', '- a', 'a,b', '"a"', 'x ', ''])
      assert.equal(linkText(link), JSON.stringify(link));
  });

  it('is read back as it was, in block and flow lists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w./# :@&%'"-]{1,20}$/)), (link) => {
        assert.deepEqual(parse(`- ${linkText(link)}\n`, { logLevel: 'silent' }), [link]);
        assert.deepEqual(parse(`[${linkText(link)}]\n`, { logLevel: 'silent' }), [link]);
      }),
      fuzzRuns(2_000),
    );
  });
});
