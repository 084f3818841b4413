import type { JSX } from 'preact';
import type { Source } from '../crosswalk/source';
import type { Comparison } from '../scoring/compare';
import { scoredServices } from '../scoring/score';
import type { Filter, ViewProps } from './props';
import { passes } from './search';
import { named } from './named';

interface Props extends Pick<ViewProps, 'view' | 't' | 'on'> {
  readonly filter: Filter;
  readonly query: string;
  /** The crosswalk sources by which services can be filtered. */
  readonly sources?: readonly Source[];
  /** The changes since the baseline, if it is compared with one. */
  readonly comparison?: Comparison;
}

const filters = [
  ['all', 'view.filter-all'],
  ['below', 'view.filter-below'],
  ['unscored', 'view.filter-unscored'],
  ['changed', 'view.filter-changed'],
] as const;

/** The filter (all, below target, unscored, changed, each with its count) and the search. */
export function Filters({ view, t, on, filter, query, sources = [], comparison }: Props): JSX.Element {
  const services = scoredServices(view.scored);
  const offered = filters.filter(([id]) => id !== 'changed' || comparison);
  return (
    <div class="filters">
      <Glyph name="search" path="M10.5 10.5L14.5 14.5M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0Z" />
      <input
        type="search"
        class="search"
        {...named(t('view.search'))}
        placeholder={t('view.search')}
        aria-keyshortcuts="/"
        value={query}
        onInput={(event) => on?.search(event.currentTarget.value)}
      />
      <Glyph name="filter" path="M2 3h12L9.5 8.5V13l-3-1.5v-3Z" />
      <select
        class={`filter${filter === 'all' ? '' : ' narrowing'}`}
        {...named(t('view.filter'))}
        onChange={(event) => on?.filter(event.currentTarget.value as Filter)}
      >
        {offered.map(([id, key]) => (
          <option value={id} selected={filter === id}>
            {`${t(key)} ${services.filter((service) => passes(id, service, { comparison })).length}`}
          </option>
        ))}
        {sources.map(({ id, title }) => (
          <option value={`touches:${id}`} selected={filter === `touches:${id}`}>
            {t('view.filter-touches', { title })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** An icon in place of an input where there is no room for its text. */
function Glyph({ name, path }: { name: 'search' | 'filter'; path: string }): JSX.Element {
  return (
    <svg class={`glyph ${name}-glyph`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.3" />
    </svg>
  );
}

interface OutcomeProps extends Pick<ViewProps, 't' | 'on'> {
  /** The number of rows shown. */
  readonly shown: number;
  /** The number of shown rows that no longer match the filter. */
  readonly stale: number;
  /** The number of all rows. */
  readonly total: number;
}

/** The result of filter and search. */
export function Outcome({ t, on, shown, stale, total }: OutcomeProps): JSX.Element {
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
