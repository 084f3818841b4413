/** Guided scoring in the panel: how gestures and answers move from service to service. */
import { neighbour, startingStep, stepAfter } from '../language/guided-scoring';
import { scoredServices, type Scored, type ScoredService } from '../scoring/score';

/** The current step, or the last one before leaving. */
export interface Step {
  readonly service: string;
  readonly shown: boolean;
  /** All services have been visited. */
  readonly finished: boolean;
  /** The answer being written to the file: once it is there, the next step is shown. */
  readonly asked: Answer | null;
}

/** A score, or an exclusion, for which the host asks the reason. */
export type Answer = number | 'excluded';

export type StepMove = 'start' | 'leave' | 'previous' | 'next';

/** The step after a gesture; `null` where there are no services to visit. */
export function moveStep(scored: Scored, step: Step | null, move: StepMove): Step | null {
  if (move === 'start') {
    // After a completed pass, a new one begins with the first skipped service.
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

/** The step after the user answers; an answer that the file has already moves on at once. */
export function askStep(scored: Scored, step: Step, asked: Answer): Step {
  const service = find(scored, step.service);
  return holds(service, asked) ? next(scored, step, service) : { ...step, asked };
}

/** The step after the file changed: the next one, when the answer is in the file. */
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
