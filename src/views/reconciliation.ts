/** The data of the "Reconcile" page: what several assessors gave each service, side by side. */
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import type { CriterionState } from '../assessment/criterion-states';
import { votesOf, type Scoring } from '../scoring/consensus';
import type { Sheet } from '../sheet/sheet';

/** What one assessor recorded for a service. */
export interface OwnAnswer {
  readonly name: string;
  readonly score: number | null;
  /** The reason of an exclusion; `null` where the assessor does not exclude it. */
  readonly excluded: string | null;
  readonly note: string;
  readonly criteria: readonly { readonly id: string; readonly state: CriterionState }[];
  /** Links as written in the file. */
  readonly evidence: readonly string[];
}

export interface ReconciledService {
  readonly service: string;
  /** In the order of the assessors. */
  readonly answers: readonly OwnAnswer[];
  /** The greatest difference between two scores; `null` where nobody gave one. */
  readonly spread: number | null;
  /** The agreed score. */
  readonly score: number | null;
  readonly note: string;
  /** The score that all assessors gave; `null` where they differ. */
  readonly common: number | null;
}

/** Services in scope that are not excluded: largest difference first, those without any score last. */
export function reconciliation(sheet: Sheet, agreed: Assessment, scorings: readonly Scoring[]): ReconciledService[] {
  const votes = votesOf(sheet, scorings, 'agreed');
  const voted = votes.map(({ id }) => id);
  const inSheet = sheet.areas.flatMap(({ services }) => services.filter(({ outOfScope }) => !outOfScope));
  const silent = inSheet.map(({ id }) => id).filter((id) => !voted.includes(id));
  const spreads = new Map(votes.map(({ id, spread }) => [id, spread]));
  const taken = new Map(votes.map(({ id, score }) => [id, score ?? null]));
  return [...voted, ...silent]
    .filter((id) => !agreed.services.get(id)?.excluded)
    .map((id) => ({
      service: id,
      answers: scorings.map(({ name, assessment }) => answerOf(name, assessment.services.get(id))),
      spread: spreads.get(id) ?? null,
      score: agreed.services.get(id)?.score?.value ?? null,
      note: agreed.services.get(id)?.note?.value.trim() ?? '',
      common: taken.get(id) ?? null,
    }));
}

function answerOf(name: string, entry: ServiceEntry | undefined): OwnAnswer {
  const excluded = entry?.excluded;
  return {
    name,
    score: excluded ? null : (entry?.score?.value ?? null),
    excluded: excluded ? excluded.value : null,
    note: entry?.note?.value.trim() ?? '',
    criteria: [...(entry?.criteria.values() ?? [])].flatMap(({ id, state }) =>
      state ? [{ id, state: state.value }] : [],
    ),
    evidence: (entry?.evidence ?? []).map(({ link }) => link.value),
  };
}

/** Whether a note should say how the score was agreed on, as in the rule `unresolved-disagreement`. */
export function needsNote({ spread, note }: Pick<ReconciledService, 'spread' | 'note'>): boolean {
  return spread !== null && spread >= 2 && note === '';
}

/** The services whose common score is not in the file yet. */
export function openAgreements(services: readonly ReconciledService[]): readonly ReconciledService[] {
  return services.filter(({ common, score }) => common !== null && common !== score);
}
