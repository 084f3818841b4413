/** The examples of the rules about criteria. */
import { ours } from '../messages/safe-text';

export const criteriaExamples = {
  'unknown-criterion': {
    fails: ours`target: 2
services:
  "2.1": { score: 2, criteria: { 2-a: met, 2b: met, 2c: met } }`,
    mended: ours`target: 2
services:
  "2.1": { score: 2, criteria: { 2a: met, 2b: met, 2c: met } }`,
  },
  'score-not-supported': {
    fails: ours`target: 1
services:
  "2.1": { score: 2, criteria: { 1a: met, 2a: unmet, 2b: unmet } }`,
    mended: ours`target: 1
services:
  "2.1": { score: 1, criteria: { 1a: met, 2a: unmet, 2b: unmet } }`,
  },
  'score-below-criteria': {
    fails: ours`target: 1
services:
  "2.1": { score: 1, criteria: { 1a: met, 2a: met, 2b: met, 2c: met } }`,
    mended: ours`target: 1
services:
  "2.1": { score: 2, criteria: { 1a: met, 2a: met, 2b: met, 2c: met } }`,
  },
} as const;
