/// <reference types="vscode-webview" />
/** The panel's browser side: what the host sends is drawn, what the user wants is sent to the host. */
import { render } from 'preact';
import type { Callbacks, Cursor } from '../views/props';
import { areaRows, findRow, isRated } from '../views/rows';
import { moveCursor } from './cursor';
import { cellAt, cursorOf, focusStep, inGrid, inStep, isTyping, moveInStep, showArea, showRow } from './dom';
import { acceptDrops } from './drop';
import { answer, type Wish } from './intents';
import { commandOf, type Command } from './keys';
import { Panel, tabStop } from './Panel';
import type { HostMessage, PanelMessage, StateMessage } from './protocol';
import { fileOf, initialState, listed, reduce, savedState, type Gesture, type PanelState } from './state';
import { stepCommandOf, type StepCommand } from './step-keys';

const vscode = acquireVsCodeApi();
const root = document.getElementById('psirt-panel') ?? document.body;
let state: PanelState = initialState(vscode.getState());
/** A mouse button is down: the click decides what is selected, so that nothing moves under the pointer before it. */
let pressing = false;

const on: Callbacks = {
  score: (service, score) => wish(service, { type: 'score', score }),
  exclude: (service) => wish(service, { type: 'exclude' }),
  include: (service) => wish(service, { type: 'include' }),
  reveal: (service) => wish(service, { type: 'reveal' }),
  evidence: (service, index) => wish(service, { type: 'evidence', index }),
  cite: (service, uris) => wish(service, { type: 'cite', uris }),
  select: (cursor) => change({ type: 'cursor', cursor }),
  filter: (filter) => change({ type: 'filter', filter, query: fileOf(state).query }),
  search: (query) => change({ type: 'filter', filter: fileOf(state).filter, query }),
  refresh: () => change({ type: 'filter', ...fileOf(state) }),
  read: (service) => send({ type: 'read', service }),
  toggle: (part) => change({ type: 'toggle', part }),
  step: (move) => change({ type: 'step', move }),
  plan: (service) => wish(service, { type: 'plan' }),
  compare: endOrWrite,
  area: goToArea,
  tab: (tab) => change({ type: 'tab', tab }),
  trend: (move) => readTrend(move === 'read' ? 'read-trend' : 'stop-trend'),
};

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.type === 'focus') return window.focus();
  if (data.type === 'select' && document.hasFocus()) return;
  change(data);
});
// Not of the root alone: a click between its elements leaves the focus to none of them.
document.addEventListener('keydown', onKey);
root.addEventListener('pointerdown', () => (pressing = true));
// A button that is let go outside the panel, or at the end of a drag, is not told of.
for (const end of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(end, () => (pressing = false));
root.addEventListener('focusin', ({ target }) => {
  const cursor = pressing ? undefined : cursorOf(target);
  if (cursor && (cellAt(root, stop()) !== target || !fileOf(state).cursor)) change({ type: 'cursor', cursor });
});
acceptDrops(root, on.cite);
// The editor takes the focus for a moment to undo, or for a question: back in the panel, the keyboard is where it was.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body && !pressing) focusMain({ preventScroll: true });
});
send({ type: 'ready' });

function send(message: PanelMessage): void {
  vscode.postMessage(message);
}

function wish(service: string, wished: Wish): void {
  const reply = answer(state, service, wished);
  if (reply && 'send' in reply) {
    send(reply.send);
    const answered = wished.type === 'exclude' ? 'excluded' : wished.type === 'score' ? wished.score : null;
    if (answered !== null && stepShown() === service) change({ type: 'asked', answer: answered });
  } else if (reply) refuse(reply.refuse);
}

/** The file whose history was asked for last. */
let asked: string | undefined;

/** Asks once for each file that is shown: reading again is the user's to ask for. */
function askForTrend(): void {
  const { host } = state;
  if (host?.type !== 'assessment' || asked === host.uri) return;
  asked = host.uri;
  readTrend('read-trend');
}

/** How long a refusal is shown, in milliseconds. */
const refusalTime = 5000;
let refusal: ReturnType<typeof setTimeout> | undefined;

/** Says why a wish is not granted, and takes it back after a while. */
function refuse(text: string): void {
  clearTimeout(refusal);
  change({ type: 'refused', text });
  refusal = setTimeout(() => change({ type: 'settled' }), refusalTime);
}

function change(event: StateMessage | Gesture): void {
  const [step, inside] = [stepShown(), inStep(document.activeElement)];
  state = reduce(state, event);
  vscode.setState(savedState(state));
  draw();
  if (state.tab === 'trend' && (event.type === 'tab' || (event.type === 'assessment' && asked !== event.uri)))
    askForTrend();
  if (step !== stepShown() && (inside || event.type === 'step')) focusMain();
  if (event.type === 'cursor' || event.type === 'select')
    showRow(root, event.type === 'cursor' ? event.cursor.service : event.service);
}

/** Asks for the history of the file shown, or for no more of it. */
function readTrend(type: 'read-trend' | 'stop-trend'): void {
  const { host } = state;
  if (host?.type === 'assessment') send({ type, uri: host.uri });
}

/** The service that guided scoring shows, or `done` at its end. */
function stepShown(): string | undefined {
  const { step } = fileOf(state);
  return step?.shown ? (step.finished ? 'done' : step.service) : undefined;
}

/** Gives the focus to what the panel is about just now: the step of guided scoring, else the cursor's cell. */
function focusMain(options?: FocusOptions): void {
  if (stepShown() !== undefined) focusStep(root);
  else cellAt(root, stop())?.focus(options);
}

/**
 * Draws the state. The cursor's cell takes the focus when the cell that had it is gone, as in a row just excluded, and when the panel
 * had the focus before there was anything in it.
 */
function draw(): void {
  const focused = inGrid(document.activeElement) || (root.dataset.state === undefined && document.hasFocus());
  render(<Panel state={state} on={on} create={() => send({ type: 'new' })} />, root);
  const { host, texts } = state;
  if (texts) document.documentElement.lang = texts.t.language;
  if (texts && host) root.dataset.state = host.type === 'assessment' && host.broken ? 'broken' : host.type;
  if (host?.type === 'assessment') root.dataset.version = String(host.version);
  else delete root.dataset.version;
  if (focused && !inGrid(document.activeElement)) cellAt(root, stop())?.focus({ preventScroll: true });
}

/** The grid's tab stop. */
function stop(): Cursor | null {
  const { host } = state;
  return host?.type === 'assessment' && host.view ? tabStop(fileOf(state).cursor, host.view, listed(state).rows) : null;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (isTyping(event.target)) return leaveSearch(event);
  const stepCommand = inStep(event.target) ? stepCommandOf(event) : undefined;
  const command = commandOf(event);
  if (stepCommand) runInStep(stepCommand);
  else if (!command || !run(command, inGrid(event.target))) return;
  event.preventDefault();
  // VS Code hears of every key that gets as far as the window, and would undo as well when the editor has the focus by then.
  event.stopPropagation();
}

/** Escape clears a search first, and leaves an empty one. */
function leaveSearch(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  if ((event.target as HTMLInputElement).value) return on.search('');
  const cell = cellAt(root, stop());
  if (cell) cell.focus();
  else (event.target as HTMLElement).blur();
}

/** Runs a command and says whether it did. Scores, moves and the like need the focus in the grid. */
function run(command: Command, grid: boolean): boolean {
  const { host } = state;
  if (host?.type !== 'assessment') return false;
  if (command.type === 'undo' || command.type === 'redo') {
    send({ type: command.type, uri: host.uri });
    return true;
  }
  if (command.type === 'search') {
    root.querySelector<HTMLInputElement>('.search')?.select();
    return true;
  }
  if (command.type === 'leave') return Boolean(host.compared && grid) && (on.compare('end'), true);
  const cursor = stop();
  if (!grid || !cursor) return false;
  runInGrid(command, cursor);
  return true;
}

function runInStep(command: StepCommand): void {
  const service = stepShown();
  if (command.type === 'up' || command.type === 'down') moveInStep(root, command.type === 'up' ? -1 : 1);
  else if (command.type === 'previous' || command.type === 'next' || command.type === 'leave') on.step(command.type);
  else if (service === undefined || service === 'done') return;
  else if (command.type === 'score') on.score(service, command.score);
  else wish(service, { type: rowOf(service)?.scored.state === 'excluded' ? 'include' : 'exclude' });
}

function runInGrid(command: Command, cursor: Cursor): void {
  const { service, column } = cursor;
  if (command.type === 'move') goTo(moveCursor(stops(), cursor, command.move));
  else if (command.type === 'score') on.score(service, command.score);
  else if (command.type === 'exclude')
    wish(service, { type: rowOf(service)?.scored.state === 'excluded' ? 'include' : 'exclude' });
  else if (column === 0) on.reveal(service);
  else if (column < 7) on.score(service, column - 1);
}

function goTo(cursor: Cursor): void {
  change({ type: 'cursor', cursor });
  cellAt(root, cursor)?.focus();
}

/** Leads to an area's rows in the grid, first dropping a filter that hides them. */
function goToArea(id: string): void {
  if (state.tab !== 'grid') change({ type: 'tab', tab: 'grid' });
  if (!stops().some(({ area }) => area === id)) change({ type: 'filter', filter: 'all', query: '' });
  const first = stops().find(({ area }) => area === id);
  if (!first) return;
  const cursor = { service: first.service, column: 0 };
  change({ type: 'cursor', cursor });
  cellAt(root, cursor)?.focus({ preventScroll: true });
  showArea(root, id);
}

/** The way on from a comparison; its buttons go away with it, so the keyboard goes to the grid. */
function endOrWrite(what: 'end' | 'document'): void {
  if (state.host?.type !== 'assessment') return;
  send({ type: 'compare', uri: state.host.uri, what });
  if (what === 'end') cellAt(root, stop())?.focus({ preventScroll: true });
}

function rowOf(service: string): ReturnType<typeof findRow> {
  const { texts, host } = state;
  return texts && host?.type === 'assessment' && host.view
    ? findRow(texts.sheet, host.view.scored, service)
    : undefined;
}

function stops(): Parameters<typeof moveCursor>[0] {
  const { texts, host } = state;
  if (!texts || host?.type !== 'assessment' || !host.view) return [];
  const { rows } = listed(state);
  return areaRows(texts.sheet, host.view.scored).flatMap(({ area, rows: all }) =>
    all.flatMap((row) =>
      rows.has(row.service.id) ? [{ service: row.service.id, area: area.id, wide: !isRated(row) }] : [],
    ),
  );
}
