/**
 * The figures of an assessment: every output takes them from this one function.
 *
 * The method is the sheet's: the plain mean of the scores given, with a target of 2.5 to 3.0 for the time being.
 * Services that are unscored, excluded or out of scope do not count, so a mean is always given with its coverage.
 */
import { isScorable } from '../assessment/scorable';
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import type { CriterionState } from '../assessment/vocabulary';
import { ours, type Own } from '../messages/safe-text';
import { criteriaOf } from '../sheet/criteria';
import { defaultTarget, type Area, type Service, type Sheet } from '../sheet/sheet';
import { suggestLevel, type CriterionStates, type Suggestion } from './suggest';

export type ServiceState = 'scored' | 'unscored' | 'excluded' | 'out-of-scope';

export interface ScoredService {
  readonly id: string;
  readonly state: ServiceState;
  /** 0 to 5 when scored, else `null`. */
  readonly score: number | null;
  readonly target: number;
  /** `max(0, target − score)` when scored, else `null`. */
  readonly gap: number | null;
  /** Why the service is excluded; empty when no reason is given. */
  readonly reason?: string;
  /** The answers to its criteria, by id; absent where there are none, and where the service does not count. */
  readonly criteria?: CriterionStates;
  /** The score that these answers suggest; absent where they suggest none. */
  readonly suggestion?: Suggestion;
}

/** A mean, with the figures that it hides. */
export interface Aggregate {
  /** Unrounded; `null` when nothing is scored. */
  readonly mean: number | null;
  readonly target: number;
  /** The lowest score, or `null` when nothing is scored. */
  readonly floor: number | null;
  readonly scored: number;
  /** Services in the sheet's scope, without those excluded. */
  readonly applicable: number;
  readonly excluded: number;
  /** Scored services below their own target. */
  readonly belowTarget: number;
}

export interface ScoredArea extends Aggregate {
  readonly id: string;
  readonly services: readonly ScoredService[];
}

/** Plain data, since it is sent to the panel and written into reports. */
export interface Scored {
  readonly overall: Aggregate;
  readonly areas: readonly ScoredArea[];
}

/**
 * Scores an assessment against the sheet. Services that the sheet does not have are ignored; in a file that cannot be
 * scored, all services count as unscored.
 */
export function scoreAssessment(sheet: Sheet, given: Assessment): Scored {
  const assessment = isScorable(given) ? given : { ...given, target: undefined, areas: new Map(), services: new Map() };
  const fileTarget = assessment.target?.value ?? defaultTarget;
  const areas = sheet.areas.map((area) => scoreArea(area, assessment, fileTarget));
  return {
    overall: aggregate(
      areas.flatMap(({ services }) => services),
      fileTarget,
    ),
    areas,
  };
}

/** All services of a scored assessment, in sheet order. */
export function scoredServices(scored: Scored): ScoredService[] {
  return scored.areas.flatMap(({ services }) => services);
}

function scoreArea(area: Area, assessment: Assessment, fileTarget: number): ScoredArea {
  const target = assessment.areas.get(area.id)?.target?.value ?? fileTarget;
  const services = area.services.map((service) => scoreService(service, assessment.services.get(service.id), target));
  return { id: area.id, ...aggregate(services, target), services };
}

function scoreService(service: Service, entry: ServiceEntry | undefined, inherited: number): ScoredService {
  const { id } = service;
  const target = entry?.target?.value ?? inherited;
  const without = { id, score: null, target, gap: null };
  if (service.outOfScope) return { ...without, state: 'out-of-scope' };
  if (entry?.excluded) return { ...without, state: 'excluded', reason: entry.excluded.value };
  const answered = answersOf(service, entry);
  if (!entry?.score) return { ...without, state: 'unscored', ...answered };
  const score = entry.score.value;
  return { id, state: 'scored', score, target, gap: Math.max(0, target - score), ...answered };
}

/** The answers to criteria that the sheet has, and the score they suggest. */
function answersOf(service: Service, entry: ServiceEntry | undefined): Pick<ScoredService, 'criteria' | 'suggestion'> {
  if (!entry?.criteria.size) return {};
  const known = criteriaOf(service).flatMap(({ id }): [string, CriterionState][] => {
    const state = entry.criteria.get(id)?.state?.value;
    return state ? [[id, state]] : [];
  });
  if (known.length === 0) return {};
  const criteria = Object.fromEntries(known);
  const suggestion = suggestLevel(service, criteria);
  return suggestion ? { criteria, suggestion } : { criteria };
}

/** Mean, floor and coverage of some services with a common target. */
export function aggregate(services: readonly ScoredService[], target: number): Aggregate {
  const scores = services.flatMap(({ score }) => (score === null ? [] : [score]));
  const excluded = services.filter(({ state }) => state === 'excluded').length;
  const outOfScope = services.filter(({ state }) => state === 'out-of-scope').length;
  return {
    mean: scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    target,
    floor: scores.length ? Math.min(...scores) : null,
    scored: scores.length,
    applicable: services.length - excluded - outOfScope,
    excluded,
    belowTarget: services.filter(({ gap }) => gap !== null && gap > 0).length,
  };
}

/**
 * A mean for display: two decimals, half up, or `–` for none. Means are quotients of small integers, so binary noise is
 * removed before rounding (2.675 becomes 2.68).
 */
export function formatMean(mean: number | null): Own {
  if (mean === null) return ours`–`;
  return fixed(Math.floor(Number((mean * 100).toPrecision(12)) + 0.5) / 100, 2);
}

/** A mean and its target, with at least two decimals and as many as needed to show the mean below the target. */
export function formatBelow(mean: number | null, target: number): { readonly mean: Own; readonly target: Own } {
  const plain = { mean: formatMean(mean), target: formatNumber(target) };
  if (mean === null || mean >= target) return plain;
  for (let [decimals, shown] = [3, plain]; ; decimals++) {
    if (Number(shown.mean) < Number(shown.target) || decimals > 15) return shown;
    shown = { mean: fixed(mean, decimals), target: ours`${Number(target.toFixed(decimals))}` };
  }
}

/** A target or gap for display: as few decimals as needed, at most two. */
export function formatNumber(value: number): Own {
  // A fast path: most targets and gaps are multiples of a half, and they are formatted at every keystroke.
  if (Number.isInteger(value * 2)) return ours`${value}`;
  return ours`${Math.floor(Number((value * 100).toPrecision(12)) + 0.5) / 100}`;
}

/** A number with a fixed count of decimals. */
export function fixed(value: number, decimals: number): Own {
  return ours`${value.toFixed(decimals) as `${number}`}`;
}
