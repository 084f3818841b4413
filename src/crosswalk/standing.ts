/** The standing of an assessment on a requirement: derived from the services that the requirement touches. */
import { scoredServices, type Scored, type ScoredService } from '../scoring/score';
import { levelNumbers } from '../sheet/sheet';
import { leastStrength, type Mapping, type Requirement, type Source } from './source';

/** A service that a requirement touches, with its state in an assessment. */
export interface TouchedService {
  readonly mapping: Mapping;
  /** `undefined` for a service that the sheet does not have. */
  readonly scored?: ScoredService;
}

export interface Standing {
  readonly requirement: Requirement;
  /**
   * The lowest score of the services it touches; `null` where none of them is scored. Services that only prepare the
   * ground do not count.
   */
  readonly weakest: number | null;
  /** Ids of the services not scored yet, and of those excluded. */
  readonly unscored: readonly string[];
  readonly excluded: readonly string[];
  /** By score, lowest first; services without a score follow. */
  readonly services: readonly TouchedService[];
}

/** The standing on each requirement of a source, in the order of the source. */
export function standings({ requirements }: Source, scored: Scored): Standing[] {
  const services = new Map(scoredServices(scored).map((service) => [service.id, service]));
  return requirements.map((requirement) => standingOn(requirement, services));
}

function standingOn(requirement: Requirement, scored: ReadonlyMap<string, ScoredService>): Standing {
  const touched = requirement.mappings.map((mapping) => ({ mapping, scored: scored.get(mapping.service) }));
  const inState = (state: ScoredService['state']) =>
    touched.flatMap((one) => (one.scored?.state === state ? [one.scored.id] : []));
  const scores = touched
    .filter(({ mapping }) => mapping.strength >= leastStrength)
    .flatMap((one) => one.scored?.score ?? []);
  return {
    requirement,
    weakest: scores.length ? Math.min(...scores) : null,
    unscored: inState('unscored'),
    excluded: inState('excluded'),
    services: [...touched].sort((a, b) => rank(a) - rank(b) || b.mapping.strength - a.mapping.strength),
  };
}

/** A sort key: scores in ascending order, services without a score last. */
function rank({ scored }: TouchedService): number {
  return scored?.score ?? levelNumbers.length;
}
