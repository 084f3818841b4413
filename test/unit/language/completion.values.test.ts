import { today } from '../../support/problems';
import { itOffers, type Places } from '../../support/completions';
import { yaml } from '../../support/yaml';

/** What is offered where values stand. */
const places: Places = {
  levels: [
    ['services:\n  "1.1": |', ['0', '1', '2', '3', '4', '5', 'Long form …']],
    ['services:\n  1.1: |\n', ['0', '1', '2', '3', '4', '5', 'Long form …']],
    ['services:\n  "1.1": |     # Internal stakeholders\n', ['0', '1', '2', '3', '4', '5']],
    [
      yaml`
        services:
          "1.1": |
          "1.2": 2
      `,
      ['0', '1', '2', '3', '4', '5', 'Long form …'],
    ],
    ['services:\n  "1.1": { score: | }\n', ['0', '1', '2', '3', '4', '5']],
    ['services: { "1.1": |, "1.2": 2 }\n', ['0', '1', '2', '3', '4', '5']],
    [
      yaml`
        services:
          "1.1":
            score: |
            target: 3
      `,
      ['0', '1', '2', '3', '4', '5'],
    ],
    ['services:\n  "4.4": |\n', ['0', '4', '5', 'Long form …']],
    ['services:\n  "5.2": |\n', ['0', '1', '2', '3', '4', 'Long form …']],
    ['services:\n  "6.3": |\n', []],
    ['services:\n  "9.9": |\n', []],
  ],
  'dates and other values': [
    ['sheet: |\n', ['psirt-maturity@1.0']],
    ['sheet: psirt|\n', ['psirt-maturity@1.0']],
    ['assessed: |\n', [today]],
    ['assessed: 2026-|\n', [today]],
    ['services: { "1.1": { evidence: [{ link: a, collected: | }] } }\n', [today]],
    ['services: { "1.1": { evidence: [{ link: a, expires: | }] } }\n', ['2027-05-23', '2027-11-23']],
    [
      yaml`
        services:
          "1.1":
            plan:
              - action: a
                due: |
      `,
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
    [
      yaml`
        services:
          "1.1":
            score: 0|
      `,
      [],
    ],
    ['sheet: psirt-maturity@1.0|\n', []],
    ['sheet: psirt-|maturity@1.0\n', []],
    [`assessed: ${today}|\n`, []],
    ['target: 2|\n', []],
    ['target: 2.5|\n', []],
    ['services: { "1.1": { target: 3| } }\n', []],
    [
      yaml`
        services:
          "1.1":
            plan:
              - action: a
                due: 2026-12-23|
      `,
      [],
    ],
    ['services: { "1.1": { plan: [{ action: a, done: true| }] } }\n', []],
    ['rules:\n  missing-score: off|\n', []],
    ['subject|: x\n', []],
    ['services:\n  "4.4"|: 2\n', []],
  ],
  'nothing where text is free, or means nothing': [
    ['# se|\nservices:\n', []],
    ['services:\n  "1.1": 2 # sc|\n', []],
    ['services:\n  # 1.|\n', []],
    [
      yaml`
        services:
          "1.1":
            note: >
              te|xt
      `,
      [],
    ],
    [
      yaml`
        services:
          "1.1":
            note: >
              text

              |
            score: 2
      `,
      [],
    ],
    [
      yaml`
        services:
          "1.1":
            note: hello wo|
      `,
      [],
    ],
    [
      yaml`
        services:
          "1.1":
            note: "hello |"
      `,
      [],
    ],
    [
      yaml`
        services:
          "1.1":
            excluded: |
      `,
      [],
    ],
    ['subject: |\n', []],
    ['assessors: [|]\n', []],
    [
      yaml`
        services:
          "1.1":
            evidence: ["|"]
      `,
      [],
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
              - "|"
      `,
      [],
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
              - docs/|
      `,
      [],
    ],
    ['services: |\n', []],
    ['unknown:\n  |\n', []],
  ],
};

describe('completion of values offers', () => itOffers(places));
