/**
 * Guided scoring: the services it visits and their order, shared by the native steps and those of the grid.
 *
 * From a service without an answer it goes to the next one without an answer, from an answered one to the next of all.
 */
import { scoredServices, type Scored, type ScoredService } from '../scoring/score';
import { isDescribed, levelNumbers, type LevelNumber, type Service } from '../sheet/sheet';

/** The services to visit: all in scope, in sheet order. */
export function guidedServices(scored: Scored): ScoredService[] {
  return scoredServices(scored).filter(({ state }) => state !== 'out-of-scope');
}

/** The position of a service among those visited, from 1; `undefined` for others. */
export function progressOf(
  scored: Scored,
  id: string,
): { readonly number: number; readonly total: number } | undefined {
  const services = guidedServices(scored);
  const index = services.findIndex((service) => service.id === id);
  return index < 0 ? undefined : { number: index + 1, total: services.length };
}

/**
 * The first step: where the user stopped, unless that service is answered and others are not; otherwise the first
 * without an answer, or the first of all.
 */
export function startingStep(scored: Scored, stopped?: string): string | undefined {
  const services = guidedServices(scored);
  const open = services.find(isOpen);
  const left = services.find(({ id }) => id === stopped);
  return (left && (isOpen(left) || !open) ? left : (open ?? services[0]))?.id;
}

/**
 * The step after a service: the next one without an answer if the service had none itself (`before` is its previous
 * state), otherwise the next of all; `undefined` at the end.
 */
export function stepAfter(scored: Scored, before: ScoredService): string | undefined {
  const services = guidedServices(scored);
  const rest = services.slice(services.findIndex(({ id }) => id === before.id) + 1);
  return (isOpen(before) ? rest.find(isOpen) : rest[0])?.id;
}

/** The service before or after another in sheet order; `undefined` at either end. */
export function neighbour(scored: Scored, id: string, direction: -1 | 1): string | undefined {
  const services = guidedServices(scored);
  return services[services.findIndex((service) => service.id === id) + direction]?.id;
}

/** The services without an answer: neither scored nor excluded. */
export function openServices(scored: Scored): ScoredService[] {
  return guidedServices(scored).filter(isOpen);
}

/** The levels to choose from, from 0 upwards. */
export function offeredLevels(service: Service): LevelNumber[] {
  return levelNumbers.filter((level) => isDescribed(service, level));
}

function isOpen({ state }: ScoredService): boolean {
  return state === 'unscored';
}
