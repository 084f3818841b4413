/** The tools for agents: plain functions, which need no model and no connection. */
import { linksOf } from '../assessment/assessment';
import { latestDay, localDay } from '../assessment/day';
import { parseAssessment } from '../assessment/parse';
import { isScorable } from '../assessment/scorable';
import { LineIndex } from '../assessment/yaml/lines';
import { assessmentResult, type Checked } from '../report/check/result';
import { changedServices, compareScored } from '../scoring/compare';
import { scoreAssessment, type Aggregate } from '../scoring/score';
import { suggestLevel, type CriterionStates } from '../scoring/suggest';
import { checkAssessment } from '../rules/check';
import type { Problem } from '../rules/rule';
import { criterionText } from '../sheet/criteria';
import { findService, type Service } from '../sheet/sheet';
import type { Input, Output, Quoted } from './shapes';
import { AgentFailure, type AgentWorkspace } from './workspace';

/** The services of the sheet: all in short, one in full, or one of its levels. */
export function readSheet(
  { sheet, t }: AgentWorkspace,
  { service: id, level }: Input<'read_sheet'>,
): Output<'read_sheet'> {
  const services = sheet.areas
    .flatMap((area) => area.services)
    .filter((service) => id === undefined || service.id === id);
  return {
    services: services.map((service) => ({
      id: service.id,
      area: sheet.areas.find((area) => area.id === service.areaId)?.title ?? '',
      title: service.title,
      objective: service.objective,
      outOfScope: service.outOfScope,
      levels: service.levels.flatMap((one, number) => {
        if (!one || (level !== undefined && number !== level)) return [];
        const { summary, description, references, criteria } = one;
        const answers = criteria.map((criterion) => {
          return { id: criterion.id, kind: criterion.kind, text: criterionText(criterion, t) };
        });
        const full = { description, references: [...references], criteria: answers };
        return [{ level: number, summary, ...(id !== undefined && full) }];
      }),
    })),
  };
}

/** Lists the assessments; for one of them returns figures, gaps and problems. */
export async function readAssessment(
  workspace: AgentWorkspace,
  { path, service }: Input<'read_assessment'>,
): Promise<Output<'read_assessment'>> {
  const assessments = [...(await workspace.files.assessments())];
  if (path === undefined) return { assessments };
  const checked = await checkedAt(workspace, path);
  const { assessment, scored, problems } = checked;
  const result = assessmentResult({ path, assessment, scored, problems }, workspace.sheet);
  const shown = result.services.filter(({ id }) => service === undefined || id === service);
  return {
    assessments,
    overall: figuresOf(scored.overall),
    ...(assessment.individualFor && { individualFor: quote(path, assessment.individualFor.value) }),
    subject: result.subject === null ? null : { source: path, text: result.subject },
    services: shown.map((one) => ({ ...one, ...detailsOf(workspace, checked, one.id, service !== undefined) })),
    problems: problems
      .filter((problem) => service === undefined || isAbout(checked, problem, service))
      .map((problem) => problemOf(checked, problem)),
  };
}

function detailsOf({ sheet }: AgentWorkspace, { path, assessment }: CheckedAssessment, id: string, inFull: boolean) {
  const entry = assessment.services.get(id);
  const service = findService(sheet, id);
  const suggested = service && entry ? (suggestedFor(service, entry.criteria)?.level ?? null) : null;
  const text = inFull && entry ? quote(path, assessment.text.slice(entry.span.start, entry.span.end)) : undefined;
  return { suggested, ...(text && { text }) };
}

function suggestedFor(
  service: Service,
  answers: ReadonlyMap<string, { readonly state?: { readonly value: CriterionStates[string] } }>,
) {
  const states = [...answers].flatMap(([id, { state }]) => (state ? [[id, state.value] as const] : []));
  return suggestLevel(service, Object.fromEntries(states));
}

/** Compares an assessment with another, or with a git revision of itself: figures and services, no text. */
export async function compareAssessments(
  workspace: AgentWorkspace,
  input: Input<'compare'>,
): Promise<Output<'compare'>> {
  const [baseline, later] = await Promise.all([baselineOf(workspace, input), checkedAt(workspace, input.after)]);
  const comparison = compareScored(baseline.scored, later.scored);
  return {
    overall: { before: figuresOf(baseline.scored.overall), after: figuresOf(later.scored.overall) },
    changes: changedServices(comparison).map((change) => ({
      id: change.id,
      title: findService(workspace.sheet, change.id)?.title ?? '',
      before: change.before.score,
      after: change.after.score,
      kind: change.kind,
    })),
  };
}

async function baselineOf(
  workspace: AgentWorkspace,
  { before, revision, after }: Input<'compare'>,
): Promise<CheckedAssessment> {
  if ((before === undefined) === (revision === undefined)) throw new AgentFailure('agent.compare-with-one');
  if (before !== undefined) return checkedAt(workspace, before);
  const known = (await workspace.files.assessments()).includes(after);
  const text = known ? await workspace.files.atRevision(after, revision ?? '') : undefined;
  if (text === undefined) throw new AgentFailure('agent.no-revision', { path: after, revision: revision ?? '' });
  return checkedAt(workspace, after, text);
}

/** An assessment read, scored and checked. */
type CheckedAssessment = Pick<Checked, 'path' | 'assessment' | 'scored' | 'problems'>;

/**
 * Reads, scores and checks an assessment of the root. Throws `AgentFailure` where none has that path, or it cannot be
 * scored.
 */
export async function checkedAt(workspace: AgentWorkspace, path: string, text?: string): Promise<CheckedAssessment> {
  const { files, sheet, t } = workspace;
  const known = text ?? ((await files.assessments()).includes(path) ? await files.read(path) : undefined);
  if (known === undefined) throw new AgentFailure('agent.no-assessment', { path });
  const assessment = parseAssessment(known);
  if (!isScorable(assessment)) throw new AgentFailure('agent.not-judged', { path });
  const scored = scoreAssessment(sheet, assessment);
  const documents = await files.cited(path, linksOf(assessment));
  const clock = { today: localDay(workspace.now()), latestDay: latestDay(workspace.now()) };
  return { path, assessment, scored, problems: checkAssessment({ sheet, t, assessment, scored, documents, ...clock }) };
}

/** Whether a problem lies in the entry of a service. */
export function isAbout({ assessment }: CheckedAssessment, { span }: Problem, service: string): boolean {
  const entry = assessment.services.get(service);
  return entry !== undefined && entry.span.start <= span.start && span.end <= entry.span.end;
}

/** A problem as data; its message is quoted, since it may repeat text of the file. */
export function problemOf({ path, assessment }: CheckedAssessment, { rule, severity, message, span }: Problem) {
  return {
    rule,
    severity,
    line: new LineIndex(assessment.text).positionAt(span.start).line + 1,
    message: quote(path, message),
  };
}

/** Marks text of a file as a quotation with its source. */
export function quote(source: string, text: string): Quoted {
  return { source, text };
}

function figuresOf({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate) {
  return { mean, target, floor, scored, applicable, excluded, belowTarget };
}
