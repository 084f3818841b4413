import type { JSX } from 'preact';
import { openServices, progressOf } from '../language/guided-scoring';
import { formatMean } from '../scoring/score';
import { termsIn } from '../sheet/glossary';
import { nameOf, type Service } from '../sheet/sheet';
import type { ViewProps } from './props';
import { RecordForm } from './RecordForm';
import { areaRows, coverageText, findRow, stateText, type Row } from './rows';
import { StepLevels } from './StepLevels';

interface Props extends ViewProps {
  /** The service to score. */
  readonly service: string;
  /** All services have been visited: show the result. */
  readonly finished: boolean;
  readonly readOnly?: boolean;
  /** The current day, `YYYY-MM-DD`. */
  readonly today?: string;
}

/** Guided scoring, one service at a time: the objective, then all levels from 0 upwards to choose from. */
export function StepByStep(props: Props): JSX.Element | null {
  const { sheet, view, t, service, finished } = props;
  const row = findRow(sheet, view.scored, service);
  if (!row) return null;
  return (
    <section class="details step" aria-label={t('view.step')} data-step={finished ? 'done' : service}>
      {finished ? <Result {...props} /> : <Question {...props} row={row} />}
    </section>
  );
}

function Question({ row, ...props }: Props & { row: Row }): JSX.Element {
  const { sheet, view, t, on, readOnly = false } = props;
  const { service, scored } = row;
  return (
    <>
      <div class="step-head">
        <Progress {...props} />
        <AreaProgress {...props} />
        <h1 class="step-title" tabIndex={-1}>
          {nameOf(service)}
        </h1>
        <p class="state">{stateText(row, t)}</p>
      </div>
      <div class="step-body" key={service.id} tabIndex={on && 0} role={on && 'group'} aria-label={on && service.title}>
        <h2>{t('view.objective')}</h2>
        <p class="objective">{service.objective}</p>
        <StepLevels row={row} details={view.details[service.id]?.criteria} t={t} on={on} readOnly={readOnly} />
        {on && !readOnly && (
          <details class="step-record">
            <summary>{t('view.step-record')}</summary>
            <RecordForm row={row} details={view.details[service.id]} t={t} on={on} today={props.today ?? ''} />
          </details>
        )}
        <Terms service={service} sheet={sheet} t={t} />
        <p class="keys">{t('view.step-keys')}</p>
      </div>
      <div class="step-foot">
        <Choice
          text={t('view.step-previous')}
          disabled={progressOf(view.scored, service.id)?.number === 1}
          onClick={() => on?.step('previous')}
        />
        <Choice
          text={t(scored.state === 'unscored' ? 'view.step-skip' : 'view.step-next')}
          onClick={() => on?.step('next')}
        />
        <Choice
          text={t(scored.state === 'excluded' ? 'view.include' : 'view.exclude')}
          disabled={readOnly}
          onClick={() => (scored.state === 'excluded' ? on?.include(service.id) : on?.exclude(service.id))}
        />
        <Choice text={t('view.step-leave')} onClick={() => on?.step('leave')} />
      </div>
    </>
  );
}

/**
 * The sheet's notes, and the terms of the levels. They are listed separately, since each level is a single button,
 * which cannot contain other controls.
 */
function Terms({
  service: { levels, notes },
  sheet,
  t,
}: { service: Service } & Pick<Props, 'sheet' | 't'>): JSX.Element | null {
  const terms = termsIn(
    levels.map((level) => level?.description ?? ''),
    notes,
    sheet.glossary,
  );
  const texts = [...notes, ...terms.map(({ term, meaning }) => `${term}${t('view.term-separator')}${meaning}`)];
  if (!texts.length) return null;
  return (
    <>
      <h2>{t('view.terms')}</h2>
      {texts.map((text) => (
        <p class="term">{text}</p>
      ))}
    </>
  );
}

function Progress({ view, t, service }: Props): JSX.Element {
  const progress = progressOf(view.scored, service) ?? { number: 0, total: 0 };
  const text = t('view.step-progress', progress);
  return (
    <p class="step-progress">
      <span>{text}</span>
      <svg class="bar" height="6" aria-hidden="true">
        <rect class="track" width="100%" height="6" rx="3" />
        <rect class="fill" width={`${(progress.number / Math.max(1, progress.total)) * 100}%`} height="6" rx="3" />
      </svg>
    </p>
  );
}

/** The progress of each area: the number of its services with an answer, and of all that need one. */
function AreaProgress({ sheet, view, t, service }: Props): JSX.Element {
  return (
    <ol class="step-areas" aria-label={t('view.areas')}>
      {areaRows(sheet, view.scored).map(({ area, rows }) => {
        const wanted = rows.filter(({ scored }) => scored.state !== 'out-of-scope');
        const answered = wanted.filter(({ scored }) => scored.state !== 'unscored').length;
        const text = t('view.step-area', { name: nameOf(area), answered, total: wanted.length });
        const isCurrent = rows.some((row) => row.service.id === service);
        return (
          <li
            class={answered === wanted.length ? 'complete' : undefined}
            aria-current={isCurrent ? 'step' : undefined}
            title={text}
          >
            <span class="unseen">{text}</span>
            <span aria-hidden="true">
              <span class="id">{area.id}</span> {answered}/{wanted.length}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Result({ view, t, on }: Props): JSX.Element {
  const { overall } = view.scored;
  const count = openServices(view.scored).length;
  const values = { mean: formatMean(overall.mean), coverage: coverageText(overall, t), below: overall.belowTarget };
  return (
    <div class="step-result">
      <h1 class="step-title" tabIndex={-1}>
        {t('view.step-done')}
      </h1>
      <p>{count ? t('view.step-open', { count }) : t('view.step-all')}</p>
      <p>{t('view.step-result', values)}</p>
      <div class="step-foot">
        {count > 0 && <Choice text={t('view.step-continue')} onClick={() => on?.step('start')} />}
        <Choice text={t('view.step-to-plan')} onClick={() => on?.finish('plan')} />
        <Choice text={t('view.step-to-report')} onClick={() => on?.finish('report')} />
        <Choice text={t('view.new')} onClick={() => on?.finish('next')} />
        <Choice text={t('view.step-previous')} onClick={() => on?.step('previous')} />
        <Choice text={t('view.step-leave')} onClick={() => on?.step('leave')} />
      </div>
    </div>
  );
}

/** Stays in the tab order when disabled, so that focus is not lost when the state changes. */
function Choice({
  text,
  disabled = false,
  onClick,
}: {
  text: string;
  disabled?: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button type="button" class="secondary" aria-disabled={disabled} onClick={() => disabled || onClick()}>
      {text}
    </button>
  );
}
