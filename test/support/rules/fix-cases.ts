import { type RuleId } from '../../../src/assessment/vocabulary';
import { yaml } from '../yaml';

export interface FixCase {
  readonly rule: RuleId;
  readonly when: string;
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

export const head = 'sheet: psirt-maturity@1.0\n';

/** Of what the text is, its keys and values. */
export const textFixCases: readonly FixCase[] = [
  {
    rule: 'invalid-value',
    when: 'the key meant is known',
    before: yaml`
      services:
        "1.1":
          "scroe": 2 # ok
    `,
    title: 'Change to score',
    after: yaml`
      services:
        "1.1":
          score: 2 # ok
    `,
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
    before: yaml`
      services:
        "2.1":
          criteria:
            ２Ａ: met # c
    `,
    title: 'Change to 2a',
    after: yaml`
      services:
        "2.1":
          criteria:
            2a: met # c
    `,
  },
  {
    rule: 'invalid-value',
    when: 'a state is given in other words',
    before: yaml`
      services:
        "2.1":
          criteria: { 2a: yes, 3a: unmet }
    `,
    title: 'Change to met',
    after: yaml`
      services:
        "2.1":
          criteria: { 2a: met, 3a: unmet }
    `,
  },
  {
    rule: 'invalid-value',
    when: 'a state of the long form is mistyped',
    before: yaml`
      services:
        "2.1":
          criteria: { 2a: { state: partley } }
    `,
    title: 'Change to partly',
    after: yaml`
      services:
        "2.1":
          criteria: { 2a: { state: partly } }
    `,
  },
  {
    rule: 'duplicate-service',
    when: 'the second is over several lines',
    before: yaml`
      services:
        "1.1": 1
        1.1:
          score: 2
          note: again
        "1.2": 1 # c
    `,
    title: 'Remove this duplicate of 1.1',
    after: yaml`
      services:
        "1.1": 1
        "1.2": 1 # c
    `,
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
    after: yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.1": 2
    `,
  },
  {
    rule: 'invalid-value',
    when: 'a score is a block of lines with a comment, which stays',
    before: yaml`
      services:
        "1.1": >- # agreed
          3
        "1.2": 2
    `,
    title: 'Change to 3',
    after: yaml`
      services:
        "1.1": 3 # agreed
        "1.2": 2
    `,
  },
  {
    rule: 'invalid-value',
    when: 'a day is a block of lines',
    before: yaml`
      assessed: |
        2026-11-20
      services:
        "1.1": 2
    `,
    title: 'Change to 2026-11-20',
    after: yaml`
      assessed: 2026-11-20
      services:
        "1.1": 2
    `,
  },
  {
    rule: 'unquoted-service',
    when: 'several ids are bare',
    before: yaml`
      areas: { 1: { target: 3 } }
      services:
        1.1: 2
        "1.2": 2
        1.3: 2
    `,
    title: 'Put quotes around all IDs',
    after: yaml`
      areas: { "1": { target: 3 } }
      services:
        "1.1": 2
        "1.2": 2
        "1.3": 2
    `,
  },
];
