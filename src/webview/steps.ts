/** Guided scoring in the panel: how gestures and answers lead from service to service. */
import { neighbour, startingStep, stepAfter } from '../language/guided-scoring';
import { scoredServices, type Scored, type ScoredService } from '../scoring/score';

/** Where the user is, or was when the steps were left. */
export interface Step {
  readonly service: string;
  readonly shown: boolean;
  /** The last service is behind. */
  readonly finished: boolean;
  /** The answer on its way to the file: once it is there, the next step shows. */
  readonly asked: Answer | null;
}

/** A score, or an exclusion whose reason the host asks for. */
export type Answer = number | 'excluded';

export type StepMove = 'start' | 'leave' | 'previous' | 'next';

/** The step after a gesture of the user; `null` where there is nothing to lead through. */
export function moveStep(scored: Scored, step: Step | null, move: StepMove): Step | null {
  if (move === 'start') {
    // Once through, what was passed over begins with its first.
    const service = startingStep(scored, step?.finished ? undefined : step?.service);
    return service === undefined ? null : { service, shown: true, finished: false, asked: null };
  }
  if (!step || move === 'leave') return step && { ...step, shown: false, asked: null };
  if (move === 'next') return step.finished ? step : next(scored, step, find(scored, step.service));
  return {
    ...step,
    finished: false,
    asked: null,
    service: (step.finished ? undefined : neighbour(scored, step.service, -1)) ?? step.service,
  };
}

/** The step once the user has answered: what is so already leads on at once. */
export function askStep(scored: Scored, step: Step, asked: Answer): Step {
  const service = find(scored, step.service);
  return holds(service, asked) ? next(scored, step, service) : { ...step, asked };
}

/** The step once the file has changed: on to the next when the answer is in it. */
export function followStep(step: Step, before: Scored, after: Scored): Step {
  const arrived = step.shown && step.asked !== null && holds(find(after, step.service), step.asked);
  return arrived ? next(after, step, find(before, step.service)) : step;
}

function next(scored: Scored, step: Step, before: ScoredService | undefined): Step {
  const service = before && stepAfter(scored, before);
  return service === undefined ? { ...step, finished: true, asked: null } : { ...step, service, asked: null };
}

function holds(service: ScoredService | undefined, answer: Answer): boolean {
  return answer === 'excluded'
    ? service?.state === 'excluded'
    : service?.state === 'scored' && service.score === answer;
}

function find(scored: Scored, id: string): ScoredService | undefined {
  return scoredServices(scored).find((service) => service.id === id);
}
