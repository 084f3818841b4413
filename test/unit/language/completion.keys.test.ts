import assert from 'node:assert/strict';
import { keysOf } from '../../../src/assessment/keys';
import { ruleIds } from '../../../src/assessment/vocabulary';
import { offered } from '../../support/at-cursor';
import { allServices, areas, itOffers, titled, type Places } from '../../support/completions';
import { inScope, sheets } from '../../support/problems';
import { yaml } from '../../support/yaml';

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

/** What is offered where keys stand. */
const places: Places = {
  'keys at the top': [
    ['|', [...begun, ...topKeys]],
    ['---\n|\n', [...begun, ...topKeys]],
    ['# of the router\n\n|', [...begun, ...topKeys]],
    ['{ | }', topKeys],
    ['s|', ['sheet', 'subject', 'sign-off', 'services']],
    [
      yaml`
        sheet: psirt-maturity@1.0
        su|
        services:
      `,
      ['subject'],
    ],
    [
      yaml`
        sheet: psirt-maturity@1.0
        |
        services:
          "1.1": 2
      `,
      without(topKeys, 'sheet', 'services'),
    ],
    [
      yaml`
        services:
          "1.1": 2
        |`,
      without(topKeys, 'services'),
    ],
    ['sub|: x\n', ['subject']],
  ],
  'ids of services that are missing': [
    ['services:\n  |', allServices],
    [
      yaml`
        services:
          "1.1": 2
          |`,
      allServices.slice(1),
    ],
    [
      yaml`
        services:
          |
          "1.1": 2
      `,
      allServices.slice(1),
    ],
    ['services:\r\n  1.1: 2\r\n  |\r\n', allServices.slice(1)],
    ['services:\n  "2.|', titled(['2.1', '2.2', '2.3', '2.4', '2.5'])],
    ['services:\n  "2.|"\n', titled(['2.1', '2.2', '2.3', '2.4', '2.5'])],
    ["services:\n  '2.|'\n", titled(['2.1', '2.2', '2.3', '2.4', '2.5'])],
    [
      yaml`
        services:
          2.|
          "2.3": 1
      `,
      titled(['2.1', '2.2', '2.4', '2.5']),
    ],
    ['services:\n  "|"\n', allServices],
    ['services:\n  "4.|": 2\n', titled(['4.1', '4.2', '4.3', '4.4'])],
    ['services: { | }\n', allServices],
    ['services: { "1.1": 2, "1.|" }\n', titled(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])],
    ['services:\n  Finder|\n', titled(['1.2', '1.6', '3.2'])],
    ['services:\n  6.3|\n', []],
  ],
  'keys of a service': [
    [
      yaml`
        services:
          "1.1":
            |`,
      serviceKeys,
    ],
    [
      yaml`
        services:
          "1.1":
            |
          "1.2": 2
      `,
      serviceKeys,
    ],
    [
      yaml`
        services:
          "1.1":
            score: 2
            |
      `,
      without(serviceKeys, 'score'),
    ],
    [
      yaml`
        services:
          "1.1":
            score: 2
            ev|
          "1.2": 3
      `,
      ['evidence'],
    ],
    ['services:\n  "1.1": {|}\n', serviceKeys],
    ['services:\n  "1.1": { | }\n', serviceKeys],
    ['services:\n  "1.1": { score: 2, | }\n', without(serviceKeys, 'score')],
  ],
  'evidence and plan': [
    [
      yaml`
        services:
          "1.1":
            evidence:
              - |
      `,
      ['link', 'collected', 'expires', 'sha256', 'note'],
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
            - |
      `,
      ['link', 'collected', 'expires', 'sha256', 'note'],
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
              - link: a
                |
      `,
      ['collected', 'expires', 'sha256', 'note'],
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
              - { link: a, e| }
      `,
      ['expires'],
    ],
    [
      yaml`
        services:
          "1.1":
            plan:
              - |
      `,
      ['action', 'owner', 'due', 'done'],
    ],
    [
      yaml`
        services:
          "1.1":
            plan:
              - action: a
                d|
      `,
      ['due', 'done'],
    ],
  ],
  'areas and rules': [
    ['areas:\n  |\n', areas],
    [
      yaml`
        areas:
          "1": { target: 3 }
          |
      `,
      areas.slice(1),
    ],
    ['areas:\n  "|"\n', areas],
    ['areas: { 3| }\n', [areas[2] ?? '']],
    ['areas:\n  "1": { | }\n', ['target', 'note', 'responder']],
    ['rules:\n  |\n', ruleIds],
    ['rules:\n  missing-|\n', ['missing-score', 'missing-evidence']],
    [
      yaml`
        rules:
          below-target: off
          below|
      `,
      ['average-below-target', 'score-below-criteria'],
    ],
    ['rules:\n  missing-score: |\n', ['error', 'warning', 'info', 'off']],
    ['rules: { missing-score: o| }\n', ['off']],
  ],
};

describe('completion of keys offers', () => {
  itOffers(places);

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
