/**
 * The score that the answers to a service's criteria suggest. The person decides on the score: the sheet asks for the
 * nearest level, and the answers are a reason for it.
 */
import type { CriterionState } from '../assessment/vocabulary';
import { criteriaOf, levelOfCriterion } from '../sheet/criteria';
import { levelNumbers, nextLevel, type Criterion, type LevelNumber, type Service } from '../sheet/sheet';

/** Answers by the ids of the criteria. */
export type CriterionStates = Readonly<Record<string, CriterionState>>;

/** Counts of the answers to a level's deciding criteria. */
export interface LevelCount {
  readonly level: LevelNumber;
  /** Criteria met; a partly met one counts half. */
  readonly met: number;
  /** Criteria that count, answered or not: all but those not applicable. */
  readonly of: number;
  /** Those of them with an answer. */
  readonly answered: number;
}

export interface Suggestion {
  readonly level: LevelNumber;
  /** The counts of the suggested level and of the described levels above it, up to the last with an answer. */
  readonly counts: readonly LevelCount[];
  /** The lowest level that prevents the suggestion of a higher, half-met one, with its criteria that apply. */
  readonly heldBy?: { readonly level: LevelNumber; readonly lacks: readonly string[] };
}

/**
 * The level that answers suggest; `undefined` where no answer counts.
 *
 * It is the highest level of whose `reach` criteria at least half are met, while no level below is answered mostly
 * `unmet` and no `lack` below is answered `met`; 0 where there is none. So having more in place never lowers it, and
 * neither does missing less.
 *
 * A level with `lack` criteria only is reached when at least half of them are answered, whichever way: that they apply
 * describes the level, and that they no longer apply leads beyond it. If only `met` answers counted, missing less could
 * lower the suggestion. Half of the answers is the weakest condition under which both rules hold.
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

/** The counts of a level's deciding criteria: its `reach` criteria, or all where it has none. */
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

/** A service with its score and answers. */
interface Answered {
  readonly score: number | null;
  readonly criteria?: CriterionStates;
}

/**
 * The open criteria on the way to the next level: its conditions that are not in place, and what is still missing at
 * the scored level or below. Empty where no criterion is answered, or no level is left.
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
  /** At least one of its criteria has an answer that counts. */
  readonly hasAnswer: boolean;
  readonly reached: boolean;
  /** No higher level can be suggested. */
  readonly holds: boolean;
  /** The criteria that apply as missing at this level. */
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

/** Whether more than half of the answers that count are `unmet`. */
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
