/// <reference types="vscode-webview" />
/** The browser side of the sheet: renders what the host sends, searches, and restores the reader's place. */
import { render } from 'preact';
import { placeOf } from '../views/SheetService';
import { isTyping } from './dom';
import { SheetPage } from './SheetPage';
import type { SheetHostMessage, SheetMessage } from './sheet-protocol';
import {
  initialSheetState,
  layoutOf,
  reduceSheet,
  savedSheetState,
  type SheetGesture,
  type SheetState,
} from './sheet-state';
import { showTooltips } from './tooltips';

const vscode = acquireVsCodeApi();
const root = document.getElementById('psirt-panel') ?? document.body;
/** Whether the page is wide enough, when it opens, for the contents beside the text. */
const wide = matchMedia('(min-width: 1000px)').matches;
let state: SheetState = initialSheetState(vscode.getState());

window.addEventListener('message', ({ data }: MessageEvent<SheetHostMessage>) => {
  const first = data.type === 'texts' && !state.t;
  change(data);
  // On the first rendering, return to the reader's place.
  if (first) document.getElementById(state.place)?.scrollIntoView();
  if (data.type === 'show') showPlace(placeOf(data.service, data.level));
});
root.addEventListener('keydown', onKey);
root.addEventListener('scroll', rememberPlace, { capture: true, passive: true });
showTooltips(root);
send({ type: 'ready' });

function send(message: SheetMessage): void {
  vscode.postMessage(message);
}

function change(event: SheetHostMessage | SheetGesture): void {
  const place = event.type === 'layout' ? topPlace() : undefined;
  state = reduceSheet(state, event);
  vscode.setState(savedSheetState(state));
  if (event.type === 'scrolled') return;
  render(
    <SheetPage state={state} on={change} save={() => send({ type: 'save', layout: layoutOf(state) })} wide={wide} />,
    root,
  );
  if (state.t) document.documentElement.lang = state.t.language;
  // Another layout has another height: the text at the top stays in view.
  if (place) document.getElementById(place)?.scrollIntoView();
  if (event.type === 'query' || event.type === 'find') showFind();
}

/** Marks the current find and scrolls to it. */
function showFind(): void {
  root.querySelectorAll<HTMLElement>('[data-current]').forEach((mark) => delete mark.dataset.current);
  const find = root.querySelectorAll<HTMLElement>('[data-found]')[state.find];
  if (!find) return;
  find.dataset.current = '';
  find.scrollIntoView({ block: 'center' });
}

/** Scrolls to a place and focuses it, so that it is read out. */
function showPlace(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

let waiting = false;

function rememberPlace(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const place = topPlace();
    if (place && place !== state.place) change({ type: 'scrolled', place });
  });
}

/** The place at the top of the window: the last one that begins there or above. */
function topPlace(): string | undefined {
  const top = (root.querySelector('main')?.getBoundingClientRect().top ?? 0) + 8;
  const places = [...root.querySelectorAll<HTMLElement>('[data-place]')];
  return places.findLast((place) => place.getBoundingClientRect().top <= top)?.id ?? places[0]?.id;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const search = root.querySelector<HTMLInputElement>('.search');
  if (isTyping(event.target) && (event.target as HTMLInputElement).type === 'search') return keyInSearch(event);
  const key = event.key.normalize('NFKC');
  if (event.ctrlKey || event.metaKey || event.altKey || (key !== '/' && key.toLowerCase() !== 'f')) return;
  search?.select();
  event.preventDefault();
}

function keyInSearch(event: KeyboardEvent): void {
  if (event.key === 'Enter') change({ type: 'find', step: event.shiftKey ? -1 : 1 });
  else if (event.key === 'Escape' && state.query) change({ type: 'query', query: '' });
  else if (event.key === 'Escape') root.querySelector<HTMLElement>('main')?.focus();
  else return;
  event.preventDefault();
}
