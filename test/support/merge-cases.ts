/** What the tests of merges share: a file, and changes of it. */
import assert from 'node:assert/strict';
import { yaml } from './yaml';

/** A file with some lines below `services`. */
export function file(services: string, top = ''): string {
  return yaml`
    sheet: psirt-maturity@1.0
    subject: Router
    ${top}services:
    ${services}`;
}

export const base = file(`  # 1 Stakeholders
  "1.1": 2                             # Internal stakeholders
  "1.2":                               # Finder community
    score: 2
    evidence:
      - docs/charter.md                # signed
      - link: https://example.com/psirt
        collected: 2026-10-01
    note: |
      As it is.
    plan:
      - { action: Publish, owner: PSO, due: 2027-03-31 }
      - action: Train
        owner: PSO
        due: 2027-01-31
  "1.3":                               # Community
`);

export interface Case {
  readonly name: string;
  readonly ours: readonly (readonly [from: string, to: string])[];
  readonly theirs: readonly (readonly [from: string, to: string])[];
  /** What the result has in place of lines of the base; without it, all that both changed. */
  readonly merged?: readonly (readonly [from: string, to: string])[];
  readonly from?: string;
}

export function changed(text: string, changes: Case['ours']): string {
  return changes.reduce((now, [from, to]) => {
    assert.ok(now.includes(from), `${from} is in\n${now}`);
    return now.replace(from, () => to);
  }, text);
}
