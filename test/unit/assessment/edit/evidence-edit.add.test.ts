import assert from 'node:assert/strict';
import { addEvidence } from '../../../../src/assessment/edit/evidence-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { changed } from '../../../support/service-changes';
import { yaml } from '../../../support/yaml';

const placeholder = '${1}';

const cited = (text: string) => changed(text, addEvidence(parseAssessment(text), '1.1'));

describe('adding evidence', () => {
  const cases: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
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
              - ${placeholder}
          "1.2": 1
      `,
    ],
    [
      'comes last in the long form',
      yaml`
        services:
          "1.1":
            score: 3 # c
            note: |
              x

          "1.2": 1
      `,
      yaml`
        services:
          "1.1":
            score: 3 # c
            note: |
              x
            evidence:
              - ${placeholder}

          "1.2": 1
      `,
    ],
    [
      'works with CRLF, four spaces and without a final line end',
      'services:\r\n    "1.1": 3',
      `services:\r\n    "1.1":\r\n        score: 3\r\n        evidence:\r\n            - ${placeholder}`,
    ],
    [
      'fills a key that is there already',
      yaml`
        services:
          "1.1":
            score: 3
            evidence:
            note: x
      `,
      yaml`
        services:
          "1.1":
            score: 3
            evidence:
              - ${placeholder}
            note: x
      `,
    ],
    [
      'is not offered where evidence is cited already',
      yaml`
        services:
          "1.1":
            score: 3
            evidence: [a.md]
      `,
      undefined,
    ],
    [
      'works in flow maps',
      'services:\n  "1.1": { score: 3 }\n',
      yaml`
        services:
          "1.1": { score: 3, evidence: [${placeholder}] }
      `,
    ],
    [
      'works where all is in one flow map',
      'services: { "1.1": 3 }\n',
      `services: { "1.1": { score: 3, evidence: [${placeholder}] } }\n`,
    ],
    [
      'works where all is in one flow map over many lines',
      yaml`
        services: {
          "1.1": 3 # c
        }
      `,
      yaml`
        services: {
          "1.1": { score: 3, evidence: [${placeholder}] } # c
        }
      `,
    ],
    [
      'is not possible over an alias',
      yaml`
        services:
          "1.2": &a 3
          "1.1": *a
      `,
      undefined,
    ],
    ['is not possible beside an anchor or a tag', 'services:\n  "1.1": &a 3\n', undefined],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(cited(before), after));
});
