import type { JSX } from 'preact';
import { localDay } from '../assessment/day';
import type { Translate } from '../messages/messages';
import { openServices } from '../language/guided-scoring';
import { scoredServices } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { AreaList } from '../views/AreaList';
import { GlossaryContext } from '../views/Description';
import { ComparisonBanner } from '../views/ComparisonBanner';
import { Details } from '../views/Details';
import { Filters } from '../views/Filters';
import { Grid } from '../views/Grid';
import { Method } from '../views/Method';
import type { AssessmentView } from '../views/model';
import type { Callbacks, Cursor, ViewProps } from '../views/props';
import { Plan } from '../views/Plan';
import { Radar } from '../views/Radar';
import { StepByStep } from '../views/StepByStep';
import { Summary } from '../views/Summary';
import { Tabs } from '../views/Tabs';
import { History } from './History';
import { fileOf, historyOf, listed, type PanelState, type Shown } from './state';

interface Props {
  readonly state: PanelState;
  readonly on: Callbacks;
  /** Asks for a new assessment. */
  readonly create: () => void;
}

/** The whole panel for one state. */
export function Panel({ state, on, create }: Props): JSX.Element | null {
  const { texts, host } = state;
  if (!texts || !host) return null;
  const { t, sheet } = texts;
  if (host.type === 'empty') return <Empty t={t} sheet={sheet} create={create} read={() => on.read()} />;
  if (!host.view) return <Unreadable t={t} fileName={host.fileName} why={host.why} />;
  return (
    <GlossaryContext.Provider value={sheet.glossary}>
      <Assessment state={state} host={host} shared={{ sheet, view: host.view, t, on }} />
    </GlossaryContext.Provider>
  );
}

/** The row that holds the grid's tab stop: the cursor's own, or the first when that one is not shown. */
export function tabStop(cursor: Cursor | null, view: AssessmentView, rows: ReadonlySet<string>): Cursor | null {
  if (cursor && rows.has(cursor.service)) return cursor;
  const first = scoredServices(view.scored).find(({ id }) => rows.has(id));
  return first ? { service: first.id, column: 0 } : null;
}

type Shared = ViewProps & { readonly on: Callbacks };

function Assessment({ state, host, shared }: { state: PanelState; host: Shown; shared: Shared }): JSX.Element {
  const { cursor, step } = fileOf(state);
  const selected = cursor?.service;
  return (
    <main class={`panel${step?.shown ? ' stepping' : ''}`}>
      {host.broken && <Banner text={shared.t('view.broken')} why={host.why} />}
      <div class="main">
        <Head state={state} fileName={host.fileName} shared={shared} />
        {host.compared && <ComparisonBanner compared={host.compared} t={shared.t} onChoose={shared.on.compare} />}
        <div class="ways">
          <Guide {...shared} />
          <Method sheet={shared.sheet} t={shared.t} />
        </div>
        <Tabs tab={state.tab} t={shared.t} on={shared.on} />
        <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${state.tab}`}>
          {state.tab === 'grid' && <Services state={state} host={host} shared={shared} />}
          {state.tab === 'plan' && <Plan {...shared} selected={selected} readOnly={host.broken} />}
          {state.tab === 'trend' && <History {...shared} history={historyOf(state)} today={localDay(new Date())} />}
        </div>
      </div>
      {step?.shown ? (
        <StepByStep {...shared} service={step.service} finished={step.finished} readOnly={host.broken} />
      ) : (
        <Details {...shared} selected={selected} readOnly={host.broken} open={state.detailsOpen} />
      )}
      <p role="status" class={`announcer${state.said.refused ? ' refused' : ''}`}>
        {state.said.text}
      </p>
    </main>
  );
}

/** The grid with what narrows it. */
function Services({ state, host, shared }: { state: PanelState; host: Shown; shared: Shared }): JSX.Element {
  const { filter, query, cursor } = fileOf(state);
  const { rows, stale } = listed(state);
  return (
    <>
      <Filters {...shared} filter={filter} query={query} shown={rows.size} stale={stale} />
      {rows.size > 0 ? (
        <Grid
          {...shared}
          shown={rows}
          cursor={tabStop(cursor, shared.view, rows)}
          selected={cursor?.service}
          comparison={host.compared?.comparison}
          readOnly={host.broken}
        />
      ) : (
        <Nothing t={shared.t} onShowAll={() => showAll(shared.on)} />
      )}
    </>
  );
}

/** The way into guided scoring, in front while services have no answer yet. */
function Guide({ view, t, on }: Shared): JSX.Element {
  return (
    <button
      type="button"
      class={`guide ${openServices(view.scored).length ? 'primary' : 'secondary'}`}
      onClick={() => on.step('start')}
    >
      {t('view.step-start')}
    </button>
  );
}

function Head({ state, fileName, shared }: { state: PanelState; fileName: string; shared: Shared }): JSX.Element {
  const { areasOpen } = state;
  return (
    <header class="head">
      <Summary view={shared.view} t={shared.t} fileName={fileName} />
      <section class={`areas ${areasOpen ? 'open' : 'closed'}`} aria-label={shared.t('view.areas')}>
        <button type="button" class="areas-toggle" aria-expanded={areasOpen} onClick={() => shared.on.toggle('areas')}>
          {shared.t('view.areas')}
        </button>
        <AreaList {...shared} />
        <Radar {...shared} />
      </section>
    </header>
  );
}

function showAll(on: Callbacks): void {
  on.filter('all');
  on.search('');
}

function Nothing({ t, onShowAll }: { t: Translate; onShowAll: () => void }): JSX.Element {
  return (
    <p class="nothing">
      {t('view.grid-none')}{' '}
      <button type="button" class="link" onClick={onShowAll}>
        {t('view.show-all')}
      </button>
    </p>
  );
}

function Banner({ text, why }: { text: string; why?: string }): JSX.Element {
  return (
    <p class="banner" role="alert">
      {text}
      {why && <span class="why">{why}</span>}
    </p>
  );
}

function Unreadable({ t, fileName, why }: { t: Translate; fileName: string; why?: string }): JSX.Element {
  return (
    <main class="panel-empty">
      <h1>{fileName}</h1>
      <Banner text={t('view.broken-never')} why={why} />
    </main>
  );
}

function Empty({
  t,
  sheet,
  create,
  read,
}: {
  t: Translate;
  sheet: Sheet;
  create: () => void;
  read: () => void;
}): JSX.Element {
  return (
    <main class="panel-empty">
      <h1>{t('view.empty')}</h1>
      <p>{t('view.empty-what')}</p>
      <button type="button" class="primary" onClick={create}>
        {t('view.new')}
      </button>{' '}
      <button type="button" class="secondary" onClick={read}>
        {t('view.sheet-open')}
      </button>
      <Method sheet={sheet} t={t} open />
    </main>
  );
}
