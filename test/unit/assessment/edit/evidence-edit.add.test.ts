import assert from 'node:assert/strict';
import { addEvidence } from '../../../../src/assessment/edit/evidence-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { changed } from '../../../support/service-changes';

const placeholder = '${1}';

const cited = (text: string) => changed(text, addEvidence(parseAssessment(text), '1.1'));

describe('adding evidence', () => {
  const cases: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
    [
      'makes the short form a long one',
      'services:\n  "1.1": 3   # Internal\n  "1.2": 1\n',
      `services:\n  "1.1":   # Internal\n    score: 3\n    evidence:\n      - ${placeholder}\n  "1.2": 1\n`,
    ],
    [
      'comes last in the long form',
      'services:\n  "1.1":\n    score: 3 # c\n    note: |\n      x\n\n  "1.2": 1\n',
      `services:\n  "1.1":\n    score: 3 # c\n    note: |\n      x\n    evidence:\n      - ${placeholder}\n\n  "1.2": 1\n`,
    ],
    [
      'works with CRLF, four spaces and without a final line end',
      'services:\r\n    "1.1": 3',
      `services:\r\n    "1.1":\r\n        score: 3\r\n        evidence:\r\n            - ${placeholder}`,
    ],
    [
      'fills a key that is there already',
      'services:\n  "1.1":\n    score: 3\n    evidence:\n    note: x\n',
      `services:\n  "1.1":\n    score: 3\n    evidence:\n      - ${placeholder}\n    note: x\n`,
    ],
    [
      'is not offered where evidence is cited already',
      'services:\n  "1.1":\n    score: 3\n    evidence: [a.md]\n',
      undefined,
    ],
    [
      'works in flow maps',
      'services:\n  "1.1": { score: 3 }\n',
      `services:\n  "1.1": { score: 3, evidence: [${placeholder}] }\n`,
    ],
    [
      'works where all is in one flow map',
      'services: { "1.1": 3 }\n',
      `services: { "1.1": { score: 3, evidence: [${placeholder}] } }\n`,
    ],
    [
      'works where all is in one flow map over many lines',
      'services: {\n  "1.1": 3 # c\n}\n',
      `services: {\n  "1.1": { score: 3, evidence: [${placeholder}] } # c\n}\n`,
    ],
    ['is not possible over an alias', 'services:\n  "1.2": &a 3\n  "1.1": *a\n', undefined],
    ['is not possible beside an anchor or a tag', 'services:\n  "1.1": &a 3\n', undefined],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(cited(before), after));
});
