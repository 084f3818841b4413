/** Many assessments (products, teams) as one: what they come to together, and what is weak in all of them. */
import type { Aggregate, Scored } from './score';

/** One figure of each of some assessments, taken together. */
export interface RolledUp {
  /** Plain mean of the assessments' values, each weighing the same; `null` when none has one. */
  readonly mean: number | null;
  /** The lowest value, or `null`. */
  readonly minimum: number | null;
  /** Assessments that have a value. */
  readonly scored: number;
  /** Of these, those at or above the target they set themselves. */
  readonly atTarget: number;
}

export interface RolledUpArea extends RolledUp {
  readonly id: string;
  readonly services: readonly RolledUpService[];
}

export interface RolledUpService extends RolledUp {
  readonly id: string;
  /** Scored more than once, and below target every time. */
  readonly weakEverywhere: boolean;
}

/** Plain data, in sheet order. */
export interface RollUp {
  /** How many assessments were rolled up. */
  readonly assessments: number;
  readonly overall: RolledUp;
  readonly areas: readonly RolledUpArea[];
}

/**
 * Rolls up scored assessments of one sheet: services by their scores, areas and the whole by their averages, each
 * judged by its own target. What an assessment leaves unscored or excludes does not enter.
 */
export function rollUp(assessments: readonly Scored[]): RollUp {
  return {
    assessments: assessments.length,
    overall: together(assessments.map(({ overall }) => overall)),
    areas: (assessments[0]?.areas ?? []).map(({ id, services }, index) => ({
      id,
      ...together(assessments.flatMap(({ areas }) => areas[index] ?? [])),
      services: services.map((service, place) =>
        rolledService(
          service.id,
          assessments.flatMap(({ areas }) => areas[index]?.services[place] ?? []),
        ),
      ),
    })),
  };
}

function rolledService(
  id: string,
  services: readonly { readonly score: number | null; readonly target: number }[],
): RolledUpService {
  const all = together(services.map(({ score, target }) => ({ mean: score, target })));
  return { id, ...all, weakEverywhere: all.scored > 1 && all.atTarget === 0 };
}

/** What averages, or scores, with their targets come to together; those that are `null` do not enter. */
export function together(values: readonly Pick<Aggregate, 'mean' | 'target'>[]): RolledUp {
  const known = values.flatMap(({ mean, target }) => (mean === null ? [] : [{ mean, target }]));
  const means = known.map(({ mean }) => mean);
  return {
    mean: means.length ? means.reduce((sum, mean) => sum + mean, 0) / means.length : null,
    minimum: means.length ? means.reduce((least, mean) => Math.min(least, mean)) : null,
    scored: known.length,
    atTarget: known.filter(({ mean, target }) => mean >= target).length,
  };
}
