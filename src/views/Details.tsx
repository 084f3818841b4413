import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { AllLevels, CurrentLevel, NextLevel } from './Levels';
import type { ViewProps } from './props';
import { Records } from './Records';
import { findRow, stateText, type Row } from './rows';
import { ScoreButtons } from './ScoreButtons';

interface Props extends ViewProps {
  /** The service to show, or nothing yet. */
  readonly selected?: string;
  readonly readOnly?: boolean;
  /** Whether more than the heading and the buttons shows; so it does when left out. */
  readonly open?: boolean;
}

/** All there is to know about one service, and what can be done to it. */
export function Details({ sheet, view, t, on, selected, readOnly = false, open = true }: Props): JSX.Element {
  const row = selected === undefined ? undefined : findRow(sheet, view.scored, selected);
  if (!row) return <Vacant t={t} on={on} />;
  const { service } = row;
  const details = view.details[service.id];
  return (
    <section class={`details ${open ? 'open' : 'closed'}`} aria-label={t('view.details')} data-details={service.id}>
      <div class="details-head">
        <h2>
          <span class="id">{service.id}</span> {service.title}
        </h2>
        <p class="state">{stateText(row, t)}</p>
        {on && <Toggle open={open} t={t} onClick={() => on.toggle('details')} />}
        {on && <ScoreButtons row={row} t={t} on={on} readOnly={readOnly} />}
      </div>
      {open && (
        <div class="details-body" tabIndex={on && 0} role={on && 'group'} aria-label={on && service.title}>
          <div class="details-flow">
            <Meaning row={row} t={t} />
            <CurrentLevel row={row} t={t} />
            <NextLevel row={row} t={t} />
            {details && <Records service={service.id} details={details} t={t} on={on} />}
            {on && !readOnly && <Cite row={row} t={t} cite={() => on.cite(service.id, [])} />}
            <Terms notes={service.notes} t={t} />
          </div>
          <AllLevels row={row} t={t} />
          {on && (
            <p class="read">
              <button type="button" class="link" onClick={() => on.read(service.id)}>
                {t('view.sheet-read')}
              </button>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function Vacant({ t, on }: Pick<Props, 't' | 'on'>): JSX.Element {
  return (
    <section class="details vacant" aria-label={t('view.details')}>
      <p class="advice">{t('view.details-none')}</p>
      {on && (
        <button type="button" class="link" onClick={() => on.step('start')}>
          {t('view.step-start')}
        </button>
      )}
    </section>
  );
}

function Toggle({ open, t, onClick }: { open: boolean; t: Translate; onClick: () => void }): JSX.Element {
  const label = t(open ? 'view.details-close' : 'view.details-open');
  return (
    <button type="button" class="toggle" aria-expanded={open} aria-label={label} title={label} onClick={onClick}>
      <svg width="16" height="16" aria-hidden="true">
        <path d="M3 6l5 5 5-5" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
    </button>
  );
}

function Meaning({ row, t }: { row: Row; t: Translate }): JSX.Element {
  const { service, scored } = row;
  return (
    <section class="meaning">
      {scored.state === 'excluded' && (
        <>
          <h3>{t('view.excluded')}</h3>
          <p class="exclusion">{scored.reason || t('view.no-reason')}</p>
        </>
      )}
      {scored.state === 'out-of-scope' && <p class="advice">{t('view.out-of-scope')}</p>}
      <h3>{t('view.objective')}</h3>
      <p class="objective">{service.objective}</p>
    </section>
  );
}

function Cite({ row, t, cite }: { row: Row; t: Translate; cite: () => void }): JSX.Element | null {
  if (row.scored.state === 'out-of-scope') return null;
  return (
    <p class="cite">
      <button type="button" class="link" title={t('view.cite-hint')} onClick={cite}>
        {t('view.cite')}
      </button>
    </p>
  );
}

function Terms({ notes, t }: { notes: readonly string[]; t: Translate }): JSX.Element | null {
  if (!notes.length) return null;
  return (
    <section class="terms">
      <h3>{t('view.terms')}</h3>
      <ul>
        {notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </section>
  );
}
