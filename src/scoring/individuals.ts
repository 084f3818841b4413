/** The progress of the assessors of one assessment with their individual scorings. */
import type { Assessment } from '../assessment/assessment';
import { isScorable } from '../assessment/scorable';
import type { Scored } from './score';

/** Figures of one assessor's individual scoring. */
export interface IndividualFigures {
  /** The assessor; `undefined` where the file names none. */
  readonly assessor?: string;
  readonly scored: number;
  readonly applicable: number;
  /** Every service that is not excluded has a score. */
  readonly isComplete: boolean;
}

/** The figures of an individual scoring; one that cannot be read in full never counts as complete. */
export function individualFigures(assessment: Assessment, { overall }: Scored): IndividualFigures {
  const { scored, applicable } = overall;
  const isComplete = isScorable(assessment) && scored >= applicable;
  return { assessor: assessment.assessors[0], scored, applicable, isComplete };
}

/** How many of some individual scorings are complete. */
export interface IndividualProgress {
  readonly complete: number;
  readonly count: number;
}

export function individualProgress(individuals: readonly Pick<IndividualFigures, 'isComplete'>[]): IndividualProgress {
  return { complete: individuals.filter(({ isComplete }) => isComplete).length, count: individuals.length };
}
