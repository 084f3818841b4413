import type { FixCase } from './fix-cases';
import { answered, idsOf } from './criteria-samples';
import { complete } from '../problems';
import { yaml } from '../yaml';

/** Of scores and exclusions, and what they rest on. */
export const scoreFixCases: readonly FixCase[] = [
  {
    rule: 'score-below-criteria',
    when: 'the answers suggest more',
    before: answered('1 # c', [[idsOf(2), 'met']]),
    title: 'Change the score of 2.1 to 2',
    after: answered('2 # c', [[idsOf(2), 'met']]),
  },
  {
    rule: 'evidence-expired',
    when: 'a criterion cites it',
    before: yaml`
      services:
        "2.1":
          criteria:
            2a: { state: met, evidence: [{ link: a, expires: 2026-01-01 }] }
    `,
    title: 'Remove this evidence',
    after: yaml`
      services:
        "2.1":
          criteria:
            2a: { state: met }
    `,
  },
  {
    rule: 'missing-score',
    when: 'services are absent: each goes to its place',
    before: complete({ '1.1': '', '1.7': '', '6.5': '' }),
    title: 'Add the missing services',
    after: complete({
      '1.1': '  "1.1":   # Internal stakeholders\n',
      '1.7': '  "1.7":   # Stakeholder metrics\n',
      '6.5': '  "6.5":   # Feedback mechanisms for training\n',
    }),
  },
  {
    rule: 'missing-score',
    when: 'one is absent',
    before: complete({ '3.2': '' }),
    title: 'Add the missing service',
    after: complete({ '3.2': '  "3.2":   # Finder relationships\n' }),
  },
  {
    rule: 'excluded-without-reason',
    when: 'the value is missing',
    before: yaml`
      services:
        "1.1":
          excluded: # why?
    `,
    title: 'Add a reason',
    after: yaml`
      services:
        "1.1":
          excluded: "reason" # why?
    `,
  },
  {
    rule: 'excluded-without-reason',
    when: 'the value is missing on one line',
    before: 'services: { "1.1": { excluded: } }\n',
    title: 'Add a reason',
    after: 'services: { "1.1": { excluded: "reason" } }\n',
  },
  {
    rule: 'excluded-without-reason',
    when: 'the value is true',
    before: 'services: { "1.1": { excluded: true, note: a } }\n',
    title: 'Add a reason',
    after: 'services: { "1.1": { excluded: "reason", note: a } }\n',
  },
  {
    rule: 'excluded-with-score',
    when: 'the score is to go',
    before: yaml`
      services:
        "1.1":
          score: 2
          excluded: x
    `,
    title: 'Remove the score of 1.1',
    after: yaml`
      services:
        "1.1":
          excluded: x
    `,
  },
  {
    rule: 'excluded-with-score',
    when: 'the exclusion is to go',
    before: yaml`
      services:
        "1.1":
          excluded: |
            Not
            ours
          score: 2
    `,
    title: 'Include 1.1 again',
    after: yaml`
      services:
        "1.1":
          score: 2
    `,
  },
  {
    rule: 'out-of-scope-service',
    when: '6.3 stands between others',
    before: yaml`
      services:
        "6.2": 1
        "6.3": 3
        "6.4": 1
    `,
    title: 'Remove 6.3',
    after: yaml`
      services:
        "6.2": 1
        "6.4": 1
    `,
  },
  {
    rule: 'missing-evidence',
    when: 'the score stands alone: its comment stays',
    before: 'services:\n  "1.1": 3 # Stakeholders\n',
    title: 'Cite evidence for 1.1',
    after: yaml`
      services:
        "1.1": # Stakeholders
          score: 3
          evidence:
            - docs/document.md
    `,
  },
  {
    rule: 'missing-evidence',
    when: 'the service has a long form',
    before: 'services:\r\n    "1.1":\r\n        score: 4\r\n        note: |\r\n            Hm\r\n    "1.2": 1\r\n',
    title: 'Cite evidence for 1.1',
    after: `services:
    "1.1":
        score: 4
        note: |
            Hm
        evidence:
            - docs/document.md
    "1.2": 1
`.replaceAll('\n', '\r\n'),
  },
];
