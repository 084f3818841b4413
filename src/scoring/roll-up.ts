/** Combines many assessments (products, teams) into one: their averages, and the weaknesses they share. */
import { criteriaOf } from '../sheet/criteria';
import type { Criterion, Service, Sheet } from '../sheet/sheet';
import { scoredServices, type Aggregate, type Scored } from './score';

/** One figure over several assessments. */
export interface RolledUp {
  /** The plain mean of the assessments' values, equally weighted; `null` when none has one. */
  readonly mean: number | null;
  /** The lowest value, or `null`. */
  readonly minimum: number | null;
  /** The number of assessments with a value. */
  readonly scored: number;
  /** The number of these at or above their own target. */
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
  /** The number of assessments rolled up. */
  readonly assessments: number;
  readonly overall: RolledUp;
  readonly areas: readonly RolledUpArea[];
}

/**
 * Rolls up scored assessments of one sheet: services by their scores, areas and overall by their averages, each
 * compared with its own target. What an assessment leaves unscored or excludes does not count.
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

/** Combines averages or scores, with their targets; `null` values do not count. */
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

/** A criterion that several assessments do not meet. */
export interface UnmetCriterion {
  readonly service: Service;
  readonly criterion: Criterion;
  /** The number of assessments in which a `reach` is not met, or a `lack` applies; `partly` counts as neither. */
  readonly unmet: number;
  /** The number of assessments with an answer other than not applicable. */
  readonly answered: number;
}

/** The criteria that more than one assessment does not meet: by number, then by share, then in sheet order. */
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
