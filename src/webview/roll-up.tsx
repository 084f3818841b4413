/// <reference types="vscode-webview" />
/** The browser side of the assessments side by side: what the host sends is drawn, sorted as the user likes. */
import { render } from 'preact';
import { translatorOf, type Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import { sortedRows } from '../views/roll-up-order';
import { RollUp, type SortColumn } from '../views/RollUp';
import { moveInMap } from './roll-up-keys';
import type { HostedRow, RollUpHostMessage, RollUpPanelMessage } from './roll-up-protocol';

/** Rows drawn at once: a table of thousands is slow to lay out. */
const page = 200;

interface State {
  readonly texts?: { readonly t: Translate; readonly sheet: Sheet };
  readonly rows: readonly HostedRow[];
  readonly left: number;
  /** Files read so far, while there are more. */
  readonly reading?: number;
  readonly sort: SortColumn;
  readonly limit: number;
}

const vscode = acquireVsCodeApi();
const root = document.getElementById('psirt-panel') ?? document.body;
let state: State = { rows: [], left: 0, sort: savedSort(), limit: page, reading: 0 };

window.addEventListener('message', ({ data }: MessageEvent<RollUpHostMessage>) => {
  if (data.type === 'texts') change({ texts: { t: translatorOf(data.language, data.catalogue), sheet: data.sheet } });
  else if (data.type === 'reading') change({ reading: data.count });
  else change({ rows: data.rows, left: data.left, reading: undefined });
});
send({ type: 'ready' });

function savedSort(): SortColumn {
  const saved = vscode.getState() as { sort?: unknown } | undefined;
  return typeof saved?.sort === 'string' ? saved.sort : 'average';
}

function send(message: RollUpPanelMessage): void {
  vscode.postMessage(message);
}

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  vscode.setState({ sort: state.sort });
  if (!state.texts) return;
  document.documentElement.lang = state.texts.t.language;
  root.dataset['rows'] = state.reading === undefined ? String(state.rows.length) : '';
  render(<Page {...state} texts={state.texts} />, root);
}

const on = {
  open: (row: { readonly name: string }, service?: string) =>
    send({ type: 'open', uri: (row as HostedRow).uri, service }),
  sort: (sort: SortColumn) => change({ sort }),
};

function Page({
  texts: { t, sheet },
  rows,
  left,
  reading,
  sort,
  limit,
}: State & { texts: NonNullable<State['texts']> }) {
  const sorted = sortedRows(rows, sort, t.language);
  return (
    <main class="side-by-side" onKeyDown={moveInMap}>
      <h1>{t('view.roll-title')}</h1>
      <p class="history-state" role="status">
        {reading === undefined
          ? left > 0 && t('view.roll-left', { count: left })
          : t('view.roll-reading', { count: reading })}{' '}
        <button type="button" class="link" onClick={() => send({ type: reading === undefined ? 'read' : 'stop' })}>
          {t(reading === undefined ? 'view.trend-again' : 'view.trend-stop')}
        </button>
      </p>
      {rows.length > 0 && <RollUp rows={sorted} shown={limit} sheet={sheet} t={t} on={on} sort={sort} />}
      {rows.length === 0 && reading === undefined && <p class="advice">{t('view.roll-none')}</p>}
      {rows.length > limit && (
        <button type="button" class="secondary" onClick={() => change({ limit: limit + page })}>
          {t('view.roll-more', { shown: limit, count: rows.length })}
        </button>
      )}
    </main>
  );
}
