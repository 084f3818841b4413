/**
 * Guided scoring: which services it leads through, and in which order. Both the native steps and those of the grid
 * follow it.
 *
 * From a service that had no answer it goes to the next one without an answer; from an answered one to the next of all.
 */
import { scoredServices, type Scored, type ScoredService } from '../scoring/score';
import { isDescribed, levelNumbers, type LevelNumber, type Service } from '../sheet/sheet';

/** The services to lead through: all that the sheet puts in scope, in its order. */
export function guidedServices(scored: Scored): ScoredService[] {
  return scoredServices(scored).filter(({ state }) => state !== 'out-of-scope');
}

/** The place of a service among all, from 1; `undefined` for one that is not led through. */
export function progressOf(
  scored: Scored,
  id: string,
): { readonly number: number; readonly total: number } | undefined {
  const services = guidedServices(scored);
  const index = services.findIndex((service) => service.id === id);
  return index < 0 ? undefined : { number: index + 1, total: services.length };
}

/**
 * Where to start: where the user stopped, unless that is answered while others are not; else the first without an
 * answer, or the first.
 */
export function startingStep(scored: Scored, stopped?: string): string | undefined {
  const services = guidedServices(scored);
  const open = services.find(isOpen);
  const left = services.find(({ id }) => id === stopped);
  return (left && (isOpen(left) || !open) ? left : (open ?? services[0]))?.id;
}

/**
 * The step after a service: the next without an answer where the service had none itself (`before` is how it stood),
 * else the next of all; `undefined` at the end.
 */
export function stepAfter(scored: Scored, before: ScoredService): string | undefined {
  const services = guidedServices(scored);
  const rest = services.slice(services.findIndex(({ id }) => id === before.id) + 1);
  return (isOpen(before) ? rest.find(isOpen) : rest[0])?.id;
}

/** The service before another in the sheet's order, or after it; `undefined` at either end. */
export function neighbour(scored: Scored, id: string, direction: -1 | 1): string | undefined {
  const services = guidedServices(scored);
  return services[services.findIndex((service) => service.id === id) + direction]?.id;
}

/** The services without an answer: neither scored nor excluded. */
export function openServices(scored: Scored): ScoredService[] {
  return guidedServices(scored).filter(isOpen);
}

/** The levels there are to choose from, from 0 upwards. */
export function offeredLevels(service: Service): LevelNumber[] {
  return levelNumbers.filter((level) => isDescribed(service, level));
}

function isOpen({ state }: ScoredService): boolean {
  return state === 'unscored';
}
