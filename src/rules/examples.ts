/**
 * For each rule an example of what it reports, and the same corrected, for the pages of rules and hovers. The tests run
 * them: the first gives exactly that finding, the second none. They are excerpts: missing services and a missing sheet
 * name are not counted, unless the rule is about them.
 */
import type { RuleId } from '../assessment/vocabulary';
import { ours } from '../messages/safe-text';
import type { RuleExample } from './rule-example';
import type { OverlayRule } from '../overlay/overlay-rules';
import { agreementExamples } from './agreement-examples';
import { changeExamples } from './change-examples';
import { criteriaExamples } from './criteria-examples';
import { evidenceExamples } from './evidence-examples';

/** The rules with a page: those of assessments, and those of overlay files only. */
export type ExplainedRule = RuleId | OverlayRule;

/** Loaded with the documentation of rules, never at start. */
export const ruleExamples: Readonly<Record<ExplainedRule, RuleExample>> = {
  'duplicate-service': {
    fails: ours`services:
  "1.1": { score: 3, evidence: [docs/charter.md] }
  "1.1": 2`,
    mended: ours`services:
  "1.1": { score: 3, evidence: [docs/charter.md] }`,
  },
  'invalid-value': {
    fails: ours`target: 2
services:
  "2.1": high
  "2.2": { scroe: 2 }`,
    mended: ours`target: 2
services:
  "2.1": 2
  "2.2": { score: 2 }`,
  },
  ...agreementExamples,
  ...changeExamples,
  ...criteriaExamples,
  ...evidenceExamples,
  'unknown-service': {
    fails: ours`target: 2
services:
  "2.9": 2`,
    mended: ours`target: 2
services:
  "2.4": 2`,
  },
  'unsupported-sheet': {
    fails: ours`sheet: psirt-maturity@9.9
target: 2
services:
  "1.1": 2`,
    mended: ours`sheet: psirt-maturity@1.0
target: 2
services:
  "1.1": 2`,
  },
  'yaml-syntax': {
    fails: ours`target: 2
services:
  "1.1": { score: 2`,
    mended: ours`target: 2
services:
  "1.1": { score: 2 }`,
  },
  'average-below-target': {
    fails: ours`services:
  "1.1": { score: 2, target: 2 }
  "1.2": { score: 2, target: 2 }`,
    mended: ours`services:
  "1.1": { score: 2, target: 2 }
  "1.2": { score: 3, evidence: [docs/finders.md] }`,
  },
  'below-target': {
    fails: ours`services:
  "1.1": { score: 2, target: 3 }
  "1.2": { score: 3, evidence: [docs/finders.md] }`,
    mended: ours`services:
  "1.1": { score: 3, target: 3, evidence: [docs/charter.md] }
  "1.2": { score: 3, evidence: [docs/finders.md] }`,
  },
  'excluded-with-score': {
    fails: ours`services:
  "2.3":
    score: 2
    excluded: Ships no third-party components`,
    mended: ours`services:
  "2.3":
    excluded: Ships no third-party components`,
  },
  'excluded-without-reason': {
    fails: ours`services:
  "2.3":
    excluded:`,
    mended: ours`services:
  "2.3":
    excluded: Ships no third-party components`,
  },
  'invalid-wording': {
    files: [{ path: ours`wording/ours.psirt-wording.yaml` }],
    fails: ours`wording: ours.psirt-wording.yaml`,
    mended: ours`wording: wording/ours.psirt-wording.yaml`,
  },
  'level-not-described': {
    fails: ours`target: 0
services:
  "4.4": 2`,
    mended: ours`target: 0
services:
  "4.4": 0`,
  },
  'missing-score': {
    fails: ours`target: 2
services:
  "1.1": 2
  "1.2":`,
    mended: ours`target: 2
services:
  "1.1": 2
  "1.2": { excluded: No product is public yet }`,
  },
  'out-of-scope-service': {
    fails: ours`services:
  "6.3": 3`,
    mended: ours`services:
  "6.3":
    note: The sheet leaves this service out.`,
  },
  'unreachable-target': {
    fails: ours`services:
  "5.2": { target: 5 }`,
    mended: ours`services:
  "5.2": { target: 4 }`,
  },
  'unquoted-service': {
    fails: ours`target: 2
services:
  1.1: 2
  1.2: 2`,
    mended: ours`target: 2
services:
  "1.1": 2
  "1.2": 2`,
  },
  'changed-reference': {
    fails: ours`language: en
services:
  "1.1":
    levels:
      "3": { description: Contacts are documented. }`,
    mended: ours`language: en
services:
  "1.1":
    levels:
      "3": { guidance: Contacts are documented. }`,
  },
  'long-summary': {
    fails: ours`language: en
services:
  "1.1":
    levels:
      "3": { summary: Every department knows its contact for vulnerabilities and what is expected of it }`,
    mended: ours`language: en
services:
  "1.1":
    levels:
      "3": { summary: Every department knows its contact }`,
  },
};
