/** The state of the panel, and how messages and gestures change it. */
import { translatorOf, type Translate } from '../messages/messages';
import type { Source } from '../crosswalk/source';
import type { Scored } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import type { AssessmentView } from '../views/model';
import { tabs, type Cursor, type Density, type Filter, type Tab } from '../views/props';
import { wholePlan, type PlanChoice } from '../views/plan-rows';
import { matching } from '../views/search';
import { announcement } from './announce';
import type { StateMessage } from './protocol';
import { askStep, followStep, moveStep, type Answer, type Step, type StepMove } from './steps';

/** The assessment shown, as the host sent it. */
export type Shown = Extract<StateMessage, { type: 'assessment' }>;

/** The history of a file, as the host sent it. */
export type History = Extract<StateMessage, { type: 'trend' }>;

/** The relevant crosswalk sources for a file. */
type Requirements = Extract<StateMessage, { type: 'requirements' }>;

/** The state kept for each file: filter and cursor. */
export interface FileState {
  readonly filter: Filter;
  readonly query: string;
  readonly cursor: Cursor | null;
  /** The rows listed when the filter was last set: a row stays although a new score no longer matches the filter. */
  readonly rows: readonly string[];
  /** The step of guided scoring; `null` before it was started. */
  readonly step: Step | null;
}

export interface PanelState {
  readonly texts: { readonly t: Translate; readonly sheet: Sheet } | null;
  readonly host: Shown | Extract<StateMessage, { type: 'empty' }> | null;
  readonly history: History | null;
  readonly requirements: Requirements | null;
  readonly files: Readonly<Record<string, FileState>>;
  readonly tab: Tab;
  readonly density: Density;
  /** Areas whose rows are folded. */
  readonly folded: readonly string[];
  /** The cells show the summaries of the levels, where there is room. */
  readonly wordy: boolean;
  readonly detailsOpen: boolean;
  /** The share of the details below and beside the grid, in per cent. */
  readonly split: Split;
  /** How the plan is sorted and filtered. */
  readonly plan: PlanChoice;
  /** The text of the live region; refusals are shown visibly, too. */
  readonly said: { readonly text: string; readonly refused: boolean };
}

/** The share of the details in per cent: of the height when below the grid, of the width when beside it. */
export interface Split {
  readonly below: number;
  readonly beside: number;
}

/** User actions that concern only the panel. */
export type Gesture =
  | { readonly type: 'cursor'; readonly cursor: Cursor }
  | { readonly type: 'filter'; readonly filter: Filter; readonly query: string }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'toggle'; readonly part: 'details' | 'texts' }
  | { readonly type: 'fold'; readonly area: string }
  /** Shows the details of a service in the grid. */
  | { readonly type: 'open'; readonly service: string }
  | { readonly type: 'split'; readonly split: Partial<Split> }
  | { readonly type: 'plan'; readonly choice: Partial<PlanChoice> }
  | { readonly type: 'step'; readonly move: StepMove }
  /** An answer to the current step is being written. */
  | { readonly type: 'asked'; readonly answer: Answer }
  | { readonly type: 'refused'; readonly text: string }
  /** The time to show a refusal is over. */
  | { readonly type: 'settled' };

const quiet = { text: '', refused: false };
const freshFile: FileState = { filter: 'all', query: '', cursor: null, rows: [], step: null };
const remembered = 50;
const evenSplit: Split = { below: 48, beside: 38 };

/** The initial state, restored from an earlier instance of the panel. */
export function initialState(saved: unknown): PanelState {
  const {
    files = {},
    tab,
    folded = [],
    wordy = false,
    detailsOpen = false,
    split,
    plan,
  } = (saved ?? {}) as Partial<PanelState>;
  return {
    texts: null,
    host: null,
    history: null,
    requirements: null,
    files,
    density: 'auto',
    tab: tabs.find((known) => known === tab) ?? 'grid',
    folded,
    wordy,
    detailsOpen,
    split: { ...evenSplit, ...split },
    plan: { ...wholePlan, ...plan },
    said: quiet,
  };
}

/** The part of the state to save: no texts, no assessment, only the most recently used files. */
export function savedState({ files, tab, folded, wordy, detailsOpen, split, plan }: PanelState): object {
  const latest = Object.entries(files).slice(-remembered);
  return {
    files: Object.fromEntries(
      latest.map(([uri, file]) => [uri, { ...file, rows: [], step: file.step && { ...file.step, asked: null } }]),
    ),
    tab,
    folded,
    wordy,
    detailsOpen,
    split,
    plan,
  };
}

/** The file state of the assessment shown. */
export function fileOf({ host, files }: PanelState): FileState {
  return (host?.type === 'assessment' && files[host.uri]) || freshFile;
}

/** The service shown by guided scoring, `done` at its end, or `undefined` while the grid is shown. */
export function stepShown(state: PanelState): string | undefined {
  const { step } = fileOf(state);
  if (!step?.shown) return undefined;
  return step.finished ? 'done' : step.service;
}

/** The history of the assessment shown, or `null` until it is read. */
export function historyOf({ host, history }: PanelState): History | null {
  return host?.type === 'assessment' && history?.uri === host.uri ? history : null;
}

/** The relevant crosswalk sources for the assessment shown, as far as they are known. */
export function sourcesOf({ host, requirements }: PanelState): readonly Source[] {
  return host?.type === 'assessment' && requirements?.uri === host.uri ? requirements.sources : [];
}

/** Ids of the rows in the grid, in sheet order; `stale` of them no longer match the filter. */
export function listed(state: PanelState): { readonly rows: ReadonlySet<string>; readonly stale: number } {
  const { rows } = fileOf(state);
  const matches = new Set(matchesOf(state));
  return { rows: new Set([...matches, ...rows]), stale: rows.filter((id) => !matches.has(id)).length };
}

/** The next state after a message of the host or a gesture of the user. */
export function reduce(state: PanelState, event: StateMessage | Gesture): PanelState {
  switch (event.type) {
    case 'texts':
      return { ...state, texts: { t: translatorOf(event.language, event.catalogue), sheet: event.sheet }, said: quiet };
    case 'empty':
      return { ...state, host: event, said: quiet };
    case 'assessment':
      return receive(state, event);
    case 'select':
      return changeFile(state, event.uri, (file) => ({
        ...file,
        cursor: { service: event.service, column: file.cursor?.column ?? 0 },
      }));
    case 'cursor':
      return changeShown(settled(state), (file) => ({ ...file, cursor: event.cursor }));
    case 'filter':
      return narrow(state, event.filter, event.query);
    case 'trend':
      return { ...state, history: event };
    case 'requirements':
      return { ...state, requirements: event };
    case 'tab':
      return { ...settled(state), tab: event.tab };
    case 'open':
      return openDetails(state, event.service);
    case 'step':
    case 'asked':
      return guide(settled(state), event);
    case 'guide':
      return guide(state, { type: 'step', move: 'start' });
    case 'refused':
      return { ...state, said: { text: event.text, refused: true } };
    case 'settled':
      return settled(state);
    default:
      return arrange(state, event);
  }
}

/** Applies a gesture of guided scoring. */
function guide(state: PanelState, event: Extract<Gesture, { readonly type: 'step' | 'asked' }>): PanelState {
  return changeStep(state, (scored, step) =>
    event.type === 'step' ? moveStep(scored, step, event.move) : step && askStep(scored, step, event.answer),
  );
}

type Arrangement = Extract<StateMessage | Gesture, { readonly type: 'toggle' | 'fold' | 'split' | 'density' | 'plan' }>;

/** Applies a gesture that changes the layout of the grid. */
function arrange(state: PanelState, event: Arrangement): PanelState {
  switch (event.type) {
    case 'toggle':
      return event.part === 'texts' ? { ...state, wordy: !state.wordy } : { ...state, detailsOpen: !state.detailsOpen };
    case 'fold':
      return { ...state, folded: toggled(state.folded, event.area) };
    case 'split':
      return { ...state, split: { ...state.split, ...event.split } };
    case 'density':
      return { ...state, density: event.density };
    case 'plan':
      return { ...state, plan: { ...state.plan, ...event.choice } };
  }
}

/** The list with an item added, or removed when it is there. */
function toggled(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** Shows the details of a service in the grid; removes a filter or unfolds an area that hides its row. */
function openDetails(state: PanelState, service: string): PanelState {
  const shown = changeShown({ ...settled(state), tab: 'grid', detailsOpen: true }, (file) => ({
    ...file,
    cursor: { service, column: file.cursor?.column ?? 0 },
  }));
  const area = state.texts && areaWith(state.texts.sheet, service);
  const unfolded = { ...shown, folded: shown.folded.filter((id) => id !== area) };
  return listed(unfolded).rows.has(service) ? unfolded : narrow(unfolded, 'all', '');
}

/** The id of the area that a service is in. */
function areaWith({ areas }: Sheet, service: string): string | undefined {
  return areas.find(({ services }) => services.some(({ id }) => id === service))?.id;
}

/** Removes a refusal at the next gesture. */
function settled(state: PanelState): PanelState {
  return state.said.refused ? { ...state, said: quiet } : state;
}

function receive(state: PanelState, host: Shown): PanelState {
  const received = takeIn(state, host);
  const { filter, query } = fileOf(received);
  // The filter for changes ends with the comparison.
  return filter === 'changed' && !host.baseline ? narrow(received, 'all', query) : received;
}

/** The state after a message from the host. */
function takeIn(state: PanelState, host: Shown): PanelState {
  const { host: before, texts } = state;
  const same = before?.type === 'assessment' && before.uri === host.uri;
  const text = same && texts ? announcement(texts.sheet, before.view, host.view, texts.t) : '';
  const kept = same ? state.said : quiet;
  const said = text ? { text, refused: false } : kept;
  const next = leadOn({ ...state, host, said }, same ? before.view : null);
  if (!same) return changeShown(next, (file) => ({ ...file, rows: matchesOf(next) }));
  return changeShown(next, (file) =>
    isNarrowed(file) ? { ...file, rows: [...new Set([...file.rows, ...matchesOf(next)])] } : file,
  );
}

/** Moves guided scoring on when its answer is in the file. */
function leadOn(state: PanelState, before: AssessmentView | null): PanelState {
  return before ? changeStep(state, (scored, step) => step && followStep(step, before.scored, scored)) : state;
}

/** Changes the step of the file shown, and moves the cursor to it. */
function changeStep(state: PanelState, change: (scored: Scored, step: Step | null) => Step | null): PanelState {
  const scored = state.host?.type === 'assessment' ? state.host.view?.scored : undefined;
  if (!scored) return state;
  return changeShown(state, (file) => {
    const step = change(scored, file.step);
    const moved = step?.shown && (!file.step?.shown || step.service !== file.step.service);
    return { ...file, step, cursor: moved ? { service: step.service, column: file.cursor?.column ?? 0 } : file.cursor };
  });
}

/** Sets the filter; a cursor on a hidden row moves to the nearest remaining one. */
function narrow(state: PanelState, filter: Filter, query: string): PanelState {
  const next = changeShown(state, (file) => ({ ...file, filter, query }));
  const rows = matchesOf(next);
  return changeShown(next, (file) => ({ ...file, rows, cursor: file.cursor && nearest(file.cursor, rows) }));
}

function nearest(cursor: Cursor, rows: readonly string[]): Cursor {
  if (rows.includes(cursor.service)) return cursor;
  const service = rows.find((id) => id > cursor.service) ?? rows.at(-1);
  return service === undefined ? cursor : { ...cursor, service };
}

function isNarrowed({ filter, query }: FileState): boolean {
  return filter !== 'all' || query.trim() !== '';
}

function matchesOf(state: PanelState): string[] {
  const { texts, host } = state;
  if (!texts || host?.type !== 'assessment' || !host.view) return [];
  const { filter, query } = fileOf(state);
  const context = { sources: sourcesOf(state), comparison: host.baseline?.comparison };
  return matching(texts.sheet, host.view, filter, query, context);
}

function changeShown(state: PanelState, change: (file: FileState) => FileState): PanelState {
  return state.host?.type === 'assessment' ? changeFile(state, state.host.uri, change) : state;
}

/** Moves the changed file to the end, so that the least recently used ones are dropped first. */
function changeFile(state: PanelState, uri: string, change: (file: FileState) => FileState): PanelState {
  const { [uri]: file = freshFile, ...others } = state.files;
  return { ...state, files: { ...others, [uri]: change(file) } };
}
