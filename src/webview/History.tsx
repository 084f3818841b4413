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
  const isReading = history === null || history.reading !== undefined;
  const now = trendPoint({ date: today, label: t('view.trend-now') }, view.scored);
  const points = trendOf([...(history?.points ?? []), now]);
  return (
    <section class="history" aria-label={t('view.trend')} data-points={isReading ? undefined : history.points.length}>
      <p class="history-state" role="status">
        {isReading
          ? t('view.trend-reading', { count: history?.reading ?? 0 })
          : (history.why ?? t('view.trend-read', { count: history.points.length }))}{' '}
        {history && (
          <button type="button" class="link" onClick={() => on?.trend(isReading ? 'stop' : 'read')}>
            {t(isReading ? 'view.trend-stop' : 'view.trend-again')}
          </button>
        )}
      </p>
      {(!isReading || points.length > 1) && <Trend points={points} sheet={sheet} t={t} />}
    </section>
  );
}
