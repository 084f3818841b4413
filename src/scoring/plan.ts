/**
 * Where to start: the gaps in the order of their weight, and the shortest way to the target.
 *
 * The sheet's method asks for measures that close the gaps, and takes the text of the next level up as what to do.
 */
import { findService, nextLevel, type LevelNumber, type Sheet } from '../sheet/sheet';
import { scoredServices, type Scored, type ScoredService } from './score';

/** A service to be raised from one level to a higher one. */
export interface LevelStep {
  readonly id: string;
  readonly from: number;
  readonly to: LevelNumber;
}

/** The fewest levels to gain for the overall average to reach its target. */
export interface WayToTarget {
  /** One a service, those with the heaviest gap first. */
  readonly steps: readonly LevelStep[];
  /** Levels gained in all. */
  readonly levels: number;
  /** The average once all steps are taken: exact. */
  readonly mean: number;
  /** Whether that reaches the target; it cannot where the sheet's highest levels do not suffice. */
  readonly reaches: boolean;
}

/** Gaps, largest first, in sheet order among equals: where to start. The weight grows with the square of the gap. */
export function rankGaps(scored: Scored): { service: ScoredService; weight: number }[] {
  return scoredServices(scored)
    .flatMap((service) => (service.gap ? [{ service, weight: service.gap ** 2 }] : []))
    .sort((a, b) => b.weight - a.weight);
}

/**
 * What reaches the overall target soonest, or `undefined` when nothing is scored or the average is there already.
 *
 * Every level gained adds the same to the sum of scores, so the number of levels is fixed by the mean; which they are
 * is decided by the heaviest gap that is left after each step, and beyond the services' own targets by the lowest
 * score. A service climbs to the next level the sheet describes, which is four levels up from 0 in 4.4 and 5.4: such a
 * leap is taken only where it does not gain more than is needed, or nothing else is left.
 */
export function wayToTarget(sheet: Sheet, scored: Scored): WayToTarget | undefined {
  const { mean, target, scored: count } = scored.overall;
  if (mean === null || mean >= target) return undefined;
  const climbers = scoredServices(scored).flatMap(({ id, score, target: own }) =>
    score === null ? [] : [{ id, from: score, score, target: own }],
  );
  const sum = climbers.reduce((total, { score }) => total + score, 0);
  const needed = levelsMissing(sum, count, target);
  let gained = 0;
  while (gained < needed) {
    const step = heaviest(sheet, climbers, needed - gained);
    if (!step) break;
    gained += step.gain;
    step.climber.score += step.gain;
  }
  return { steps: climbed(scored, climbers), levels: gained, mean: (sum + gained) / count, reaches: gained >= needed };
}

interface Climber {
  readonly id: string;
  readonly from: number;
  readonly target: number;
  score: number;
}

/**
 * How many levels the sum of `count` scores is short of the target: found by the same comparison that the mean is
 * checked with.
 */
function levelsMissing(sum: number, count: number, target: number): number {
  let missing = 0;
  while ((sum + missing) / count < target) missing += 1;
  return missing;
}

function heaviest(
  sheet: Sheet,
  climbers: readonly Climber[],
  missing: number,
): { climber: Climber; gain: number } | undefined {
  const open = climbers.flatMap((climber) => {
    const service = findService(sheet, climber.id);
    const next = service && nextLevel(service, climber.score);
    return next ? [{ climber, gain: next.number - climber.score }] : [];
  });
  const least = Math.min(...open.map(({ gain }) => gain));
  return open
    .filter(({ gain }) => gain <= Math.max(missing, least))
    .sort((a, b) => gapOf(b.climber) - gapOf(a.climber) || a.climber.score - b.climber.score)[0];
}

function gapOf({ target, score }: Climber): number {
  return Math.max(0, target - score);
}

/** The climbers that moved, in the order of the gaps they had; those without one follow in sheet order. */
function climbed(scored: Scored, climbers: readonly Climber[]): LevelStep[] {
  const ranked = rankGaps(scored).map(({ service }) => service.id);
  const rankOf = ({ id }: Climber): number => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  return climbers
    .filter(({ from, score }) => score > from)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ id, from, score }) => ({ id, from, to: score as LevelNumber }));
}
