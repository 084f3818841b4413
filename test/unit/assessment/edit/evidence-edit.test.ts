import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { planCitation } from '../../../../src/assessment/edit/evidence-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { afterPlan } from '../../../support/analyse';
import { itRefuses } from '../../../support/refusals';
import { yaml } from '../../../support/yaml';

/** The text after documents are cited for 1.1, or the reason why they are not. */
function cited(text: string, ...links: string[]): string {
  return afterPlan(text, planCitation(parseAssessment(text), '1.1', links.length ? links : ['docs/a.md']));
}

describe('citing documents as evidence', () => {
  const cases: readonly (readonly [name: string, before: string, after: string, links?: string[]])[] = [
    [
      'makes the short form a long one',
      yaml`
        services:
          "1.1": 3   # Internal
          "1.2": 1
      `,
      yaml`
        services:
          "1.1":   # Internal
            score: 3
            evidence:
              - docs/a.md
          "1.2": 1
      `,
    ],
    [
      'needs no score',
      'services:\n  "1.1":   # Internal\n',
      yaml`
        services:
          "1.1":   # Internal
            evidence:
              - docs/a.md
      `,
    ],
    [
      'adds the service where it is missing',
      yaml`
        services:
          # 1 A
          "1.2": 1
      `,
      yaml`
        services:
          # 1 A
          "1.1":
            evidence:
              - docs/a.md
          "1.2": 1
      `,
    ],
    [
      'starts the services',
      'sheet: x\r\n',
      'sheet: x\r\nservices:\r\n  "1.1":\r\n    evidence:\r\n      - docs/a.md\r\n',
    ],
    [
      'adds a list to the long form',
      yaml`
        services:
          "1.1":
            score: 3 # c

          "1.2": 1
      `,
      yaml`
        services:
          "1.1":
            score: 3 # c
            evidence:
              - docs/a.md

          "1.2": 1
      `,
    ],
    [
      'adds to a list, in its own indentation and behind its comments',
      yaml`
        services:
          "1.1":
            evidence:
            - x # one
            - link: y # two
              expires: 2027-01-01
            score: 3
      `,
      yaml`
        services:
          "1.1":
            evidence:
            - x # one
            - link: y # two
              expires: 2027-01-01
            - docs/a.md
            - "docs/b #2.md"
            score: 3
      `,
      ['docs/a.md', 'docs/b #2.md'],
    ],
    [
      'adds to a list on one line',
      'services:\n  "1.1": { evidence: [x], score: 3 }\n',
      yaml`
        services:
          "1.1": { evidence: [x, docs/a.md, docs/b.md], score: 3 }
      `,
      ['docs/a.md', 'docs/b.md'],
    ],
    [
      'fills an empty list',
      yaml`
        services:
          "1.1":
            evidence: []
      `,
      yaml`
        services:
          "1.1":
            evidence: [docs/a.md, b]
      `,
      ['docs/a.md', 'b'],
    ],
    [
      'fills an empty key',
      yaml`
        services:
          "1.1":
            evidence: # c
            score: 3
      `,
      yaml`
        services:
          "1.1":
            evidence: # c
              - docs/a.md
            score: 3
      `,
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
      yaml`
        services:
            "1.1":
                score: 3
                evidence:
                    - docs/a.md
      `,
    ],
    [
      'indents by four a service that is missing',
      'services:\n    "1.2": 3\n',
      yaml`
        services:
            "1.1":
                evidence:
                    - docs/a.md
            "1.2": 3
      `,
    ],
    [
      'indents as the file’s other lists',
      yaml`
        services:
          "1.1":
            score: 3
            evidence:
          "1.2":
            plan:   # c
            - action: x
      `,
      yaml`
        services:
          "1.1":
            score: 3
            evidence:
            - docs/a.md
          "1.2":
            plan:   # c
            - action: x
      `,
    ],
    [
      'keeps an exclusion',
      yaml`
        services:
          "1.1":
            excluded: x
      `,
      yaml`
        services:
          "1.1":
            excluded: x
            evidence:
              - docs/a.md
      `,
    ],
  ];
  for (const [name, before, after, links] of cases)
    it(name, () => assert.equal(cited(before, ...(links ?? [])), after));

  itRefuses('1.1', (text) => cited(text));

  it('is refused for a service that the sheet does not have', () => {
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
