/** Compares two versions of an assessment, as input of every comparison format. */
import type { Assessment } from '../../assessment/assessment';
import { serviceAt } from '../../assessment/cursor';
import { isScorable } from '../../assessment/scorable';
import type { ScoredVersion, Problem } from '../../rules/rule';
import type { Checked, CheckedBaseline } from '../check/result';
import {
  changedServices,
  compareScored,
  type AreaChange,
  type Comparison,
  type ServiceChange,
} from '../../scoring/compare';
import { areaIdOf } from '../../sheet/sheet';

export interface Compared {
  readonly before: ScoredVersion;
  readonly after: ScoredVersion;
  readonly comparison: Comparison;
}

/** Both versions and their comparison. */
export function comparedOf(before: ScoredVersion, after: ScoredVersion): Compared {
  return { before, after, comparison: compareScored(before.scored, after.scored) };
}

/** A checked assessment compared with its baseline; `undefined` where there is none, or either cannot be scored. */
export function comparedWithBaseline({ path, assessment, scored, baseline }: Checked): Compared | undefined {
  if (!baseline || !isScorable(assessment) || !isScorable(baseline.assessment)) return undefined;
  return comparedOf(baseline, { name: path, assessment, scored });
}

export interface ChangedArea {
  readonly area: AreaChange;
  readonly services: readonly ServiceChange[];
}

/** The changed areas, each with its changed services. */
export function changedAreas(comparison: Comparison): ChangedArea[] {
  const changed = changedServices(comparison);
  return comparison.areas
    .map((area) => ({ area, services: changed.filter(({ id }) => areaIdOf(id) === area.id) }))
    .filter(({ area, services }) => services.length > 0 || area.ownTarget || area.before.mean !== area.after.mean);
}

/**
 * The problems that a change introduced: for each rule and service those in excess of the earlier number, ones with new
 * messages first. So a gap that only became smaller is not a new problem.
 */
export function newProblems(
  problems: readonly Problem[],
  assessment: Assessment,
  baseline: CheckedBaseline,
): Problem[] {
  const before = bySubject(baseline.problems, baseline.assessment);
  const now = bySubject(problems, assessment);
  const fresh = [...now].flatMap(([subject, all]) => {
    const old = before.get(subject) ?? [];
    const isKnown = ({ message }: Problem): boolean => old.some((one) => one.message === message);
    return [...all.filter((one) => !isKnown(one)), ...all.filter(isKnown)].slice(
      0,
      Math.max(0, all.length - old.length),
    );
  });
  return fresh.sort((a, b) => a.span.start - b.span.start);
}

/** Problems grouped by rule and service. */
function bySubject(problems: readonly Problem[], assessment: Assessment): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const subject = `${problem.rule} ${serviceAt(assessment, problem.span.start) ?? ''}`;
    groups.set(subject, [...(groups.get(subject) ?? []), problem]);
  }
  return groups;
}
