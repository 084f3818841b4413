/** Compares two versions of an assessment: what changed, service by service and in the averages. */
import { criterionStates, type CriterionState } from '../assessment/criterion-states';
import type { Translate } from '../messages/messages';
import { joined, ours, type Own } from '../messages/safe-text';
import { criterionName } from '../sheet/criteria';
import { fixed, formatMean, formatNumber, type Aggregate, type Scored, type ScoredService } from './score';

/**
 * What happened to a service. `scored` and `cleared`: it got its first score, or lost it; `excluded` and `included`: it
 * left the averages, or came back, whatever its score. A changed target counts only where nothing else changed and it
 * did not just follow its area's; changed answers to criteria count only where the target did not change either.
 */
export type ChangeKind =
  | 'raised'
  | 'dropped'
  | 'scored'
  | 'cleared'
  | 'excluded'
  | 'included'
  | 'target-changed'
  | 'criteria-changed'
  | 'same';

export interface ServiceChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly before: ScoredService;
  readonly after: ScoredService;
  /** The later score minus the earlier one; `null` unless both are scores. */
  readonly change: number | null;
  /** Its target changed, and not only because its area's did. */
  readonly ownTarget: boolean;
  /** The criteria with changed answers, in the order of their ids. */
  readonly criteria: readonly CriterionChange[];
}

export interface CriterionChange {
  readonly id: string;
  /** The later answer; absent where there is none any more. */
  readonly state?: CriterionState;
}

export interface AggregateChange {
  readonly before: Aggregate;
  readonly after: Aggregate;
  /** The later mean minus the earlier one, unrounded; `null` unless both exist. */
  readonly change: number | null;
  /** Its target changed; for an area, not only because the file's did. */
  readonly ownTarget: boolean;
}

export interface AreaChange extends AggregateChange {
  readonly id: string;
}

/** Plain data, since it is sent to the panel and written into reports. */
export interface Comparison {
  readonly overall: AggregateChange;
  readonly areas: readonly AreaChange[];
  /** All services in sheet order, including unchanged ones. */
  readonly services: readonly ServiceChange[];
}

/**
 * Compares two scored versions. Services of a version that cannot be scored count as unscored, so check `isScorable`
 * first.
 */
export function compareScored(before: Scored, after: Scored): Comparison {
  const overall = compareAggregates(before.overall, after.overall);
  const [areas, services]: [AreaChange[], ServiceChange[]] = [[], []];
  for (const [index, area] of after.areas.entries()) {
    const own = before.areas[index];
    if (!own) continue;
    const compared = compareAggregates(own, area, overall);
    areas.push({ id: area.id, ...compared });
    area.services.forEach(
      (service, at) => own.services[at] && services.push(compareService(own.services[at], service, compared)),
    );
  }
  return { overall, areas, services };
}

/** The changed services, in sheet order. */
export function changedServices({ services }: Comparison): ServiceChange[] {
  return services.filter(({ kind }) => kind !== 'same');
}

function figuresOf({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate): Aggregate {
  return { mean, target, floor, scored, applicable, excluded, belowTarget };
}

function compareAggregates(before: Aggregate, after: Aggregate, above?: AggregateChange): AggregateChange {
  const change = before.mean === null || after.mean === null ? null : after.mean - before.mean;
  return { before: figuresOf(before), after: figuresOf(after), change, ownTarget: hasOwnTarget(before, after, above) };
}

function compareService(before: ScoredService, after: ScoredService, area: AggregateChange): ServiceChange {
  const change = before.score === null || after.score === null ? null : after.score - before.score;
  const ownTarget = hasOwnTarget(before, after, area) && (after.state === 'scored' || after.state === 'unscored');
  const criteria = changedCriteria(before, after);
  const kind = kindOf(before, after, change, ownTarget);
  const isAnswered = kind === 'same' && criteria.length > 0;
  return {
    id: after.id,
    kind: isAnswered ? 'criteria-changed' : kind,
    before,
    after,
    change,
    ownTarget,
    criteria,
  };
}

function changedCriteria({ criteria: before = {} }: ScoredService, { criteria: after = {} }: ScoredService) {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap((id): CriterionChange[] => (before[id] === after[id] ? [] : [{ id, state: after[id] }]));
}

/** Whether a target changed for a reason other than the target it inherits from. */
function hasOwnTarget(
  before: { readonly target: number },
  after: { readonly target: number },
  above?: AggregateChange,
): boolean {
  if (before.target === after.target) return false;
  return !above || before.target !== above.before.target || after.target !== above.after.target;
}

function kindOf(before: ScoredService, after: ScoredService, change: number | null, ownTarget: boolean): ChangeKind {
  if (before.state !== after.state) {
    if (after.state === 'excluded') return 'excluded';
    if (before.state === 'excluded') return 'included';
    return after.state === 'scored' ? 'scored' : 'cleared';
  }
  if (change) return change > 0 ? 'raised' : 'dropped';
  return ownTarget ? 'target-changed' : 'same';
}

/** The score or state of a service in words: `3`, `not scored`, `excluded`, `out of scope`. */
export function placeText({ state, score }: ScoredService, t: Translate): Own {
  return score === null ? t(`change.${state}`) : ours`${score}`;
}

/** A change in words: `2 → 3`, `1 → excluded`, `2 → 3, target 2.5 → 3`; for an unchanged service its score or state. */
export function changeText(change: ServiceChange, t: Translate): Own {
  const { kind, after, ownTarget } = change;
  if (kind === 'same') return placeText(after, t);
  const place = placeChangeText(change, t);
  const parts = [
    ...(place === undefined ? [] : [place]),
    ...(ownTarget ? [targetText(change, t)] : []),
    ...criteriaTexts(change, t),
  ];
  return joined(parts, t('change.separator'));
}

/** Score or state before and after: `1 → excluded`; `undefined` where they are equal. */
export function placeChangeText({ kind, before, after }: ServiceChange, t: Translate): Own | undefined {
  if (kind === 'same' || kind === 'target-changed' || kind === 'criteria-changed') return undefined;
  return t('change.from-to', { from: placeText(before, t), to: placeText(after, t) });
}

/** The changed answers: `3a, 3b met`, `1c no longer answered`. */
function criteriaTexts({ criteria }: ServiceChange, t: Translate): Own[] {
  return ([...criterionStates, undefined] as const).flatMap((state) => {
    const ids = criteria.filter((one) => one.state === state).map(({ id }) => criterionName(id));
    return ids.length ? [t(`change.criteria-${state ?? 'cleared'}`, { ids: joined(ids, t('list.separator')) })] : [];
  });
}

/** `target 2.5 → 3`. */
export function targetText({ before, after }: ServiceChange | AggregateChange, t: Translate): Own {
  return t('change.target', { from: formatNumber(before.target), to: formatNumber(after.target) });
}

/** The means before and after, rounded: `2.31 → 2.45`, or a single one where both round to the same. */
export function meanText({ before, after }: AggregateChange, t: Translate): Own {
  const [from, to] = [formatMean(before.mean), formatMean(after.mean)];
  return from === to ? to : t('change.from-to', { from, to });
}

/**
 * A difference with its sign: `+1`, `−0.14`, `±0`; empty where there is none. Means are rounded to two decimals before
 * they are subtracted, so that the displayed figures add up.
 */
export function differenceText({ before, after }: AggregateChange): Own {
  if (before.mean === null || after.mean === null) return ours``;
  return signed(Number((Number(formatMean(after.mean)) - Number(formatMean(before.mean))).toFixed(2)), 2);
}

/** A number with its sign, in the form of `differenceText`. */
export function signed(value: number, decimals = 0): Own {
  return value === 0 ? ours`±0` : ours`${value > 0 ? '+' : '−'}${fixed(Math.abs(value), decimals)}`;
}

/** The kinds of changes in the order they are counted; changed targets follow. */
const counted = [
  'raised',
  'dropped',
  'scored',
  'cleared',
  'excluded',
  'included',
] as const satisfies readonly ChangeKind[];

/** Counts the changes: `2 raised, 1 excluded`; a sentence of its own where there are none. */
export function tallyText({ services, areas, overall }: Comparison, t: Translate): Own {
  const parts = counted.flatMap((kind) => {
    const count = services.filter((change) => change.kind === kind).length;
    return count ? [t(`change.count-${kind}`, { count })] : [];
  });
  const targets = [overall, ...areas, ...services].filter(({ ownTarget }) => ownTarget).length;
  if (targets) parts.push(t('change.count-targets', { count: targets }));
  const answers = services.reduce((sum, { criteria }) => sum + criteria.length, 0);
  if (answers) parts.push(t('change.count-criteria', { count: answers }));
  return parts.length ? joined(parts, t('change.separator')) : t('change.none');
}

/** `2.31 → 2.45 (+0.14)`; only the mean where both round to the same. */
export function meanChangeText(change: AggregateChange, t: Translate): Own {
  const difference = differenceText(change);
  return difference === '' || difference === '±0'
    ? meanText(change, t)
    : t('change.with-difference', { change: meanText(change, t), difference });
}
