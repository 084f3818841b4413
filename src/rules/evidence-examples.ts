/** Examples of the rules about evidence, plans and days. */
import { ours } from '../messages/safe-text';
import type { RuleExample } from './rule-example';

export const evidenceExamples = {
  'evidence-expired': {
    today: ours`2026-11-23`,
    fails: ours`services:
  "1.1":
    score: 3
    evidence:
      - { link: docs/audit.pdf, expires: 2026-06-30 }`,
    mended: ours`services:
  "1.1":
    score: 3
    evidence:
      - { link: docs/audit.pdf, expires: 2027-06-30 }`,
  },
  'evidence-not-found': {
    files: [{ path: ours`docs/charter.md`, headings: ['roles', 'contact'] }],
    fails: ours`services:
  "1.1":
    score: 3
    evidence:
      - docs/charter.md#duties
      - docs/minutes.md`,
    mended: ours`services:
  "1.1":
    score: 3
    evidence:
      - docs/charter.md#roles`,
  },
  'missing-evidence': {
    fails: ours`services:
  "1.1": 3`,
    mended: ours`services:
  "1.1":
    score: 3
    evidence:
      - docs/psirt-charter.md#roles`,
  },
  'overdue-action': {
    today: ours`2026-11-23`,
    fails: ours`target: 2
services:
  "1.1":
    score: 2
    plan:
      - { action: Publish the charter, due: 2026-09-30 }`,
    mended: ours`target: 2
services:
  "1.1":
    score: 2
    plan:
      - { action: Publish the charter, due: 2026-09-30, done: 2026-09-14 }`,
  },
  'stale-assessment': {
    today: ours`2026-11-23`,
    fails: ours`assessed: 2026-04-10
target: 2
services:
  "1.1": 2`,
    mended: ours`assessed: 2026-11-20
target: 2
services:
  "1.1": 2`,
  },
  'future-date': {
    today: ours`2026-11-23`,
    fails: ours`assessed: 2062-11-20
target: 2
services:
  "1.1": 2`,
    mended: ours`assessed: 2026-11-20
target: 2
services:
  "1.1": 2`,
  },
} satisfies Readonly<Record<string, RuleExample>>;
