/** A checked assessment, and its conversion to the JSON of `check --format json`. */
import type { Assessment } from '../../assessment/assessment';
import type { CriterionState } from '../../assessment/vocabulary';
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

/** An assessment with the results of scoring and checking. */
export interface Checked {
  /** The path for display: with forward slashes, `-` for standard input. */
  readonly path: string;
  readonly assessment: Assessment;
  readonly scored: Scored;
  /** In text order. */
  readonly problems: readonly Problem[];
  /** The baseline; `null` when it does not have the file, absent when none was requested. */
  readonly baseline?: CheckedBaseline | null;
  /** Set for a deleted file: this is its last state, at its former path. */
  readonly deletion?: Deletion;
  /** Its individual scorings, where there are any. */
  readonly individuals?: readonly ListedIndividual[];
  /** For an individual scoring: the displayed path of the assessment it belongs to. */
  readonly belongsTo?: string;
  /** The crosswalk sources it names, for reports that show them. */
  readonly sources?: readonly Source[];
  /** The trend of its averages up to now, where requested. */
  readonly history?: readonly TrendPoint[];
}

/** Figures of an individual scoring among the files. */
export interface ListedIndividual extends IndividualFigures {
  readonly path: string;
}

/** The baseline of an assessment, with its problems. */
export interface CheckedBaseline extends ScoredVersion {
  readonly problems: readonly Problem[];
}

/** The result for checked assessments, in the order given; titles are those of `sheet`, means are unrounded. */
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

/** The result for one assessment. */
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

/** The sign-offs; none counts as valid for a file that cannot be scored. */
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

/** The result for an individual scoring, which is not an assessment. */
export function individualResult({ path, assessment, scored, problems, belongsTo }: Checked): IndividualResult {
  const { assessor = null, scored: count, applicable } = individualFigures(assessment, scored);
  const lines = new LineIndex(assessment.text);
  const owner = belongsTo ?? assessment.individualFor?.value ?? '';
  const found = problems.map((problem) => problemResult(problem, lines));
  return { path, for: owner, assessor, scored: count, applicable, problems: found };
}

/** The result for a deleted assessment. */
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
