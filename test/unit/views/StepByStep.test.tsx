import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { StepByStep } from '../../../src/views/StepByStep';
import { Panel } from '../../../src/webview/Panel';
import { fileOf, initialState, reduce, savedState, type Gesture, type PanelState } from '../../../src/webview/state';
import { stepCommandOf } from '../../../src/webview/step-keys';
import { after, file, texts } from '../../support/panel-state';
import { live, shared, sheets, viewOf } from '../../support/views';

const start: Gesture = { type: 'step', move: 'start' };

/** The service that shows, `done` at the end, or nothing in the grid. */
function shown(state: PanelState): string | undefined {
  const { step } = fileOf(state);
  if (!step?.shown) return undefined;
  return step.finished ? 'done' : step.service;
}

describe('a step in the grid', () => {
  const html = render(
    <StepByStep {...shared(viewOf(['"1.2": { score: 2, target: 4 }']))} service="1.2" finished={false} on={live} />,
  );

  it('gives the objective, then all levels from 0 upwards as buttons with their whole descriptions, and how far it is', () => {
    const service = sheets.en.areas[0]?.services[1];
    assert.ok(html.indexOf(service?.objective ?? '?') < html.indexOf('data-choice="0"'));
    assert.deepEqual(
      [...html.matchAll(/data-choice="(\d)"/g)].map(([, level]) => level),
      ['0', '1', '2', '3', '4', '5'],
    );
    assert.ok(html.includes(`>${service?.levels[3]?.description}<`));
    assert.match(html, />2 of 27</);
  });

  it('marks score and target', () => {
    assert.match(html, /data-choice="2" aria-pressed="true"/);
    assert.match(html, /<span class="marks">current score<\/span>/);
    assert.match(html, /<span class="marks">target<\/span>/);
  });

  it('lets nothing be chosen in an excluded service or a file that can not be read', () => {
    const excluded = render(
      <StepByStep {...shared(viewOf(['"2.3": { excluded: None }']), 'ja')} service="2.3" finished={false} on={live} />,
    );
    assert.match(excluded, /除外：None/);
    assert.doesNotMatch(excluded, /data-choice="\d"[^>]*aria-disabled="false"/);
    const broken = render(<StepByStep {...shared(viewOf([]))} service="1.1" finished={false} readOnly on={live} />);
    assert.doesNotMatch(broken, /data-choice="\d"[^>]*aria-disabled="false"/);
  });

  it('closes with the average, its coverage and what has no answer', () => {
    const end = render(<StepByStep {...shared(viewOf(['"1.1": 2', '"1.2": 3']))} service="6.5" finished on={live} />);
    assert.match(end, /25 services have not been answered yet/);
    assert.match(end, /Average 2\.50 over 2 of 27, 1 below target/);
    assert.match(end, /Score the Rest/);
  });

  it('has no inline styles, which the panel’s policy forbids', () => assert.doesNotMatch(html, /style=/));
});

describe('the way through the steps', () => {
  it('comes back to the first that was passed over, once it is through', () => {
    const next: Gesture = { type: 'step', move: 'next' };
    const rest = Object.values(sheets.en.areas)
      .flatMap(({ services }) => services)
      .filter(({ id, outOfScope }) => !outOfScope && id !== '6.4' && id !== '6.5');
    const state = after(texts(), file(rest.map(({ id }) => `"${id}": 3`)), start, next, next);
    assert.equal(shown(state), 'done');
    assert.equal(shown(reduce(state, start)), '6.4');
  });

  it('begins at the first service without an answer and leads on when the answer is in the file', () => {
    const state = after(texts(), file(['"1.1": 2']), start);
    assert.equal(shown(state), '1.2');
    const asked = reduce(state, { type: 'asked', answer: 3 });
    assert.equal(shown(asked), '1.2');
    assert.equal(shown(reduce(asked, file(['"1.1": 2', '"1.2": 3'], 2))), '1.3');
  });

  it('stays where something else changes, or the answer was refused', () => {
    const state = after(texts(), file([]), start, { type: 'asked', answer: 3 });
    assert.equal(shown(reduce(state, file(['"2.1": 3'], 2))), '1.1');
    assert.equal(shown(reduce(state, file(['"1.1": 2'], 2))), '1.1');
  });

  it('stays where the file is edited by hand without an answer here', () => {
    assert.equal(shown(after(texts(), file([]), start, file(['"1.1": 2'], 2))), '1.1');
  });

  it('leads on at once where the answer is as it was, and after an exclusion', () => {
    const all = ['"1.1": 2', '"1.2": 2'];
    const state = after(texts(), file(all), start, { type: 'step', move: 'previous' });
    assert.equal(shown(state), '1.2');
    assert.equal(shown(reduce(state, { type: 'asked', answer: 2 })), '1.3');
    const asked = after(texts(), file([]), start, { type: 'asked', answer: 'excluded' });
    assert.equal(shown(reduce(asked, file(['"1.1": { excluded: None }'], 2))), '1.2');
  });

  it('ends after the last, and goes on with the first that was skipped', () => {
    const skip: Gesture = { type: 'step', move: 'next' };
    const end = after(texts(), file([]), start, ...Array<Gesture>(27).fill(skip));
    assert.equal(shown(end), 'done');
    assert.equal(shown(reduce(end, { type: 'step', move: 'previous' })), '6.5');
    assert.equal(shown(reduce(end, start)), '1.1');
  });

  it('goes on where it was left, also after the panel was closed', () => {
    const left = after(texts(), file([]), start, { type: 'step', move: 'next' }, { type: 'step', move: 'leave' });
    assert.equal(shown(left), undefined);
    assert.equal(fileOf(left).cursor?.service, '1.2');
    const again = [texts(), file([]), start].reduce(reduce, initialState(JSON.parse(JSON.stringify(savedState(left)))));
    assert.equal(shown(again), '1.2');
  });

  it('takes the place of the details, and the grid has a way in', () => {
    const draw = (state: PanelState) => render(<Panel state={state} on={live} send={() => {}} />);
    assert.match(draw(after(texts(), file([]))), /class="guide primary"[^>]*>.*Score Step by Step</);
    assert.match(draw(after(texts(), file([]), start)), /data-step="1\.1"/);
    assert.doesNotMatch(draw(after(texts(), file([]), start)), /data-details/);
  });
});

describe('the keys of a step', () => {
  const press = (key: string, ctrlKey = false) =>
    stepCommandOf({ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false });

  it('choose, lead on and back, exclude and leave; chords stay the editor’s', () => {
    assert.deepEqual(press('３'), { type: 'score', score: 3 });
    assert.deepEqual(press('ArrowRight'), { type: 'next' });
    assert.deepEqual(press('X'), { type: 'exclude' });
    assert.deepEqual(press('Escape'), { type: 'leave' });
    assert.equal(press('z', true), undefined);
    assert.equal(press('6'), undefined);
  });
});
