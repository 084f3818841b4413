import { type RuleId } from '../../../src/assessment/model';
import { answered, idsOf } from './criteria-samples';
import { complete } from '../problems';

export interface FixCase {
  readonly rule: RuleId;
  readonly when: string;
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

export const head = 'sheet: psirt-maturity@1.0\n';

export const cases: FixCase[] = [
  {
    rule: 'invalid-value',
    when: 'the key meant is known',
    before: 'services:\n  "1.1":\n    "scroe": 2 # ok\n',
    title: 'Change to score',
    after: 'services:\n  "1.1":\n    score: 2 # ok\n',
  },
  {
    rule: 'invalid-value',
    when: 'the id of an area is meant',
    before: 'areas: { 11: { target: 3 } }\n',
    title: 'Change to "1"',
    after: 'areas: { "1": { target: 3 } }\n',
  },
  {
    rule: 'unknown-service',
    when: 'an id is written another way',
    before: 'services:\n  １．１: 2\n',
    title: 'Change to "1.1"',
    after: 'services:\n  "1.1": 2\n',
  },
  {
    rule: 'unknown-criterion',
    when: 'an id is written another way',
    before: 'services:\n  "2.1":\n    criteria:\n      ２Ａ: met # c\n',
    title: 'Change to 2a',
    after: 'services:\n  "2.1":\n    criteria:\n      2a: met # c\n',
  },
  {
    rule: 'invalid-value',
    when: 'a state is given in other words',
    before: 'services:\n  "2.1":\n    criteria: { 2a: yes, 3a: unmet }\n',
    title: 'Change to met',
    after: 'services:\n  "2.1":\n    criteria: { 2a: met, 3a: unmet }\n',
  },
  {
    rule: 'invalid-value',
    when: 'a state of the long form is mistyped',
    before: 'services:\n  "2.1":\n    criteria: { 2a: { state: partley } }\n',
    title: 'Change to partly',
    after: 'services:\n  "2.1":\n    criteria: { 2a: { state: partly } }\n',
  },
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
    before:
      'services:\n  "2.1":\n    criteria:\n      2a: { state: met, evidence: [{ link: a, expires: 2026-01-01 }] }\n',
    title: 'Remove this evidence',
    after: 'services:\n  "2.1":\n    criteria:\n      2a: { state: met }\n',
  },
  {
    rule: 'duplicate-service',
    when: 'the second is over several lines',
    before: 'services:\n  "1.1": 1\n  1.1:\n    score: 2\n    note: again\n  "1.2": 1 # c\n',
    title: 'Remove this duplicate of 1.1',
    after: 'services:\n  "1.1": 1\n  "1.2": 1 # c\n',
  },
  {
    rule: 'duplicate-service',
    when: 'both are on one line',
    before: 'services: { "1.1": 1, \'1.1\': 2 }\n',
    title: 'Remove this duplicate of 1.1',
    after: 'services: { "1.1": 1 }\n',
  },
  {
    rule: 'unsupported-sheet',
    when: 'the sheet is not known',
    before: 'sheet: psirt@1 # c\n',
    title: 'Use psirt-maturity@1.0',
    after: 'sheet: psirt-maturity@1.0 # c\n',
  },
  {
    rule: 'unsupported-sheet',
    when: 'no sheet is named',
    before: '# Router\r\n---\r\nsubject: Router\r\nservices: { "1.1": 2 }\r\n',
    title: 'Add “sheet: psirt-maturity@1.0”',
    after: '# Router\r\n---\r\nsheet: psirt-maturity@1.0\r\nsubject: Router\r\nservices: { "1.1": 2 }\r\n',
  },
  {
    rule: 'unsupported-sheet',
    when: 'the whole file is indented',
    before: '  services:\n    "1.1": 2\n',
    title: 'Add “sheet: psirt-maturity@1.0”',
    after: '  sheet: psirt-maturity@1.0\n  services:\n    "1.1": 2\n',
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
    before: 'services:\n  "1.1":\n    excluded: # why?\n',
    title: 'Add a reason',
    after: 'services:\n  "1.1":\n    excluded: "reason" # why?\n',
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
    before: 'services:\n  "1.1":\n    score: 2\n    excluded: x\n',
    title: 'Remove the score of 1.1',
    after: 'services:\n  "1.1":\n    excluded: x\n',
  },
  {
    rule: 'excluded-with-score',
    when: 'the exclusion is to go',
    before: 'services:\n  "1.1":\n    excluded: |\n      Not\n      ours\n    score: 2\n',
    title: 'Include 1.1 again',
    after: 'services:\n  "1.1":\n    score: 2\n',
  },
  {
    rule: 'out-of-scope-service',
    when: '6.3 stands between others',
    before: 'services:\n  "6.2": 1\n  "6.3": 3\n  "6.4": 1\n',
    title: 'Remove 6.3',
    after: 'services:\n  "6.2": 1\n  "6.4": 1\n',
  },
  {
    rule: 'invalid-value',
    when: 'a score is a block of lines with a comment, which stays',
    before: 'services:\n  "1.1": >- # agreed\n    3\n  "1.2": 2\n',
    title: 'Change to 3',
    after: 'services:\n  "1.1": 3 # agreed\n  "1.2": 2\n',
  },
  {
    rule: 'invalid-value',
    when: 'a day is a block of lines',
    before: 'assessed: |\n  2026-11-20\nservices:\n  "1.1": 2\n',
    title: 'Change to 2026-11-20',
    after: 'assessed: 2026-11-20\nservices:\n  "1.1": 2\n',
  },
  {
    rule: 'missing-evidence',
    when: 'the score stands alone: its comment stays',
    before: 'services:\n  "1.1": 3 # Stakeholders\n',
    title: 'Cite evidence for 1.1',
    after: 'services:\n  "1.1": # Stakeholders\n    score: 3\n    evidence:\n      - docs/document.md\n',
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
  {
    rule: 'unquoted-service',
    when: 'several ids are bare',
    before: 'areas: { 1: { target: 3 } }\nservices:\n  1.1: 2\n  "1.2": 2\n  1.3: 2\n',
    title: 'Put quotes around all IDs',
    after: 'areas: { "1": { target: 3 } }\nservices:\n  "1.1": 2\n  "1.2": 2\n  "1.3": 2\n',
  },
];
