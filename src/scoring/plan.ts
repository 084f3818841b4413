/**
 * Where to start: the gaps ranked by weight, and the fewest steps to the target.
 *
 * The sheet's method asks for measures that close the gaps, and takes the text of the next level up as what to do.
 */
import { findService, nextLevel, type LevelNumber, type Sheet } from '../sheet/sheet';
import { scoredServices, type Scored, type ScoredService } from './score';

/** Raising a service from one level to a higher one. */
export interface LevelStep {
  readonly id: string;
  readonly from: number;
  readonly to: LevelNumber;
}

/** The fewest levels to gain for the overall average to reach its target. */
export interface WayToTarget {
  /** One step per service, those with the heaviest gap first. */
  readonly steps: readonly LevelStep[];
  /** Levels gained in all. */
  readonly levels: number;
  /** The average after all steps, unrounded. */
  readonly mean: number;
  /** Whether that reaches the target: even the highest described levels may not suffice. */
  readonly reaches: boolean;
}

/** The gaps, largest first, then in sheet order. The weight grows with the square of the gap. */
export function rankGaps(scored: Scored): { service: ScoredService; weight: number }[] {
  return scoredServices(scored)
    .flatMap((service) => (service.gap ? [{ service, weight: service.gap ** 2 }] : []))
    .sort((a, b) => b.weight - a.weight);
}

/**
 * The shortest way to the overall target, or `undefined` when nothing is scored or the target is reached.
 *
 * Every level gained adds the same to the sum of scores, so the mean determines the number of levels; the heaviest gap
 * left after each step, and beyond the services' own targets the lowest score, determine which ones. A service climbs
 * to the next level the sheet describes, which is four levels up from 0 in 4.4 and 5.4: such a step is taken only where
 * it gains no more than needed, or nothing else is left.
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
 * The levels that the sum of `count` scores lacks to the target; uses the same comparison as the check of the mean, so
 * that rounding cannot make them differ.
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

/** The services that climbed, by their original gaps; those without a gap follow in sheet order. */
function climbed(scored: Scored, climbers: readonly Climber[]): LevelStep[] {
  const ranked = rankGaps(scored).map(({ service }) => service.id);
  const rankOf = ({ id }: Climber): number => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  return climbers
    .filter(({ from, score }) => score > from)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ id, from, score }) => ({ id, from, to: score as LevelNumber }));
}
