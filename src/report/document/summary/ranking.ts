/** The order of several assessments. */
import { isScorable } from '../../../assessment/scorable';
import type { Checked } from '../../check/result';

/** One of several assessments: what it is called, and where in the document it stands. */
export interface Ranked {
  readonly one: Checked;
  readonly title: string;
  readonly anchor: string;
}

/** Several assessments: the highest average first, those without one after them, files that cannot be scored last. */
export function ranked(all: readonly Ranked[]): Ranked[] {
  const rank = ({ one: { assessment, scored } }: Ranked) => (isScorable(assessment) ? (scored.overall.mean ?? -1) : -2);
  return [...all].sort((a, b) => rank(b) - rank(a));
}
