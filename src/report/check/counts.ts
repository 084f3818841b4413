/** Problems by severity. */
import type { Problem, Severity } from '../../rules/rule';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The number of problems by severity. */
export function countProblems(problems: readonly Problem[]): Counts {
  const count = (wanted: Severity): number => problems.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
