import type { JSX } from 'preact';
import { localDay } from '../assessment/day';
import type { Translate } from '../messages/messages';
import { scoredServices } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { GlossaryContext } from '../views/Description';
import { Conflicts } from '../views/Conflicts';
import { ComparisonBanner } from '../views/ComparisonBanner';
import { Details } from '../views/Details';
import { Outcome } from '../views/Filters';
import { queryOf } from '../views/find';
import { QueryContext } from '../views/Found';
import { Grid } from '../views/Grid';
import { GridTools } from '../views/GridTools';
import { Method } from '../views/Method';
import type { Callbacks, ViewProps } from '../views/props';
import { Overview } from '../views/Overview';
import { PlanTable } from '../views/PlanTable';
import { StepByStep } from '../views/StepByStep';
import { Strip } from '../views/Strip';
import { Tabs } from '../views/Tabs';
import { late } from './late';
import type { ListedFile, PanelMessage } from './protocol';
import { fileOf, historyOf, listed, sourcesOf, type PanelState, type Shown } from './state';
import { tabStop } from './stops';

const History = late(() => import('./History').then((module) => module.History));
const Requirements = late(() => import('../views/Requirements').then((module) => module.Requirements));

interface Props {
  readonly state: PanelState;
  readonly on: Callbacks;
  /** Opens or creates an assessment, where none is shown. */
  readonly send: (message: Extract<PanelMessage, { type: 'new' | 'open' }>) => void;
}

/** The whole panel for a state. */
export function Panel({ state, on, send }: Props): JSX.Element | null {
  const { texts, host } = state;
  if (!texts || !host) return null;
  const { t, sheet } = texts;
  if (host.type === 'empty')
    return <Empty t={t} sheet={sheet} files={host.files ?? []} send={send} read={() => on.read()} />;
  if (!host.view) return <Unreadable t={t} fileName={host.fileName} why={host.why} />;
  return (
    <GlossaryContext.Provider value={sheet.glossary}>
      <Assessment state={state} host={host} shared={{ sheet, view: host.view, t, on }} />
    </GlossaryContext.Provider>
  );
}

type Shared = ViewProps & { readonly on: Callbacks };

function Assessment({ state, host, shared }: { state: PanelState; host: Shown; shared: Shared }): JSX.Element {
  const { t, on } = shared;
  const { step } = fileOf(state);
  const stepping = step?.shown;
  return (
    <main class={`panel${stepping ? ' stepping' : ''}`}>
      {host.conflicts && <Conflicts conflicts={host.conflicts} t={t} on={on} />}
      {host.broken && !host.conflicts && <Banner text={t('view.broken')} why={host.why} />}
      <Strip
        view={shared.view}
        t={t}
        on={on}
        fileName={host.fileName}
        unfolded={state.tab === 'overview'}
        stepping={stepping}
      />
      {host.baseline && <ComparisonBanner baseline={host.baseline} t={t} onChoose={on.compare} />}
      {stepping ? (
        <StepByStep
          {...shared}
          service={step.service}
          finished={step.finished}
          readOnly={host.broken}
          today={localDay(new Date())}
        />
      ) : (
        <Tabbed state={state} host={host} shared={shared} />
      )}
      <p role="status" class={`announcer${state.said.refused ? ' refused' : ''}`}>
        {state.said.text}
      </p>
    </main>
  );
}

/** The tabs with the tools of the active one, and its content below. */
function Tabbed({ state, host, shared }: { state: PanelState; host: Shown; shared: Shared }): JSX.Element {
  const { t, on, view } = shared;
  const { tab, detailsOpen, wordy } = state;
  const { filter, query } = fileOf(state);
  return (
    <>
      <div class="bar-line">
        <Tabs tab={tab} t={t} on={on} />
        {tab === 'grid' && (
          <GridTools
            view={view}
            t={t}
            on={on}
            filter={filter}
            query={query}
            detailsOpen={detailsOpen}
            texts={wordy}
            sources={sourcesOf(state)}
            comparison={host.baseline?.comparison}
          />
        )}
      </div>
      <div role="tabpanel" id="tab-panel" class={`show-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'grid' && <Services state={state} host={host} shared={shared} />}
        {tab === 'plan' && (
          <PlanTable {...shared} choice={state.plan} today={localDay(new Date())} readOnly={host.broken} />
        )}
        {tab === 'trend' && <History {...shared} history={historyOf(state)} today={localDay(new Date())} />}
        {tab === 'requirements' && <Requirements {...shared} sources={sourcesOf(state)} />}
        {tab === 'overview' && <Overview {...shared} baseline={host.baseline} readOnly={host.broken} />}
      </div>
    </>
  );
}

/** The grid, and the details of the selected service; search matches are marked in both. */
function Services({ state, host, shared }: { state: PanelState; host: Shown; shared: Shared }): JSX.Element {
  const { rows, stale } = listed(state);
  const { cursor, filter, query } = fileOf(state);
  const total = scoredServices(shared.view.scored).length;
  return (
    <QueryContext.Provider value={queryOf(query)}>
      <div class="main">
        {(filter !== 'all' || query.trim() !== '') && (
          <Outcome t={shared.t} on={shared.on} shown={rows.size} stale={stale} total={total} />
        )}
        {rows.size > 0 ? (
          <Grid
            {...shared}
            shown={rows}
            folded={new Set(state.folded)}
            texts={state.wordy}
            today={localDay(new Date())}
            cursor={tabStop(state)}
            selected={cursor?.service}
            comparison={host.baseline?.comparison}
            conflicts={host.conflicts}
            readOnly={host.broken}
          />
        ) : (
          <Nothing t={shared.t} onShowAll={() => showAll(shared.on)} />
        )}
      </div>
      {state.detailsOpen && (
        <>
          <Divider t={shared.t} share={state.split.below} />
          <Details
            {...shared}
            selected={cursor?.service}
            readOnly={host.broken}
            today={localDay(new Date())}
            sources={sourcesOf(state)}
            baseline={host.baseline}
          />
        </>
      )}
    </QueryContext.Provider>
  );
}

/** The divider between the grid and its details. */
function Divider({ t, share }: { t: Translate; share: number }): JSX.Element {
  return (
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-label={t('view.divider')}
      aria-valuenow={share}
      aria-valuemin={15}
      aria-valuemax={80}
    />
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

interface EmptyProps extends Pick<Props, 'send'> {
  readonly t: Translate;
  readonly sheet: Sheet;
  readonly files: readonly ListedFile[];
  readonly read: () => void;
}

/** Shown without an open assessment: those of the workspace, or what to do. */
function Empty({ t, sheet, files, send, read }: EmptyProps): JSX.Element {
  return (
    <main class="panel-empty">
      <h1>{t(files.length > 0 ? 'view.empty-choose' : 'view.empty')}</h1>
      {files.length > 0 ? (
        <ul class="listed">
          {files.map(({ uri, path }) => (
            <li>
              <button type="button" class="link" data-listed={path} onClick={() => send({ type: 'open', uri })}>
                {path}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('view.empty-what')}</p>
      )}
      <button type="button" class="primary" onClick={() => send({ type: 'new' })}>
        {t('view.new')}
      </button>{' '}
      <button type="button" class="secondary" onClick={read}>
        {t('view.sheet-open')}
      </button>
      <Method sheet={sheet} t={t} open />
    </main>
  );
}
