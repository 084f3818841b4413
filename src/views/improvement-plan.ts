/** The improvement plan: the gaps by priority, each with the text of the next level and its planned actions. */
import { rankGaps, wayToTarget, type LevelStep, type WayToTarget } from '../scoring/plan';
import { openCriteria } from '../scoring/suggest';
import { scoredServices, type Scored } from '../scoring/score';
import { nextLevel, type Criterion, type Level, type LevelNumber, type Sheet } from '../sheet/sheet';
import type { ActionView, ServiceDetails } from './model';
import { findRow, type Row } from './rows';

/** A service with the actions planned for it. */
export interface PlannedService extends Row {
  /** The next described level; `undefined` at the top, and where nothing is scored. */
  readonly next?: { readonly number: LevelNumber; readonly level: Level };
  /** The open criteria of the next level; empty where no criterion is answered. */
  readonly open: readonly Criterion[];
  /** Open actions first, each part in the order of the file. */
  readonly actions: readonly ActionView[];
}

export interface ImprovementPlan {
  /**
   * The fewest levels to gain for the average to reach its target; `undefined` when it does already, or nothing is
   * scored.
   */
  readonly way?: Omit<WayToTarget, 'steps'> & { readonly steps: readonly (LevelStep & PlannedService)[] };
  /** Services below target, heaviest gap first. */
  readonly gaps: readonly PlannedService[];
  /** Other services with open actions, in sheet order. */
  readonly others: readonly PlannedService[];
  /** Services in scope without a score, which may hide gaps. */
  readonly unscored: number;
}

/** The part of an assessment's view that the plan is made from. */
export interface PlanSource {
  readonly scored: Scored;
  readonly details: Readonly<Record<string, Pick<ServiceDetails, 'plan'>>>;
}

/** The improvement plan of an assessment. */
export function improvementPlan(sheet: Sheet, { scored, details }: PlanSource): ImprovementPlan {
  const planned = (id: string): PlannedService[] => {
    const row = findRow(sheet, scored, id);
    return row
      ? [
          {
            ...row,
            next: row.scored.score === null ? undefined : nextLevel(row.service, row.scored.score),
            open: openCriteria(row.service, row.scored),
            actions: openFirst(details[id]?.plan ?? []),
          },
        ]
      : [];
  };
  const gaps = rankGaps(scored).flatMap(({ service }) => planned(service.id));
  const rest = scoredServices(scored).filter(({ gap }) => !gap);
  const way = wayToTarget(sheet, scored);
  return {
    way: way && { ...way, steps: way.steps.flatMap((step) => planned(step.id).map((row) => ({ ...row, ...step }))) },
    gaps,
    others: rest.flatMap(({ id }) => planned(id)).filter(({ actions }) => actions.some(({ done }) => !done)),
    unscored: rest.filter(({ state }) => state === 'unscored').length,
  };
}

function openFirst(actions: readonly ActionView[]): ActionView[] {
  return [...actions.filter(({ done }) => !done), ...actions.filter(({ done }) => done)];
}
