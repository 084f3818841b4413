import assert from 'node:assert/strict';
import { analyse, errorsOf, examples } from '../../support/analyse';
import { yaml } from '../../support/yaml';

describe('typing, character by character', () => {
  const edge = examples.get('edge-router.psirt.yaml') ?? '';
  const at = (marker: string) => edge.indexOf(marker);
  const typed: readonly (readonly [what: string, before: string, keys: string, after: string])[] = [
    [
      'an exclusion',
      edge.slice(0, at('  "2.3":')),
      '  "2.3":\n    excluded: no such component\n',
      edge.slice(at('  "2.4":')),
    ],
    ['a score in the short form', edge.slice(0, at('  "2.3":')), '  "2.3": 3 # ours\n', edge.slice(at('  "2.4":'))],
    ['a bare id at the end of the file', edge, '  6.3: 2\n', ''],
    [
      'a whole service at the end of the file',
      'services:\n  "1.1": 2\n',
      yaml`
          "1.2":
            score: 3
            target: 4
            evidence:
              - docs/a.md
              - link: https://example.com
                collected: 2026-10-01
            note: |
              Free text.
            plan:
              - { action: Publish, due: 2027-01-31 }
      `,
      '',
    ],
    [
      'a flow map',
      'services:\n  "1.1": 2\n',
      '  "1.2": { score: 3, evidence: [a.md, { link: b.md, collected: 2026-01-01 }], note: "x y" }\n',
      '  "1.3": 2\n',
    ],
    [
      'the head of a file',
      '',
      yaml`
        sheet: psirt-maturity@1.0
        subject: "Edge: router"
        assessed: 2026-11-20
        assessors: [PSO, Firmware]
        target: 2.5
        areas:
          "1": { target: 3 }
        services:
      `,
      '',
    ],
    [
      'rules',
      'services:\n  "1.1": 2\n',
      yaml`
        rules:
          missing-evidence: off
          below-target: info
      `,
      '',
    ],
    [
      'a target in the middle of a service',
      edge.slice(0, at('    evidence:')),
      '    target: 4\n',
      edge.slice(at('    evidence:')),
    ],
  ];
  for (const [what, before, keys, after] of typed) {
    it(`brings at most one error at a time: ${what}`, () => {
      const had = errorsOf(analyse(before + after)).length;
      for (let length = 1; length <= keys.length; length++) {
        const text = before + keys.slice(0, length) + after;
        const errors = errorsOf(analyse(text));
        assert.ok(
          errors.length <= had + 1,
          `${JSON.stringify(keys.slice(0, length))}: ${errors.map(({ message }) => message).join(' | ')}`,
        );
      }
      assert.equal(errorsOf(analyse(before + keys + after)).length, had);
    });
  }
});
