/** Examples of the rules about changes since the baseline. */
import { ours } from '../messages/safe-text';
import type { RuleExample } from './rule-example';

export const changeExamples = {
  'assessment-deleted': {
    baseline: ours`target: 2
services:
  "1.1": 2`,
    mended: ours`target: 2
services:
  "1.1": 2`,
  },
  'raised-without-evidence': {
    baseline: ours`target: 2
services:
  "1.1": 1`,
    fails: ours`target: 2
services:
  "1.1": 2`,
    mended: ours`target: 2
services:
  "1.1": { score: 2, evidence: [docs/charter.md] }`,
  },
  'score-dropped': {
    baseline: ours`target: 1
services:
  "1.1": 2`,
    fails: ours`target: 1
services:
  "1.1": 1`,
    mended: ours`target: 1
services:
  "1.1": 2`,
  },
  'target-lowered': {
    baseline: ours`target: 4
services:
  "1.1": { score: 4, evidence: [docs/charter.md] }`,
    fails: ours`target: 3
services:
  "1.1": { score: 4, evidence: [docs/charter.md] }`,
    mended: ours`target: 4
services:
  "1.1": { score: 4, evidence: [docs/charter.md] }`,
  },
} satisfies Readonly<Record<string, RuleExample>>;
