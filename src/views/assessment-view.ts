/** Converts a scored assessment to the data that views render. */
import type { Assessment, CriterionAnswer, Evidence, ServiceEntry } from '../assessment/assessment';
import type { Html } from '../messages/safe-text';
import type { RuleId } from '../assessment/vocabulary';
import type { Problem } from '../rules/rule';
import type { Scored } from '../scoring/score';
import { shortDigest } from '../assessment/evidence/recorded-digest';
import { troublesOf } from './evidence-troubles';
import type { PlanSource } from './improvement-plan';
import type { ActionView, AssessmentView, EvidenceView, ServiceDetails } from './model';

interface Source {
  readonly assessment: Assessment;
  readonly scored: Scored;
  /** The problems found by the rules; evidence is marked where it has any. */
  readonly problems?: readonly Problem[];
}

/**
 * The view of a scored assessment. The Markdown library is loaded for the first note; `pause` is awaited between notes.
 */
export async function assessmentView(
  { assessment, scored, problems = [] }: Source,
  pause: () => Promise<void> = async () => {},
): Promise<AssessmentView> {
  const entries = [...assessment.services.values()].filter(hasDetails);
  const renderNote = entries.some(({ note }) => note) ? (await import('./note')).renderNote : undefined;
  const troubled = problems.filter(({ evidence }) => evidence);
  const details: [string, ServiceDetails][] = [];
  for (const entry of entries) {
    details.push([entry.id, detailsOf(entry, troubled, renderNote)]);
    if (entry.note) await pause();
  }
  return {
    subject: assessment.subject?.value,
    assessed: assessment.assessed?.value,
    assessors: assessment.assessors,
    scored,
    details: Object.fromEntries(details),
    problems: problemsByService(assessment, problems),
  };
}

/** Rules whose findings are visible in a row by its gap, evidence, actions or suggestion. */
const shownOtherwise: readonly RuleId[] = ['below-target', 'missing-score', 'overdue-action', 'score-not-supported'];

/** Errors and warnings at the entry of each service, except those that its row shows otherwise. */
function problemsByService(
  { services }: Assessment,
  problems: readonly Problem[],
): NonNullable<AssessmentView['problems']> {
  const grave = problems.filter(
    ({ rule, severity, evidence }) => severity !== 'info' && !evidence && !shownOtherwise.includes(rule),
  );
  const found = [...services.values()].flatMap(({ id, key, value }) => {
    const own = grave.filter(({ span }) => span.start >= key.start && span.start <= value.span.end);
    return own.length > 0 ? [[id, own.map(({ message }) => message)] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The part of an assessment that the improvement plan needs: the figures and the actions. */
export function planSource({ assessment, scored }: Source): PlanSource {
  const entries = [...assessment.services.values()];
  return { scored, details: Object.fromEntries(entries.map(({ id, plan }) => [id, { plan: actionsOf(plan) }])) };
}

function actionsOf(plan: ServiceEntry['plan']): ActionView[] {
  return plan.map(({ action, owner, due, done }) => ({
    action: action.value,
    owner: owner?.value,
    due: due?.value,
    done,
  }));
}

function hasDetails({ evidence, plan, note, target, criteria }: ServiceEntry): boolean {
  const isBacked = [...criteria.values()].some(isSupported);
  return evidence.length > 0 || plan.length > 0 || note !== undefined || target !== undefined || isBacked;
}

function isSupported({ evidence, note }: CriterionAnswer): boolean {
  return evidence.length > 0 || note !== undefined;
}

/** The evidence and notes of criteria, by id; `undefined` where none has any. */
function criteriaOf({ criteria }: ServiceEntry, troubled: readonly Problem[]): ServiceDetails['criteria'] {
  const supported = [...criteria.values()].filter(isSupported);
  if (supported.length === 0) return undefined;
  return Object.fromEntries(
    supported.map(({ id, evidence, note }) => [id, { evidence: evidenceOf(evidence, troubled), note: note?.value }]),
  );
}

function evidenceOf(evidence: readonly Evidence[], troubled: readonly Problem[]): EvidenceView[] {
  return evidence.map((piece) => ({
    link: piece.link.value,
    collected: piece.collected?.value,
    expires: piece.expires?.value,
    digest: piece.sha256 && shortDigest(piece.sha256.value),
    note: piece.note?.value,
    troubles: troublesOf(piece, troubled),
  }));
}

function detailsOf(
  entry: ServiceEntry,
  troubled: readonly Problem[],
  renderNote?: (text: string) => Html,
): ServiceDetails {
  const { evidence, plan, note, target } = entry;
  return {
    evidence: evidenceOf(evidence, troubled),
    criteria: criteriaOf(entry, troubled),
    plan: actionsOf(plan),
    note: note?.value,
    target: target?.value,
    noteHtml: note && renderNote?.(note.value),
  };
}
