import type { JSX } from 'preact';
import type { Source } from '../crosswalk/source';
import type { Translate } from '../messages/messages';
import { formatNumber } from '../scoring/score';
import { changeOf } from './change-marks';
import { answering } from './AnsweredCriteria';
import { AllLevels, CurrentLevel, NextLevel } from './Levels';
import type { BaselineView } from './model';
import type { Callbacks, ViewProps } from './props';
import { Field } from './Field';
import { RecordForm } from './RecordForm';
import { Records } from './Records';
import { TouchedBy } from './Requirements';
import { findRow, stateText, type Row } from './rows';
import { ScoreButtons } from './ScoreButtons';
import { ServiceChanges } from './ServiceChanges';
import { Suggested } from './Suggested';
import { named } from './named';

interface Props extends ViewProps {
  /** The service to show; absent while none is selected. */
  readonly selected?: string;
  readonly readOnly?: boolean;
  /** The current day, `YYYY-MM-DD`, for overdue and completed actions. */
  readonly today?: string;
  /** The relevant crosswalk sources. */
  readonly sources?: readonly Source[];
  /** The baseline, while the assessment is compared with one. */
  readonly baseline?: BaselineView;
}

/** Everything about one service, with the controls to change it. */
export function Details(props: Props): JSX.Element {
  const { sheet, view, t, on, selected, readOnly = false } = props;
  const row = selected === undefined ? undefined : findRow(sheet, view.scored, selected);
  if (!row) return <Vacant t={t} on={on} />;
  const { service } = row;
  const shared = { row, t, details: view.details[service.id]?.criteria, on: answering(row, on, readOnly) };
  return (
    <section class="details" aria-label={t('view.details')} data-details={service.id}>
      <div class="details-head">
        <h2>
          <span class="id">{service.id}</span> {service.title}
        </h2>
        <p class="state">{stateText(row, t)}</p>
        {on && <Close t={t} onClick={() => on.toggle('details')} />}
        {on && <ScoreButtons row={row} t={t} on={on} readOnly={readOnly} />}
        {on && <Target row={row} own={view.details[service.id]?.target} t={t} on={on} readOnly={readOnly} />}
      </div>
      <div class="details-body" tabIndex={on && 0} role={on && 'group'} aria-label={on && service.title}>
        <div class="details-flow">
          <Changed {...props} row={row} />
          <Meaning row={row} t={t} />
          {shared.on && <Suggested row={row} t={t} on={on} />}
          <CurrentLevel {...shared} />
          <NextLevel {...shared} />
          <Recorded {...props} row={row} />
          <TouchedBy service={service.id} sources={props.sources} t={t} />
          <Terms notes={service.notes} t={t} />
        </div>
        <AllLevels {...shared} />
        {on && (
          <p class="read">
            <button type="button" class="link" onClick={() => on.read(service.id)}>
              {t('view.sheet-read')}
            </button>
          </p>
        )}
      </div>
    </section>
  );
}

function Changed({ baseline, t, row: { service } }: Props & { row: Row }): JSX.Element | null {
  if (!baseline) return null;
  const change = changeOf(baseline.comparison, service.id);
  return <ServiceChanges service={service} change={change} name={baseline.name} t={t} />;
}

/** What the file records of the service, as a form where it can be changed. */
function Recorded({ view, t, on, readOnly = false, today = '', row }: Props & { row: Row }): JSX.Element | null {
  const { id } = row.service;
  const details = view.details[id];
  if (on && !readOnly && row.scored.state !== 'out-of-scope')
    return <RecordForm key={id} row={row} details={details} t={t} on={on} today={today} />;
  return details ? <Records service={id} details={details} t={t} on={on} /> : null;
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

function Close({ t, onClick }: { t: Translate; onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="toggle" {...named(t('view.details-close'))} onClick={onClick}>
      <svg width="16" height="16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="1.5" />
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

interface TargetProps {
  readonly row: Row;
  /** The service's own target. */
  readonly own: number | undefined;
  readonly t: Translate;
  readonly on: Callbacks;
  readonly readOnly: boolean;
}

/** The target of the service; empty where it inherits its area's. */
function Target({ row: { service, scored }, own, t, on, readOnly }: TargetProps): JSX.Element | null {
  if (scored.state === 'out-of-scope') return null;
  const commit = (value: string) =>
    on.record(service.id, { kind: 'target', target: value === '' ? null : Math.min(5, Math.max(0, Number(value))) });
  return (
    <label class="own-target">
      {t('view.record-target')}{' '}
      <Field
        key={service.id}
        type="number"
        label={t('view.record-target-hint')}
        value={own === undefined ? '' : String(own)}
        placeholder={formatNumber(scored.target)}
        readOnly={readOnly}
        commit={commit}
      />
    </label>
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
