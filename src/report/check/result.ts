/** A checked assessment, and the one way from it to the JSON of `check --format json`. */
import type { Assessment } from '../../assessment/assessment';
import type { CriterionState } from '../../assessment/model';
import { isScorable } from '../../assessment/scorable';
import { isOfPresentState } from '../../assessment/sign-off';
import { LineIndex } from '../../assessment/yaml/lines';
import type { Source } from '../../crosswalk/source';
import type { Deletion, Problem, ScoredVersion } from '../../rules/rule';
import { unmetCriteria, type UnmetCriterion } from '../../scoring/roll-up';
import { scoredServices, type Aggregate, type Scored } from '../../scoring/score';
import { individualFigures, individualProgress, type IndividualFigures } from '../../scoring/individuals';
import type { CriterionStates, LevelCount } from '../../scoring/suggest';
import type { TrendPoint } from '../../scoring/trend';
import { findArea, findService, sheetName, type Sheet } from '../../sheet/sheet';
import { countProblems } from './counts';
import type { AssessmentResult, DeletedResult, IndividualResult, ProblemResult, Result } from './result-model';

export type { AssessmentResult, Result } from './result-model';

/** One assessment with everything that is known of it. */
export interface Checked {
  /** As to be shown: with forward slashes, `-` for standard input. */
  readonly path: string;
  readonly assessment: Assessment;
  readonly scored: Scored;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** The baseline it is compared with; `null` when it did not exist then, left out when none was asked for. */
  readonly baseline?: CheckedBaseline | null;
  /** It is no longer there: this is its last state, at the path it had. */
  readonly deletion?: Deletion;
  /** The individual scorings that belong to it, where it is known that there are any. */
  readonly individuals?: readonly ListedIndividual[];
  /** It is an individual scoring: the path of the assessment that it belongs to, as that is shown. */
  readonly belongsTo?: string;
  /** The sources of requirements it names, where a report is to show what they touch. */
  readonly sources?: readonly Source[];
  /** How its averages moved, up to now; where it was asked for. */
  readonly history?: readonly TrendPoint[];
}

/** An individual scoring among the files, in figures. */
export interface ListedIndividual extends IndividualFigures {
  readonly path: string;
}

/** Another version of an assessment, with what was wrong with it then. */
export interface CheckedBaseline extends ScoredVersion {
  readonly problems: readonly Problem[];
}

/** The result of some checked assessments, in the order given; titles are those of `sheet`, means are exact. */
export function resultOf(checked: readonly Checked[], sheet: Sheet): Result {
  const unmet = unmetCriteria(
    sheet,
    checked.map(({ scored }) => scored),
  );
  return {
    version: 1,
    assessments: checked.map((one) => assessmentResult(one, sheet)),
    ...(unmet.length && { unmetCriteria: unmet.map(unmetResult) }),
    summary: { assessments: checked.length, ...countProblems(checked.flatMap(({ problems }) => problems)) },
  };
}

/** The result of one of them. */
export function assessmentResult(
  { path, assessment, scored, problems, individuals }: Checked,
  sheet: Sheet,
): AssessmentResult {
  const lines = new LineIndex(assessment.text);
  return {
    path,
    sheet: assessment.sheet?.value ?? sheetName,
    subject: assessment.subject?.value ?? null,
    assessed: assessment.assessed?.value ?? null,
    ...(individuals?.length && { individual: individualProgress(individuals) }),
    overall: aggregateResult(scored.overall),
    areas: scored.areas.map((area) => ({
      id: area.id,
      title: findArea(sheet, area.id)?.title ?? '',
      ...aggregateResult(area),
    })),
    services: scoredServices(scored).map(({ id, state, score, target, gap, criteria, suggestion }) => ({
      id,
      title: findService(sheet, id)?.title ?? '',
      state,
      score,
      target,
      gap,
      ...(criteria && { criteria: answersOf(criteria) }),
      ...(suggestion && { suggested: suggestion.level, suggestedBy: suggestion.counts.map(countResult) }),
    })),
    ...(assessment.signOff.length > 0 && { signOff: signaturesOf(assessment) }),
    problems: problems.map((problem) => problemResult(problem, lines)),
  };
}

/** Who signed off; nothing holds of a file that cannot be judged. */
function signaturesOf(assessment: Assessment) {
  return assessment.signOff.map((signature) => {
    const { by, on, content } = signature;
    const current = isScorable(assessment) && isOfPresentState(assessment, signature);
    return { by, on, content: content.value, current };
  });
}

function unmetResult({ service, criterion, unmet, answered }: UnmetCriterion) {
  return { service: service.id, id: criterion.id, kind: criterion.kind, text: criterion.text, unmet, answered };
}

function answersOf(criteria: CriterionStates): { id: string; state: CriterionState }[] {
  return Object.entries(criteria).map(([id, state]) => ({ id, state }));
}

/** The result of an individual scoring, which is no assessment. */
export function individualResult({ path, assessment, scored, problems, belongsTo }: Checked): IndividualResult {
  const { assessor = null, scored: count, applicable } = individualFigures(assessment, scored);
  const lines = new LineIndex(assessment.text);
  const owner = belongsTo ?? assessment.individualFor?.value ?? '';
  const found = problems.map((problem) => problemResult(problem, lines));
  return { path, for: owner, assessor, scored: count, applicable, problems: found };
}

/** The result of one that is no longer there. */
export function deletedResult(checked: Checked, sheet: Sheet): DeletedResult {
  const { path, subject, assessed, overall, problems } = assessmentResult(checked, sheet);
  return { path, subject, assessed, overall, problems };
}

function countResult({ level, met, of }: LevelCount) {
  return { level, met, of };
}

function aggregateResult({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate) {
  return { mean, target, floor, scored, applicable, excluded, belowTarget };
}

function problemResult({ rule, severity, message, span }: Problem, lines: LineIndex): ProblemResult {
  return { rule, severity, message, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
}
