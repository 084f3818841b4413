import assert from 'node:assert/strict';
import { actionsOf, areaActions, stepActionsOf, type Action, type Place } from '../../../src/webview/commands';
import { messageFor } from '../../../src/webview/intents';
import { commandOf, type Command } from '../../../src/webview/keys';
import {
  fileOf,
  initialState,
  listed,
  reduce,
  savedState,
  type Gesture,
  type PanelState,
} from '../../../src/webview/state';
import { stepCommandOf } from '../../../src/webview/step-keys';
import { stopsOf, tabStop } from '../../../src/webview/stops';
import { after as afterEvents, file, texts, uri } from '../../support/panel-state';

function after(services: readonly string[], ...gestures: Gesture[]): PanelState {
  return afterEvents(texts(), file(services), ...gestures);
}

function at(service: string, column: number): Gesture {
  return { type: 'cursor', cursor: { service, column } };
}

function press(key: string, state: PanelState, place: Place = 'grid', ctrlKey = false): Action[] {
  const command = commandOf({ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false }) as Command;
  return actionsOf(command, place, state);
}

/** The state once the actions that change it are done. */
function done(actions: readonly Action[], state: PanelState): PanelState {
  return actions.reduce((next, action) => (action.type === 'change' ? reduce(next, action.gesture) : next), state);
}

describe('the key A', () => {
  const state = after(['"2.1": { score: 1, criteria: { 2a: met, 2b: met } }'], at('2.1', 2));
  const accept: Action[] = [{ type: 'intent', service: '2.1', intent: { type: 'accept' } }];

  it('takes over what the criteria suggest, in the grid and in the details, in any width', () => {
    assert.deepEqual(press('a', state), accept);
    assert.deepEqual(press('Ａ', state), accept);
    assert.deepEqual(press('a', state, 'details'), accept);
    assert.deepEqual(press('a', state, 'other'), []);
    assert.deepEqual(messageFor(state, '2.1', { type: 'accept' }), {
      send: { type: 'score', uri, service: '2.1', score: 2 },
    });
  });

  it('says so where nothing is suggested', () => {
    const reply = messageFor(state, '1.1', { type: 'accept' });
    assert.match(reply && 'refuse' in reply ? reply.refuse : '', /no criterion is answered, so nothing is suggested/);
  });

  it('does the same in guided scoring', () => {
    const command = stepCommandOf({ key: 'A', ctrlKey: false, metaKey: false, altKey: false, shiftKey: true });
    assert.deepEqual(command, { type: 'accept' });
    const stepping = reduce(state, { type: 'step', move: 'start' });
    const [action] = stepActionsOf({ type: 'accept' }, stepping);
    assert.deepEqual(action?.type === 'intent' && action.intent, { type: 'accept' });
  });
});

describe('a key in the grid', () => {
  it('scores the level under the cursor by the space bar, and opens the details by Enter', () => {
    const state = after([], at('1.2', 4));
    assert.deepEqual(press(' ', state), [{ type: 'intent', service: '1.2', intent: { type: 'score', score: 3 } }]);
    const opened = done(press('Enter', state), state);
    assert.equal(opened.detailsOpen, true);
    assert.deepEqual(press('Enter', opened), [{ type: 'focus', on: 'details' }]);
  });

  it('goes one step back by Escape: out of the details, then they close, then the comparison ends', () => {
    const state = after([], at('1.2', 0), { type: 'open', service: '1.2' });
    assert.deepEqual(press('Escape', state, 'details'), [{ type: 'focus', on: 'cell' }]);
    const closed = done(press('Escape', state), state);
    assert.equal(closed.detailsOpen, false);
    assert.deepEqual(press('Escape', closed), []);
    assert.deepEqual(press('Escape', state, 'other'), []);
  });

  it('shows the service in the file by Ctrl+Enter', () => {
    assert.deepEqual(press('Enter', after([], at('1.2', 4)), 'grid', true), [
      { type: 'intent', service: '1.2', intent: { type: 'reveal' } },
    ]);
  });

  it('excludes by x, and takes that back where it is so', () => {
    const state = after(['"2.3": { excluded: None }'], at('2.3', 1));
    assert.deepEqual(press('x', state), [{ type: 'intent', service: '2.3', intent: { type: 'include' } }]);
  });

  it('leaves to VS Code what means nothing outside of the grid', () => {
    assert.deepEqual(press('3', after([], at('1.2', 4)), 'other'), []);
  });
});

describe('the heading of an area', () => {
  it('is a stop of the cursor between the rows', () => {
    const state = after([], at('1.7', 3));
    const next = done(press('ArrowDown', state), state);
    assert.equal(tabStop(next)?.service, '2');
    assert.equal(tabStop(done(press('ArrowDown', next), next))?.service, '2.1');
  });

  it('folds to the left, unfolds to the right, and is folded still after a restart', () => {
    const state = after([], at('2', 0));
    const folded = done(press('ArrowLeft', state), state);
    assert.deepEqual(folded.folded, ['2']);
    assert.deepEqual(press('ArrowLeft', folded), []);
    assert.ok(!stopsOf(folded).some(({ service }) => service === '2.1'));
    assert.deepEqual(initialState(JSON.parse(JSON.stringify(savedState(folded)))).folded, ['2']);
    assert.deepEqual(done(press('ArrowRight', folded), folded).folded, []);
  });

  it('takes no score', () => {
    assert.deepEqual(press('3', after([], at('2', 0))), []);
  });
});

describe('the way to a service or an area', () => {
  it('unfolds the area and drops a filter that hides the row', () => {
    const state = after(
      ['"3.2": 5'],
      { type: 'fold', area: '3' },
      { type: 'filter', filter: 'unscored', query: '' },
      { type: 'tab', tab: 'plan' },
      { type: 'open', service: '3.2' },
    );
    assert.deepEqual([state.tab, state.folded, state.detailsOpen], ['grid', [], true]);
    assert.ok(listed(state).rows.has('3.2'));
    assert.equal(fileOf(state).cursor?.service, '3.2');
  });

  it('leads to the heading of an area', () => {
    const state = after([], { type: 'fold', area: '4' }, { type: 'tab', tab: 'overview' });
    const led = areaActions('4', state).reduce<PanelState>(reduce, state);
    assert.deepEqual([led.tab, led.folded, tabStop(led)?.service], ['grid', [], '4']);
  });
});

describe('a command of guided scoring', () => {
  it('scores, clears and excludes the service shown', () => {
    const state = after([], { type: 'step', move: 'start' });
    const wanted = (command: Parameters<typeof stepActionsOf>[0]) => stepActionsOf(command, state);
    assert.deepEqual(wanted({ type: 'score', score: 2 }), [
      { type: 'intent', service: '1.1', intent: { type: 'score', score: 2 } },
    ]);
    assert.deepEqual(wanted({ type: 'score', score: null }), [
      { type: 'intent', service: '1.1', intent: { type: 'score', score: null } },
    ]);
    assert.deepEqual(wanted({ type: 'exclude' }), [{ type: 'intent', service: '1.1', intent: { type: 'exclude' } }]);
  });
});
