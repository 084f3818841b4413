/** Maps a command, the focused place and the state to the actions to perform, in order. */
import type { Cursor } from '../views/props';
import { findRow, type Row } from '../views/rows';
import { lastColumn, moveCursor } from './cursor';
import type { Intent } from './intents';
import type { Command } from './keys';
import type { PanelMessage } from './protocol';
import { stepShown, type Gesture, type PanelState } from './state';
import type { StepCommand } from './step-keys';
import { stopsOf, tabStop } from './stops';

/** One action to perform. */
export type Action =
  | { readonly type: 'change'; readonly gesture: Gesture }
  | { readonly type: 'intent'; readonly service: string; readonly intent: Intent }
  | { readonly type: 'send'; readonly message: PanelMessage }
  /** Focuses the cursor's cell, the details, the search, or another level of guided scoring. */
  | { readonly type: 'focus'; readonly on: 'cell' | 'details' | 'search' | 'level-above' | 'level-below' };

/** The part of the panel that has the focus. */
export type Place = 'grid' | 'details' | 'other';

/** The actions of a command outside guided scoring; none where it has no meaning and the key is left to VS Code. */
export function actionsOf(command: Command, place: Place, state: PanelState): Action[] {
  const { host } = state;
  if (host?.type !== 'assessment') return [];
  if (command.type === 'undo' || command.type === 'redo')
    return [{ type: 'send', message: { type: command.type, uri: host.uri } }];
  if (command.type === 'search') return [{ type: 'focus', on: 'search' }];
  if (command.type === 'leave') return leave(place, state);
  const cursor = tabStop(state);
  if (command.type === 'reveal' && place !== 'other') return reveal(state);
  if (command.type === 'accept' && place === 'details') return accept(state);
  if (place !== 'grid' || !cursor) return [];
  return isHeading(cursor, state) ? headingActions(command, cursor, state) : rowActions(command, cursor, state);
}

/** Escape goes one step back: from the details to the grid, then closes them, then ends the comparison. */
function leave(place: Place, { host, detailsOpen }: PanelState): Action[] {
  if (place === 'details') return [{ type: 'focus', on: 'cell' }];
  if (place !== 'grid' || host?.type !== 'assessment') return [];
  if (detailsOpen) return [{ type: 'change', gesture: { type: 'toggle', part: 'details' } }];
  if (!host.baseline) return [];
  return [
    { type: 'send', message: { type: 'compare', uri: host.uri, what: 'end' } },
    { type: 'focus', on: 'cell' },
  ];
}

/** Keys on an area's heading: left folds, right unfolds, Enter and the space bar toggle. */
function headingActions(command: Command, { service: area }: Cursor, state: PanelState): Action[] {
  const folded = state.folded.includes(area);
  const fold: Action = { type: 'change', gesture: { type: 'fold', area } };
  if (command.type === 'choose' || command.type === 'open') return [fold];
  if (command.type !== 'move') return [];
  if (command.move === 'left') return folded ? [] : [fold];
  if (command.move === 'right') return folded ? [fold] : [];
  return move(command.move, state);
}

function rowActions(command: Command, { service, column }: Cursor, state: PanelState): Action[] {
  const wanted = (intent: Intent): Action[] => [{ type: 'intent', service, intent }];
  switch (command.type) {
    case 'move':
      return move(command.move, state);
    case 'score':
      return wanted({ type: 'score', score: command.score });
    case 'exclude':
      return wanted(exclusion(state, service));
    case 'accept':
      return wanted({ type: 'accept' });
    case 'choose':
      return column > 0 && column < lastColumn ? wanted({ type: 'score', score: column - 1 }) : open(service, state);
    default:
      return open(service, state);
  }
}

/** Shows the selected service in the text. */
function reveal(state: PanelState): Action[] {
  const service = stepShown(state) ?? tabStop(state)?.service;
  return service === undefined ? [] : [{ type: 'intent', service, intent: { type: 'reveal' } }];
}

/** Accepts the score suggested for the service whose details are shown. */
function accept(state: PanelState): Action[] {
  const service = tabStop(state)?.service;
  return service === undefined ? [] : [{ type: 'intent', service, intent: { type: 'accept' } }];
}

/** Opens the details, or focuses them where they are open. */
function open(service: string, { detailsOpen }: PanelState): Action[] {
  return detailsOpen ? [{ type: 'focus', on: 'details' }] : [{ type: 'change', gesture: { type: 'open', service } }];
}

function move(to: Parameters<typeof moveCursor>[2], state: PanelState): Action[] {
  const cursor = tabStop(state);
  if (!cursor) return [];
  const gesture: Gesture = { type: 'cursor', cursor: moveCursor(stopsOf(state), cursor, to) };
  return [
    { type: 'change', gesture },
    { type: 'focus', on: 'cell' },
  ];
}

/** The actions of a command in guided scoring. */
export function stepActionsOf(command: StepCommand, state: PanelState): Action[] {
  const service = stepShown(state);
  if (command.type === 'up') return [{ type: 'focus', on: 'level-above' }];
  if (command.type === 'down') return [{ type: 'focus', on: 'level-below' }];
  if (command.type === 'previous' || command.type === 'next' || command.type === 'leave')
    return [{ type: 'change', gesture: { type: 'step', move: command.type } }];
  if (service === undefined || service === 'done') return [];
  const isPlain = command.type === 'score' || command.type === 'accept';
  const intent: Intent = isPlain ? command : exclusion(state, service);
  return [{ type: 'intent', service, intent }];
}

/**
 * Shows the rows of an area in the grid: drops a filter that hides them, unfolds the area, and moves the cursor to the
 * first one.
 */
export function areaActions(id: string, state: PanelState): Gesture[] {
  const gestures: Gesture[] = [];
  if (state.tab !== 'grid') gestures.push({ type: 'tab', tab: 'grid' });
  if (!stopsOf(state).some(({ area }) => area === id)) gestures.push({ type: 'filter', filter: 'all', query: '' });
  if (state.folded.includes(id)) gestures.push({ type: 'fold', area: id });
  return [...gestures, { type: 'cursor', cursor: { service: id, column: 0 } }];
}

function isHeading({ service }: Cursor, state: PanelState): boolean {
  return stopsOf(state).some((stop) => stop.heading && stop.service === service);
}

/** `x` excludes a service, or ends its exclusion. */
function exclusion(state: PanelState, service: string): Intent {
  return { type: rowOf(state, service)?.scored.state === 'excluded' ? 'include' : 'exclude' };
}

function rowOf({ texts, host }: PanelState, service: string): Row | undefined {
  return texts && host?.type === 'assessment' && host.view
    ? findRow(texts.sheet, host.view.scored, service)
    : undefined;
}

/** The answer that an intent gives to the current step, or `undefined`. */
export function answerOf(intent: Intent): number | 'excluded' | undefined {
  if (intent.type === 'exclude') return 'excluded';
  return intent.type === 'score' && intent.score !== null ? intent.score : undefined;
}
