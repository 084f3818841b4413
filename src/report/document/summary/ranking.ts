/** The order of several assessments. */
import { isScorable } from '../../../assessment/scorable';
import type { Checked } from '../../check/result';

/** One of several assessments: its name, and its place in the document. */
export interface Ranked {
  readonly one: Checked;
  readonly title: string;
  readonly anchor: string;
}

/** Several assessments: highest average first, then those without one, then files that cannot be scored. */
export function ranked(all: readonly Ranked[]): Ranked[] {
  const rank = ({ one: { assessment, scored } }: Ranked) => (isScorable(assessment) ? (scored.overall.mean ?? -1) : -2);
  return [...all].sort((a, b) => rank(b) - rank(a));
}
