/** Many assessments (products, teams) as one: what they come to together, and what is weak in all of them. */
import { criteriaOf } from '../sheet/criteria';
import type { Criterion, Service, Sheet } from '../sheet/sheet';
import { scoredServices, type Aggregate, type Scored } from './score';

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

/** A criterion that several assessments answer as not in place. */
export interface UnmetCriterion {
  readonly service: Service;
  readonly criterion: Criterion;
  /** Assessments in which it is not met, or, of what a level lacks, applies; `partly` is neither. */
  readonly unmet: number;
  /** Assessments that answer it, other than as not applicable. */
  readonly answered: number;
}

/** What is not in place in more than one assessment: by their number, then by share, then in sheet order. */
export function unmetCriteria(sheet: Sheet, assessments: readonly Scored[]): UnmetCriterion[] {
  const scored = assessments.map((one) => new Map(scoredServices(one).map(({ id, criteria }) => [id, criteria])));
  const counted = sheet.areas.flatMap(({ services }) =>
    services.flatMap((service) =>
      criteriaOf(service).map((criterion) => {
        const states = scored.flatMap((one) => one.get(service.id)?.[criterion.id] ?? []);
        const missing = criterion.kind === 'lack' ? 'met' : 'unmet';
        return {
          service,
          criterion,
          unmet: states.filter((state) => state === missing).length,
          answered: states.filter((state) => state !== 'not-applicable').length,
        };
      }),
    ),
  );
  return counted.filter(({ unmet }) => unmet > 1).sort((a, b) => b.unmet - a.unmet || a.answered - b.answered);
}
