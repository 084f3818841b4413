import type { JSX } from 'preact';
import { trendOf, trendPoint } from '../scoring/trend';
import type { ViewProps } from '../views/props';
import { Trend } from '../views/Trend';
import type { History as State } from './state';

interface Props extends ViewProps {
  /** The file's history; `null` until the host has answered. */
  readonly history: State | null;
  readonly today: string;
}

/** The trend of the file shown: its committed versions, and its present state. */
export function History({ history, today, view, sheet, t, on }: Props): JSX.Element {
  const now = trendPoint({ date: today, label: t('view.trend-now') }, view.scored);
  return (
    <section
      class="history"
      aria-label={t('view.trend')}
      data-points={history?.reading === undefined ? history?.points.length : undefined}
    >
      <p class="history-state" role="status">
        {history === null || history.reading !== undefined
          ? t('view.trend-reading', { count: history?.reading ?? 0 })
          : (history.why ?? t('view.trend-read', { count: history.points.length }))}{' '}
        {history?.reading === undefined ? (
          <button type="button" class="link" onClick={() => on?.trend('read')}>
            {t('view.trend-again')}
          </button>
        ) : (
          <button type="button" class="link" onClick={() => on?.trend('stop')}>
            {t('view.trend-stop')}
          </button>
        )}
      </p>
      <Trend points={trendOf([...(history?.points ?? []), now])} sheet={sheet} t={t} />
    </section>
  );
}
