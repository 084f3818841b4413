import type { JSX } from 'preact';
import type { Source } from '../crosswalk/source';
import type { Comparison } from '../scoring/compare';
import { Filters } from './Filters';
import type { Callbacks, Filter, ViewProps } from './props';
import { named } from './named';

interface Props extends Pick<ViewProps, 'view' | 't'> {
  readonly on: Callbacks;
  readonly filter: Filter;
  readonly query: string;
  readonly detailsOpen: boolean;
  readonly texts: boolean;
  readonly sources?: readonly Source[];
  readonly comparison?: Comparison;
}

/** The controls of the grid, in the line of the tabs: summaries in the cells, details, filter and search. */
export function GridTools({ detailsOpen, texts, ...props }: Props): JSX.Element {
  const { t, on } = props;
  return (
    <div class="tools">
      <Toggle name="texts" pressed={texts} text={t('view.texts')} on={on}>
        <path d="M1.5 3h13v10h-13ZM4 6h8M4 8.5h8M4 11h5" fill="none" stroke="currentColor" />
      </Toggle>
      <Toggle
        name="details"
        pressed={detailsOpen}
        text={t(detailsOpen ? 'view.details-close' : 'view.details-open')}
        on={on}
      >
        <path d="M1.5 2.5h13v11h-13ZM1.5 9h13M4 11.3h8" fill="none" stroke="currentColor" />
      </Toggle>
      <Filters {...props} />
    </div>
  );
}

function Toggle({
  name,
  pressed,
  text,
  on,
  children,
}: {
  name: 'texts' | 'details';
  pressed: boolean;
  text: string;
  on: Callbacks;
  children: JSX.Element;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`tool ${name}-toggle`}
      aria-pressed={pressed}
      {...named(text)}
      onClick={() => on.toggle(name)}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
