/** From a scored assessment to what the views draw. */
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import type { Scored } from '../scoring/score';
import type { PlanSource } from './improvement-plan';
import type { ActionView, AssessmentView, ServiceDetails } from './model';

interface Source {
  readonly assessment: Assessment;
  readonly scored: Scored;
}

/** Renders notes with the Markdown library, which is loaded when the first note is; `pause` is awaited between one note and the next. */
export async function assessmentView({ assessment, scored }: Source, pause: () => Promise<void> = async () => {}): Promise<AssessmentView> {
  const entries = [...assessment.services.values()].filter(hasDetails);
  const renderNote = entries.some(({ note }) => note) ? (await import('./note')).renderNote : undefined;
  const details: [string, ServiceDetails][] = [];
  for (const entry of entries) {
    details.push([entry.id, detailsOf(entry, renderNote)]);
    if (entry.note) await pause();
  }
  return {
    subject: assessment.subject?.value,
    assessed: assessment.assessed?.value,
    assessors: assessment.assessors,
    scored,
    details: Object.fromEntries(details),
  };
}

/** What the improvement plan takes of an assessment: the numbers and the actions. */
export function planSource({ assessment, scored }: Source): PlanSource {
  const entries = [...assessment.services.values()];
  return { scored, details: Object.fromEntries(entries.map(({ id, plan }) => [id, { plan: actionsOf(plan) }])) };
}

function actionsOf(plan: ServiceEntry['plan']): ActionView[] {
  return plan.map(({ action, owner, due, done }) => ({ action: action.value, owner: owner?.value, due: due?.value, done }));
}

function hasDetails({ evidence, plan, note }: ServiceEntry): boolean {
  return evidence.length > 0 || plan.length > 0 || note !== undefined;
}

function detailsOf({ evidence, plan, note }: ServiceEntry, renderNote?: (text: string) => string): ServiceDetails {
  return {
    evidence: evidence.map(({ link, collected, expires, note: remark }) => ({
      link: link.value,
      collected: collected?.value,
      expires: expires?.value,
      note: remark?.value,
    })),
    plan: actionsOf(plan),
    noteHtml: note && renderNote?.(note.value),
  };
}
