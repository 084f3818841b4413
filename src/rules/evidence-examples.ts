/** Examples of the rules about evidence, plans and days. */
import { ours } from '../messages/safe-text';
import type { RuleExample } from './rule-example';

export const evidenceExamples = {
  'evidence-changed': {
    today: ours`2026-11-23`,
    files: [
      { path: ours`docs/audit.pdf`, digest: ours`9f2feb0f1ef425b292f2f94bd8482494df430413a7bc9a04b1b6a5d9ea6f3a85` },
    ],
    fails: ours`services:
  "1.1":
    score: 3
    evidence:
      - link: docs/audit.pdf
        collected: 2026-06-30
        sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
    mended: ours`services:
  "1.1":
    score: 3
    evidence:
      - link: docs/audit.pdf
        collected: 2026-11-23
        sha256: 9f2feb0f1ef425b292f2f94bd8482494df430413a7bc9a04b1b6a5d9ea6f3a85`,
  },
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
