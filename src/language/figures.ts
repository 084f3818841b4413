/** An average with its figures, in the words that lenses, outline and status bar share. */
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber, type Aggregate } from '../scoring/score';

/** The average with its coverage; where nothing is scored, the number of services to score. */
export function averageText({ mean, scored, applicable, excluded }: Aggregate, t: Translate): string {
  if (applicable === 0) return t('figures.all-excluded', { excluded });
  if (mean === null) return t('figures.unscored', { applicable });
  return t(excluded ? 'figures.average-excluded' : 'figures.average', {
    mean: formatMean(mean),
    scored,
    applicable,
    excluded,
  });
}

/** Average, coverage, target, and the number of services below their target. */
export function figuresText(aggregate: Aggregate, t: Translate): string {
  const { mean, target, belowTarget, applicable } = aggregate;
  const parts = [averageText(aggregate, t)];
  if (applicable > 0) parts.push(t('figures.target', { target: formatNumber(target) }));
  if (mean !== null)
    parts.push(belowTarget ? t('report.below-target', { count: belowTarget }) : t('figures.none-below'));
  return parts.join(t('figures.separator'));
}

/** Average, coverage and target for narrow places. */
export function shortFigures({ mean, scored, applicable, target }: Aggregate, t: Translate): string {
  return t('figures.short', { mean: formatMean(mean), scored, applicable, target: formatNumber(target) });
}
