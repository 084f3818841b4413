/** The status bar's text for an assessment. */
import type { Translate } from '../messages/messages';
import { formatNumber, type Scored } from '../scoring/score';
import { averageText, figuresText, shortFigures } from './figures';

export interface Status {
  /** May contain icons as `$(name)`. */
  readonly text: string;
  /** Plain text of several lines. */
  readonly tooltip: string;
  /** For screen readers. */
  readonly spoken: string;
}

/** The figures of a file, or its last good ones marked as stale; without figures where it has never been scored. */
export function statusOf(
  figures: { readonly scored: Scored; readonly stale: boolean } | undefined,
  name: string,
  t: Translate,
): Status {
  if (!figures) {
    const lines = [name, t('status.unreadable'), t('lens.tooltip')];
    return { text: '$(warning) –', tooltip: lines.join('\n'), spoken: lines.slice(0, 2).join(t('figures.separator')) };
  }
  const { overall } = figures.scored;
  const { floor } = overall;
  const lines = [
    name,
    figuresText(overall, t),
    floor === null ? '' : t('report.floor', { floor }),
    figures.stale ? t('view.broken') : '',
    t('lens.tooltip'),
  ].filter(Boolean);
  return {
    text: `$(${figures.stale ? 'warning' : 'graph'}) ${shortFigures(overall, t)}`,
    tooltip: lines.join('\n'),
    spoken: [averageText(overall, t), t('figures.target', { target: formatNumber(overall.target) })].join(
      t('figures.separator'),
    ),
  };
}
