/// <reference types="vscode-webview" />
/** The browser side of the assessments side by side: renders what the host sends, arranged as the user chooses. */
import { render } from 'preact';
import { translatorOf, type Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import { RollUp } from '../views/RollUp';
import {
  folderOf,
  sideBySide,
  type SideBySide,
  type SideBySideChoice,
  type UnscoredFile,
} from '../views/roll-up-order';
import { moveInMap } from './roll-up-keys';
import type { HostedRow, RollUpHostMessage, RollUpPanelMessage } from './roll-up-protocol';

/** Rows rendered at first, and added each time the user scrolls to the end: laying out thousands is slow. */
const page = 100;

interface State {
  readonly texts?: { readonly t: Translate; readonly sheet: Sheet };
  readonly rows: readonly HostedRow[];
  readonly unscored: readonly UnscoredFile[];
  /** The number of files read so far; absent once all are read. */
  readonly reading?: number;
  readonly choice: SideBySideChoice;
  readonly limit: number;
}

const atFirst: SideBySideChoice = { sort: 'average', isDescending: false, query: '', isGrouped: true, folded: [] };
const vscode = acquireVsCodeApi();
const root = document.getElementById('psirt-panel') ?? document.body;
let state: State = {
  rows: [],
  unscored: [],
  choice: { ...atFirst, ...(vscode.getState() as Partial<SideBySideChoice> | undefined) },
  limit: page,
  reading: 0,
};

window.addEventListener('message', ({ data }: MessageEvent<RollUpHostMessage>) => {
  if (data.type === 'texts') change({ texts: { t: translatorOf(data.language, data.catalogue), sheet: data.sheet } });
  else if (data.type === 'reading') change({ reading: data.count });
  else change({ rows: data.rows, unscored: data.unscored, reading: undefined });
});
document.addEventListener('scroll', drawMore, { capture: true, passive: true });
send({ type: 'ready' });

function send(message: RollUpPanelMessage): void {
  vscode.postMessage(message);
}

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  vscode.setState(state.choice);
  if (!state.texts) return;
  document.documentElement.lang = state.texts.t.language;
  root.dataset['rows'] = state.reading === undefined ? String(state.rows.length) : '';
  render(<Page {...state} texts={state.texts} />, root);
}

function choose(part: Partial<SideBySideChoice>): void {
  change({ choice: { ...state.choice, ...part }, limit: page });
}

const on = {
  open: (row: { readonly name: string }, service?: string) =>
    send({ type: 'open', uri: (row as HostedRow).uri, service }),
  sort: (sort: string) => choose({ sort, isDescending: state.choice.sort === sort && !state.choice.isDescending }),
  fold: (area: string) => {
    const { folded } = state.choice;
    choose({ folded: folded.includes(area) ? folded.filter((id) => id !== area) : [...folded, area] });
  },
};

/** Renders more rows before the last ones come into view. */
function drawMore({ target }: Event): void {
  if (!(target instanceof HTMLElement) || state.limit >= state.rows.length) return;
  if (target.scrollHeight - target.scrollTop - target.clientHeight < 600) change({ limit: state.limit + page });
}

/** Exports the rows that are shown, not all rows. */
function exportShown({ groups, unscored, folded }: SideBySide<HostedRow>): void {
  send({
    type: 'export',
    rows: groups.flatMap(({ rows }) => rows.map(({ uri }) => uri)),
    unscored: unscored.map(({ path }) => path),
    isGrouped: groups.some(({ folder }) => folder !== undefined),
    folded,
  });
}

function Page({ texts: { t, sheet }, rows, unscored, reading, choice, limit }: State & Required<Pick<State, 'texts'>>) {
  const hasFolders = new Set(rows.map(({ path }) => folderOf(path))).size > 1;
  const all = sideBySide(rows, unscored, { ...choice, isGrouped: choice.isGrouped && hasFolders }, t.language);
  const count = all.groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <main class="side-by-side" onKeyDown={moveInMap}>
      <h1>{t('view.roll-title')}</h1>
      <div class="roll-tools">
        <Reading reading={reading} t={t} />
        {rows.length + unscored.length > 0 && <Tools choice={choice} hasFolders={hasFolders} t={t} />}
        {count > 0 && (
          <button type="button" class="secondary export" onClick={() => exportShown(all)}>
            {t('view.roll-export')}
          </button>
        )}
      </div>
      {count + all.unscored.length > 0 && (
        <RollUp
          shown={{ ...all, groups: firstRows(all.groups, limit) }}
          facts
          all={all.groups.flatMap((group) => group.rows)}
          sheet={sheet}
          t={t}
          on={on}
          sorting={choice}
        />
      )}
      {count + all.unscored.length === 0 && reading === undefined && (
        <p class="advice">{t(choice.query ? 'view.roll-none-found' : 'view.roll-none')}</p>
      )}
      {count > limit && (
        <button type="button" class="secondary" onClick={() => change({ limit: limit + page })}>
          {t('view.roll-more', { shown: limit, count })}
        </button>
      )}
    </main>
  );
}

/** The first rows of the groups, up to a limit, without empty groups. */
function firstRows(groups: SideBySide<HostedRow>['groups'], limit: number): SideBySide<HostedRow>['groups'] {
  let left = limit;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, left));
    left -= rows.length;
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

/** The progress of reading, with buttons to restart or stop it. */
function Reading({ reading, t }: { reading: number | undefined; t: Translate }) {
  return (
    <p class="history-state" role="status">
      {reading !== undefined && `${t('view.roll-reading', { count: reading })} `}
      <button type="button" class="link" onClick={() => send({ type: reading === undefined ? 'read' : 'stop' })}>
        {t(reading === undefined ? 'view.trend-again' : 'view.trend-stop')}
      </button>
    </p>
  );
}

interface ToolsProps {
  readonly choice: SideBySideChoice;
  readonly hasFolders: boolean;
  readonly t: Translate;
}

/** The controls that filter and group the rows. */
function Tools({ choice, hasFolders, t }: ToolsProps) {
  return (
    <>
      <input
        type="search"
        class="search"
        aria-label={t('view.roll-search')}
        placeholder={t('view.roll-search')}
        value={choice.query}
        onInput={({ currentTarget }) => choose({ query: currentTarget.value })}
      />
      {hasFolders && (
        <label class="roll-group">
          <input
            type="checkbox"
            checked={choice.isGrouped}
            onChange={({ currentTarget }) => choose({ isGrouped: currentTarget.checked })}
          />{' '}
          {t('view.roll-group')}
        </label>
      )}
    </>
  );
}
