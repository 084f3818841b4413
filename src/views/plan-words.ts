/** The words of the improvement plan that every surface shares. */
import type { Translate } from '../messages/messages';
import type { Own } from '../messages/safe-text';
import type { WayToTarget } from '../scoring/plan';
import { formatBelow, formatMean, type Aggregate } from '../scoring/score';

/** How the average gets to its target, or that it is there, can not get there, or does not exist yet. */
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
