/**
 * What the answers to a service's criteria suggest as its score. The score stays the person's: the sheet asks for the
 * nearest level, and the answers are a reason for it.
 */
import type { CriterionState } from '../assessment/model';
import { criteriaOf, levelOfCriterion } from '../sheet/criteria';
import { levelNumbers, nextLevel, type Criterion, type LevelNumber, type Service } from '../sheet/sheet';

/** Answers by the ids of the criteria. */
export type CriterionStates = Readonly<Record<string, CriterionState>>;

/** How the criteria of a level are answered that decide whether it is reached. */
export interface LevelCount {
  readonly level: LevelNumber;
  /** Those met; one that is partly met counts half. */
  readonly met: number;
  /** All that count, answered or not: not those that are not applicable. */
  readonly of: number;
  /** Those of them that have an answer. */
  readonly answered: number;
}

export interface Suggestion {
  readonly level: LevelNumber;
  /** The described levels from there upwards, as far as anything is answered; the level itself always. */
  readonly counts: readonly LevelCount[];
  /** The lowest level that keeps a higher one, half of it met, from being suggested, and why. */
  readonly heldBy?: { readonly level: LevelNumber; readonly lacks: readonly string[] };
}

/**
 * The level that answers suggest; `undefined` where nothing that counts is answered.
 *
 * It is the highest level of whose `reach` criteria at least half are met, while no level below is answered mostly
 * `unmet` and no `lack` below is answered `met`; 0 where none is. So more of what is in place never lowers it, nor does
 * less of what is missing.
 *
 * A level that has `lack` criteria alone is reached when at least half of them are met. Were it not reached any more
 * once they cease to apply, less of what is missing would lower the suggestion. Both hold together only if it is
 * reached once at least half of them are answered, whichever way: that they apply describes the level, that they do not
 * leads beyond it. Fewer answers do not suffice, so it is the smallest reading of both.
 */
export function suggestLevel({ levels }: Pick<Service, 'levels'>, states: CriterionStates): Suggestion | undefined {
  const judged = levelNumbers.flatMap((number) => {
    const level = levels[number];
    return level ? [judgeLevel(number, level.criteria, states)] : [];
  });
  if (judged.every(({ hasAnswer }) => !hasAnswer)) return undefined;
  const holding = judged.findIndex(({ holds }) => holds);
  const reachable = holding < 0 ? judged : judged.slice(0, holding + 1);
  const level = reachable.findLast(({ reached }) => reached)?.count.level ?? 0;
  const counts = judged
    .filter(({ count, hasAnswer }) => count.level === level || (count.level > level && hasAnswer))
    .map(({ count }) => count);
  const holder = judged.slice(reachable.length).some(({ reached }) => reached) ? judged[holding] : undefined;
  return { level, counts, ...(holder && { heldBy: { level: holder.count.level, lacks: holder.lacks } }) };
}

/** How the criteria of a level that decide about it are answered: what is in place, or all where it lists nothing. */
export function countLevel(
  level: LevelNumber,
  criteria: readonly Pick<Criterion, 'id' | 'kind'>[],
  states: CriterionStates,
): LevelCount {
  const counted = statesOf(deciding(criteria), states).filter((state) => state !== 'not-applicable');
  const met = counted.reduce((sum, state) => sum + (state ? weights[state] : 0), 0);
  return { level, met, of: counted.length, answered: counted.filter(Boolean).length };
}

const weights: Readonly<Record<CriterionState, number>> = { met: 1, partly: 0.5, unmet: 0, 'not-applicable': 0 };

/** What is known of a service that is asked for its open criteria. */
interface Answered {
  readonly score: number | null;
  readonly criteria?: CriterionStates;
}

/**
 * What of the next level is still to do, by the answers to a service's criteria: what is not in place, and what is
 * still missing at the level scored or below. Nothing where no criterion is answered, or no level is left.
 */
export function openCriteria(service: Service, { score, criteria: states }: Answered): Criterion[] {
  const next = score === null ? undefined : nextLevel(service, score);
  if (!states || !next) return [];
  return criteriaOf(service).filter(({ id, kind }) => {
    const [state, level] = [states[id], levelOfCriterion(id) ?? next.number];
    if (kind === 'lack') return state === 'met' && level < next.number;
    return level === next.number && state !== 'met' && state !== 'not-applicable';
  });
}

interface JudgedLevel {
  readonly count: LevelCount;
  /** Something of it is answered that counts. */
  readonly hasAnswer: boolean;
  readonly reached: boolean;
  /** No level above it can be suggested. */
  readonly holds: boolean;
  /** What is missing at this level by the answers. */
  readonly lacks: readonly string[];
}

function judgeLevel(level: LevelNumber, criteria: readonly Criterion[], states: CriterionStates): JudgedLevel {
  const count = countLevel(level, criteria, states);
  const answers = statesOf(criteria, states);
  const hasReach = criteria.some(({ kind }) => kind === 'reach');
  const lacks = criteria.filter(({ id, kind }) => kind === 'lack' && stateOf(states, id) === 'met').map(({ id }) => id);
  return {
    count,
    hasAnswer: answers.some((state) => state && state !== 'not-applicable'),
    reached: count.of > 0 && 2 * (hasReach ? count.met : count.answered) >= count.of,
    holds: lacks.length > 0 || (hasReach && isMostlyUnmet(deciding(criteria), states)),
    lacks,
  };
}

/** The criteria that decide whether a level is reached. */
function deciding<T extends Pick<Criterion, 'kind'>>(criteria: readonly T[]): readonly T[] {
  const reach = criteria.filter(({ kind }) => kind === 'reach');
  return reach.length ? reach : criteria;
}

/** Of the answers given that count, more than half are `unmet`. */
function isMostlyUnmet(criteria: readonly Criterion[], states: CriterionStates): boolean {
  const answers = statesOf(criteria, states).filter((state) => state && state !== 'not-applicable');
  return 2 * answers.filter((state) => state === 'unmet').length > answers.length;
}

function statesOf(
  criteria: readonly Pick<Criterion, 'id'>[],
  states: CriterionStates,
): readonly (CriterionState | undefined)[] {
  return criteria.map(({ id }) => stateOf(states, id));
}

function stateOf(states: CriterionStates, id: string): CriterionState | undefined {
  return Object.hasOwn(states, id) ? states[id] : undefined;
}
