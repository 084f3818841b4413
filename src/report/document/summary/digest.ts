/** The parts of a summary besides averages: the weakest services, and open actions. */
import type { Assessment } from '../../../assessment/assessment';
import { rankGaps } from '../../../scoring/plan';
import type { ScoredVersion } from '../../../rules/rule';
import { findService, nextLevel, type Level, type LevelNumber, type Sheet } from '../../../sheet/sheet';
import { findRow, type Row } from '../../../views/rows';
import type { Checked } from '../../check/result';

/** A service below target, with what its next level asks for. */
export interface WeakService extends Row {
  readonly next?: { readonly number: LevelNumber; readonly level: Level };
}

/** An action that is not completed. */
export interface OpenAction {
  readonly service: string;
  /** The name of the service. */
  readonly title: string;
  readonly action: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly due: string;
  readonly isOverdue: boolean;
}

/** The services below target, heaviest gap first. */
export function weakServices({ scored }: Pick<Checked, 'scored'>, sheet: Sheet): WeakService[] {
  return rankGaps(scored).flatMap(({ service }) => {
    const row = findRow(sheet, scored, service.id);
    return row ? [{ ...row, next: nextLevel(row.service, service.score ?? 0) }] : [];
  });
}

/** The open actions, earliest due date first, those without one last. */
export function openActions({ services }: Assessment, sheet: Sheet, today: string): OpenAction[] {
  return byDay(
    [...services.values()].flatMap(({ id, plan }) =>
      plan.flatMap(({ action, owner, due, done }) => {
        if (done) return [];
        const day = due?.value ?? '';
        const title = findService(sheet, id)?.title ?? '';
        const isOverdue = day !== '' && day < today;
        return [{ service: id, title, action: action.value, owner: owner?.value ?? '', due: day, isOverdue }];
      }),
    ),
  );
}

/** Actions in the order of their due dates, those without one last. */
export function byDay<T extends Pick<OpenAction, 'due'>>(actions: readonly T[]): T[] {
  const rank = ({ due }: T) => due || '~';
  return [...actions].sort((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))));
}

/**
 * The name of a baseline for readers: the day it was assessed, and its revision or file. A path after a revision is
 * left out, since it is that of the reported file.
 */
export function baselineName({ name, assessment }: ScoredVersion): string {
  const short = /^[^:]{2,}(?=:)/.exec(name)?.[0] ?? name;
  const day = assessment.assessed?.value;
  return day === undefined ? short : `${day} (${short})`;
}
