/// <reference types="vscode-webview" />
/** The browser side of the panel: renders what the host sends, and sends it the user's intents. */
import { render } from 'preact';
import type { HeadingRecord } from '../assessment/edit/recording';
import type { Callbacks } from '../views/props';
import { actionsOf, answerOf, areaActions, stepActionsOf, type Action } from './commands';
import { acceptDivider } from './divider';
import { cursorOf, inGrid, inStep, isTyping } from './dom';
import { acceptDrops } from './drop';
import { Focus } from './focus';
import { messageFor, type Intent } from './intents';
import { commandOf } from './keys';
import { Panel } from './Panel';
import type { HostMessage, PanelMessage, StateMessage } from './protocol';
import { fileOf, initialState, reduce, savedState, stepShown, type Gesture, type PanelState } from './state';
import { stepCommandOf } from './step-keys';
import { showTooltips } from './tooltips';

const vscode = acquireVsCodeApi();
const root = document.getElementById('psirt-panel') ?? document.body;
const focus = new Focus(root);
let state: PanelState = initialState(vscode.getState());
/** The width last sent to the host, in pixels. */
let width = 0;

const on: Callbacks = {
  score: (service, score) => carryOut(service, { type: 'score', score }),
  exclude: (service) => carryOut(service, { type: 'exclude' }),
  include: (service) => carryOut(service, { type: 'include' }),
  reveal: (service) => carryOut(service, { type: 'reveal' }),
  follow: (service) => carryOut(service, { type: 'follow' }),
  accept: (service) => carryOut(service, { type: 'accept' }),
  evidence: (service, index, criterion) => carryOut(service, { type: 'evidence', index, ...narrowed(criterion) }),
  renew: (service, index, criterion) => carryOut(service, { type: 'renew', index, ...narrowed(criterion) }),
  cite: (service, uris, criterion) => carryOut(service, { type: 'cite', uris, ...narrowed(criterion) }),
  propose: (service) => carryOut(service, { type: 'propose' }),
  record: (service, record) => carryOut(service, { type: 'record', record }),
  heading: recordHeading,
  select: (cursor) => change({ type: 'cursor', cursor }),
  open: (service) => {
    change({ type: 'open', service });
    focus.toCell(state, { preventScroll: true });
  },
  fold: (area) => change({ type: 'fold', area }),
  filter: (filter) => change({ type: 'filter', filter, query: fileOf(state).query }),
  search: (query) => change({ type: 'filter', filter: fileOf(state).filter, query }),
  refresh: () => change({ type: 'filter', ...fileOf(state) }),
  read: (service) => send({ type: 'read', service }),
  toggle: (part) => change({ type: 'toggle', part }),
  step: (move) => change({ type: 'step', move }),
  finish,
  plan: (service, criterion) => carryOut(service, { type: 'plan', ...narrowed(criterion) }),
  choosePlan: (choice) => change({ type: 'plan', choice }),
  resolve: takeSide,
  compare: endOrWrite,
  area: (id) => {
    areaActions(id, state).forEach(change);
    focus.toCell(state);
  },
  tab: (tab) => change({ type: 'tab', tab }),
  trend: (move) => readTrend(move === 'read' ? 'read-trend' : 'stop-trend'),
};

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.type === 'focus') return window.focus();
  if (data.type === 'select' && document.hasFocus()) return;
  change(data);
});
// On the document rather than the root: a click between the root's elements focuses none of them.
document.addEventListener('keydown', onKey);
root.addEventListener('focusin', ({ target }) => {
  const cursor = focus.pressing ? undefined : cursorOf(target);
  if (cursor && (!focus.isCell(target, state) || !fileOf(state).cursor)) change({ type: 'cursor', cursor });
});
acceptDrops(root, on.cite);
showTooltips(root);
acceptDivider({ root, split: () => state.split, move: (split) => change({ type: 'split', split }) });
// The editor takes the focus briefly for undo and for questions; afterwards it returns to its previous element.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body && !focus.pressing) focus.toMain(state, { preventScroll: true });
});
// The selected row stays in view when the size changes.
new ResizeObserver(() => {
  showSelected();
  if (window.innerWidth !== width) send({ type: 'width', width: (width = window.innerWidth) });
}).observe(root);
send({ type: 'ready' });

/** The criterion's id as a message part, where there is one. */
function narrowed(criterion: string | undefined): { criterion?: string } {
  return criterion === undefined ? {} : { criterion };
}

function send(message: PanelMessage): void {
  vscode.postMessage(message);
}

function carryOut(service: string, intent: Intent): void {
  const reply = messageFor(state, service, intent);
  if (reply && 'send' in reply) {
    send(reply.send);
    const answered = reply.send.type === 'score' ? (reply.send.score ?? undefined) : answerOf(intent);
    if (answered !== undefined && stepShown(state) === service) change({ type: 'asked', answer: answered });
  } else if (reply) refuse(reply.refuse);
}

function recordHeading(record: HeadingRecord): void {
  const { host, texts } = state;
  if (host?.type !== 'assessment' || !texts) return;
  if (host.broken) refuse(texts.t('view.refuse-broken'));
  else send({ type: 'heading', uri: host.uri, record });
}

/** Starts what the user chose at the end of guided scoring. */
function finish(way: 'plan' | 'report' | 'next'): void {
  if (state.host?.type !== 'assessment') return;
  if (way === 'report') return send({ type: 'report', uri: state.host.uri });
  if (way === 'next') return send({ type: 'new' });
  change({ type: 'step', move: 'leave' });
  change({ type: 'tab', tab: 'plan' });
}

/** The file whose history was requested last. */
let asked: string | undefined;

/** Requests the history once per file; reading it again is up to the user. */
function askForTrend(): void {
  const { host } = state;
  if (host?.type !== 'assessment' || asked === host.uri) return;
  asked = host.uri;
  readTrend('read-trend');
}

/** How long a refusal is shown, in milliseconds. */
const refusalTime = 5000;
let refusal: ReturnType<typeof setTimeout> | undefined;

/** Shows why an intent was refused, for a while. */
function refuse(text: string): void {
  clearTimeout(refusal);
  change({ type: 'refused', text });
  refusal = setTimeout(() => change({ type: 'settled' }), refusalTime);
}

function change(event: StateMessage | Gesture): void {
  const [step, inside] = [stepShown(state), inStep(document.activeElement)];
  state = reduce(state, event);
  vscode.setState(savedState(state));
  draw();
  if (state.tab === 'trend' && (event.type === 'tab' || (event.type === 'assessment' && asked !== event.uri)))
    askForTrend();
  if (step !== stepShown(state) && (inside || event.type === 'step' || event.type === 'guide')) focus.toMain(state);
  if (['cursor', 'select', 'open', 'toggle', 'split'].includes(event.type)) showSelected();
}

/** Scrolls to the row of the cursor. */
function showSelected(): void {
  const { cursor } = fileOf(state);
  if (cursor) focus.show(cursor);
}

/** Requests the history of the file shown, or stops reading it. */
function readTrend(type: 'read-trend' | 'stop-trend'): void {
  const { host } = state;
  if (host?.type === 'assessment') send({ type, uri: host.uri });
}

/**
 * Renders the state. The cursor's cell is focused when the focused cell is gone, as in a row just excluded, and when
 * the panel was focused before it had content.
 */
function draw(): void {
  const focused = focus.belongsToGrid();
  render(<Panel state={state} on={on} send={send} />, root);
  const { host, texts, density, split } = state;
  if (texts) document.documentElement.lang = texts.t.language;
  if (texts && host) root.dataset.state = host.type === 'assessment' && host.broken ? 'broken' : host.type;
  root.dataset.density = density;
  root.style.setProperty('--below', `${split.below}cqh`);
  root.style.setProperty('--beside', `${split.beside}cqw`);
  if (host?.type === 'assessment') root.dataset.version = String(host.version);
  else delete root.dataset.version;
  if (focused && !inGrid(document.activeElement)) focus.toCell(state, { preventScroll: true });
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (isTyping(event.target)) return leaveInput(event);
  const stepCommand = inStep(event.target) ? stepCommandOf(event) : undefined;
  const command = commandOf(event);
  const actions = stepCommand
    ? stepActionsOf(stepCommand, state)
    : command && actionsOf(command, focus.placeOf(event.target), state);
  if (!stepCommand && !actions?.length) return;
  actions?.forEach(act);
  event.preventDefault();
  // VS Code receives every key that reaches the window, and would undo as well if the editor has the focus by then.
  event.stopPropagation();
}

function act(action: Action): void {
  if (action.type === 'change') change(action.gesture);
  else if (action.type === 'intent') carryOut(action.service, action.intent);
  else if (action.type === 'send') send(action.message);
  else focus.to(action.on, state);
}

/** Escape first clears a search, then leaves it; from other inputs it returns the focus to the grid. */
function leaveInput(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  const { target } = event;
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value) return on.search('');
  if (target instanceof HTMLElement) target.blur();
  focus.toMain(state);
}

/** Takes a side of a conflict. Its buttons disappear, so the focus goes to the grid. */
function takeSide(index: number, taken: 'ours' | 'theirs' | 'both'): void {
  if (state.host?.type !== 'assessment') return;
  const { uri, version } = state.host;
  send({ type: 'resolve', uri, version, index, taken });
  focus.toCell(state, { preventScroll: true });
}

/** Ends or exports a comparison. Its buttons disappear, so the focus goes to the grid. */
function endOrWrite(what: 'end' | 'document'): void {
  if (state.host?.type !== 'assessment') return;
  send({ type: 'compare', uri: state.host.uri, what });
  if (what === 'end') focus.toCell(state, { preventScroll: true });
}
