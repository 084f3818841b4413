/** All rules, in the order they are documented. Made by `npm run generate` from the files in this folder. */
import { assessmentDeleted } from './assessment-deleted';
import { averageBelowTarget } from './average-below-target';
import { belowTarget } from './below-target';
import { changedSinceSignOff } from './changed-since-sign-off';
import { duplicateService } from './duplicate-service';
import { evidenceChanged } from './evidence-changed';
import { evidenceExpired } from './evidence-expired';
import { evidenceNotFound } from './evidence-not-found';
import { excludedWithScore } from './excluded-with-score';
import { excludedWithoutReason } from './excluded-without-reason';
import { futureDate } from './future-date';
import { invalidIndividual } from './invalid-individual';
import { invalidValue } from './invalid-value';
import { invalidWording } from './invalid-wording';
import { levelNotDescribed } from './level-not-described';
import { missingEvidence } from './missing-evidence';
import { missingScore } from './missing-score';
import { outOfScopeService } from './out-of-scope-service';
import { overdueAction } from './overdue-action';
import { raisedWithoutEvidence } from './raised-without-evidence';
import { scoreBelowCriteria } from './score-below-criteria';
import { scoreDropped } from './score-dropped';
import { scoreNotSupported } from './score-not-supported';
import { staleAssessment } from './stale-assessment';
import { targetLowered } from './target-lowered';
import { unknownCriterion } from './unknown-criterion';
import { unknownService } from './unknown-service';
import { unquotedService } from './unquoted-service';
import { unreachableTarget } from './unreachable-target';
import { unresolvedDisagreement } from './unresolved-disagreement';
import { unsupportedSheet } from './unsupported-sheet';
import { yamlSyntax } from './yaml-syntax';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  duplicateService,
  invalidIndividual,
  invalidValue,
  unknownCriterion,
  unknownService,
  unsupportedSheet,
  yamlSyntax,
  assessmentDeleted,
  averageBelowTarget,
  belowTarget,
  changedSinceSignOff,
  evidenceChanged,
  evidenceExpired,
  evidenceNotFound,
  excludedWithScore,
  excludedWithoutReason,
  futureDate,
  invalidWording,
  levelNotDescribed,
  missingScore,
  outOfScopeService,
  overdueAction,
  raisedWithoutEvidence,
  scoreDropped,
  scoreNotSupported,
  targetLowered,
  unreachableTarget,
  missingEvidence,
  scoreBelowCriteria,
  staleAssessment,
  unquotedService,
  unresolvedDisagreement,
];
