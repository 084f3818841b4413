/** Words of the improvement plan, shared by all outputs. */
import type { Translate } from '../messages/messages';
import type { Own } from '../messages/safe-text';
import type { LevelStep, WayToTarget } from '../scoring/plan';
import type { PlannedService } from './improvement-plan';
import { formatBelow, formatMean, type Aggregate } from '../scoring/score';

/** `1 → 2`, with the number of open criteria on the way to the next level, as an indication of the effort. */
export function climbText({ from, to, open }: LevelStep & Pick<PlannedService, 'open'>, t: Translate): Own {
  const climb = t('view.plan-climb', { from, to });
  return open.length ? t('view.plan-climb-open', { climb, count: open.length }) : climb;
}

/** How the average can reach its target, or that it has, cannot, or does not exist yet. */
export function wayText({ mean, target }: Aggregate, way: Omit<WayToTarget, 'steps'> | undefined, t: Translate): Own {
  if (mean === null) return t('view.plan-nothing');
  const figures = formatBelow(mean, target);
  if (!way) return t('view.plan-reached', figures);
  return t(way.reaches ? 'view.plan-levels' : 'view.plan-out-of-reach', {
    ...figures,
    count: way.levels,
    after: formatMean(way.mean),
  });
}
