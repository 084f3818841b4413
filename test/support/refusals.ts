/** Files in which a service can not be changed so that the result is proven. */
import assert from 'node:assert/strict';
import { yaml } from './yaml';

const refused: readonly (readonly [what: string, text: (service: string, other: string) => string, reason: string])[] =
  [
    ['the file can not be read', () => 'services: {', 'edit.broken'],
    [
      'the service is there twice',
      (service) => yaml`
      services:
        "${service}": 3
        "${service}": 2
    `,
      'edit.duplicate',
    ],
    [
      'another service repeats it by an alias',
      (service, other) => yaml`
      services:
        "${service}": &a { score: 3 }
        "${other}": *a
    `,
      'edit.by-hand',
    ],
    [
      'it repeats another service by an alias',
      (service, other) => yaml`
      services:
        "${other}": &a { score: 3 }
        "${service}": *a
    `,
      'edit.by-hand',
    ],
    ['it is a word', (service) => `services:\n  "${service}": high\n`, 'edit.by-hand'],
  ];

/** The tests that a change of a service is refused where it can not be proven, each for its reason. */
export function itRefuses(service: string, edit: (text: string) => string): void {
  for (const [what, text, reason] of refused)
    it(`is refused where ${what}`, () => assert.equal(edit(text(service, '1.2')), reason));
}
