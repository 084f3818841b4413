import type { JSX } from 'preact';
import { scoredServices } from '../scoring/score';
import type { Filter, ViewProps } from './props';
import { passes } from './search';

interface Props extends Pick<ViewProps, 'view' | 't' | 'on'> {
  readonly filter: Filter;
  readonly query: string;
  /** Rows in the grid. */
  readonly shown: number;
  /** Rows in the grid that no longer match the filter. */
  readonly stale: number;
}

const filters = [
  ['all', 'view.filter-all'],
  ['below', 'view.filter-below'],
  ['unscored', 'view.filter-unscored'],
] as const;

/** Which rows to show: all, below target, unscored, each with its number, and a search. */
export function Filters({ view, t, on, filter, query, shown, stale }: Props): JSX.Element {
  const services = scoredServices(view.scored);
  const narrowed = filter !== 'all' || query.trim() !== '';
  return (
    <div class="filters">
      <div class="chips" role="group" aria-label={t('view.filter')}>
        {filters.map(([id, key]) => (
          <button type="button" class="chip" aria-pressed={filter === id} onClick={() => on?.filter(id)}>
            {t(key)} <span class="count">{services.filter((service) => passes(id, service)).length}</span>
          </button>
        ))}
      </div>
      <input
        type="search"
        class="search"
        aria-label={t('view.search')}
        placeholder={t('view.search')}
        aria-keyshortcuts="/"
        value={query}
        onInput={(event) => on?.search(event.currentTarget.value)}
      />
      {narrowed && <Outcome t={t} on={on} shown={shown} stale={stale} total={services.length} />}
    </div>
  );
}

function Outcome({
  t,
  on,
  shown,
  stale,
  total,
}: Pick<Props, 't' | 'on' | 'shown' | 'stale'> & { total: number }): JSX.Element {
  return (
    <p class="outcome">
      <span role="status">{t('view.shown', { shown, total })}</span>
      {stale > 0 && (
        <>
          {t('view.separator')}
          {t('view.shown-stale', { count: stale })}{' '}
          <button type="button" class="link" onClick={() => on?.refresh()}>
            {t('view.shown-refresh')}
          </button>
        </>
      )}
    </p>
  );
}
