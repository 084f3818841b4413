/** Examples of the rules about agreement between several people. */
import { ours } from '../messages/safe-text';

export const agreementExamples = {
  'changed-since-sign-off': {
    fails: ours`target: 2
sign-off:
  - by: Head of Product Security
    on: 2026-11-20
    content: sha256-0000000000000000000000000000000000000000000000000000000000000000
services:
  "1.1": 2`,
    mended: ours`target: 2
sign-off:
  - by: Head of Product Security
    on: 2026-11-23
    content: sha256-99bd10aac5920d3592f832d9913371ac913c3ea60fe08bfaaed9ad5b1eb471e0
services:
  "1.1": 2`,
  },
  'invalid-individual': {
    fails: ours`individual-for: router.yaml
assessors: [Quality Assurance]
services:
  "1.1": 2`,
    mended: ours`individual-for: router.psirt.yaml
assessors: [Quality Assurance]
services:
  "1.1": 2`,
  },
  'unresolved-disagreement': {
    fails: ours`target: 2
services:
  "1.1": { score: 2, votes: { Quality Assurance: 1, Product Security Office: 3 } }`,
    mended: ours`target: 2
services:
  "1.1": { score: 2, votes: { Quality Assurance: 1, Product Security Office: 3 }, note: The charter is known to half of the units. }`,
  },
} as const;
