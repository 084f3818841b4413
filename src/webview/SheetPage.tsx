import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { queryOf } from '../views/find';
import { SheetDocument } from '../views/SheetDocument';
import { layouts, type Layout } from './sheet-protocol';
import { findsOf, layoutOf, shownColumns, type SheetGesture, type SheetState } from './sheet-state';
import { named } from '../views/named';

interface Props {
  readonly state: SheetState;
  readonly on: (gesture: SheetGesture) => void;
  readonly save: () => void;
  /** The page is wide enough for the contents beside the text. */
  readonly wide: boolean;
}

/** The sheet with its search and its choice of languages. */
export function SheetPage({ state, on, save, wide }: Props): JSX.Element | null {
  const { t, marked, query } = state;
  if (!t) return null;
  return (
    <>
      <header class="sheet-bar">
        <Search state={state} t={t} on={on} />
        <fieldset class="layouts">
          <legend class="unseen">{t('view.sheet-languages')}</legend>
          {layouts.map((layout) => (
            <label class="chip">
              <input
                type="radio"
                name="layout"
                value={layout}
                checked={layoutOf(state) === layout}
                onChange={() => on({ type: 'layout', layout })}
              />
              {nameOfLayout(layout, t)}
            </label>
          ))}
        </fieldset>
        <button type="button" class="secondary" title={t('view.sheet-save-hint')} onClick={save}>
          {t('view.sheet-save')}
        </button>
      </header>
      <main class="sheet" tabIndex={-1}>
        <SheetDocument
          columns={shownColumns(state)}
          marked={marked ?? undefined}
          query={queryOf(query)}
          contentsOpen={wide}
          t={t}
        />
      </main>
    </>
  );
}

function Search({ state, t, on }: { state: SheetState; t: Translate; on: Props['on'] }): JSX.Element {
  const { count, services } = findsOf(state);
  const asked = queryOf(state.query) !== '';
  return (
    <div class="sheet-search" role="search">
      <input
        type="search"
        class="search"
        value={state.query}
        placeholder={t('view.sheet-search')}
        aria-label={t('view.sheet-search')}
        title={t('view.sheet-keys')}
        onInput={({ currentTarget }) => on({ type: 'query', query: currentTarget.value })}
      />
      <Step
        label={t('view.sheet-previous')}
        sign="↑"
        disabled={count === 0}
        onClick={() => on({ type: 'find', step: -1 })}
      />
      <Step
        label={t('view.sheet-next')}
        sign="↓"
        disabled={count === 0}
        onClick={() => on({ type: 'find', step: 1 })}
      />
      <span role="status" class="outcome">
        {asked && (count ? t('view.sheet-found', { index: state.find + 1, count, services }) : t('view.sheet-none'))}
      </span>
    </div>
  );
}

/** Stays in the tab order when disabled, so that focus is not lost while the query changes. */
function Step({
  label,
  sign,
  disabled,
  onClick,
}: {
  label: string;
  sign: string;
  disabled: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="secondary step"
      {...named(label)}
      aria-disabled={disabled}
      onClick={() => disabled || onClick()}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** The name of a layout; languages have their own names. */
function nameOfLayout(layout: Layout, t: Translate): string {
  return layout === 'all'
    ? t('view.sheet-all')
    : (new Intl.DisplayNames([layout], { type: 'language' }).of(layout) ?? layout);
}
