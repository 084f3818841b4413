import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { compareScored } from '../../../src/scoring/compare';
import { messageFor } from '../../../src/webview/intents';
import { Panel } from '../../../src/webview/Panel';
import type { StateMessage } from '../../../src/webview/protocol';
import {
  fileOf,
  initialState,
  listed,
  reduce,
  savedState,
  type Gesture,
  type PanelState,
} from '../../../src/webview/state';
import { after, file, texts, uri } from '../../support/panel-state';
import { live, viewOf } from '../../support/views';

function draw(state: PanelState): string {
  return render(<Panel state={state} on={live} send={() => {}} />);
}

describe('the panel', () => {
  it('says what to do while no assessment is open, with the method', () => {
    const html = draw(after(texts(), { type: 'empty' }));
    assert.match(html, /New Assessment/);
    assert.match(html, /<details class="method" open/);
  });

  it('offers the assessments of the workspace while none is open, and does not say that there is none', () => {
    const html = draw(after(texts(), { type: 'empty', files: [{ uri, path: 'security/router.psirt.yaml' }] }));
    assert.match(html, /data-listed="security\/router\.psirt\.yaml"/);
    assert.doesNotMatch(html, /No assessment is open/);
  });

  it('keeps the last readable state of a broken file, and says so', () => {
    const html = draw(after(texts(), file(['"1.1": 2'], 1, true)));
    assert.match(html, /last readable state/);
    assert.match(html, /aria-readonly="true"/);
  });

  it('shows nothing but the banner for a file that never could be read', () => {
    const html = draw(after(texts('ja'), { ...file([]), broken: true, view: null } as StateMessage));
    assert.match(html, /role="alert"/);
    assert.doesNotMatch(html, /role="grid"/);
  });

  it('announces what changed', () => {
    const state = after(texts(), file(['"1.2": { score: 2, target: 3 }']), file(['"1.2": { score: 3, target: 3 }'], 2));
    assert.equal(state.said.text, '1.2 Finder community: score 3, target 3');
    assert.equal(
      after(texts(), file([]), file(['"1.1": 1', '"1.2": 1', '"1.3": 1', '"1.4": 1'], 2)).said.text,
      '4 services changed',
    );
  });

  it('announces what the criteria suggest by now, once that is another level', () => {
    const answered = (answers: string) => file([`"2.1": { score: 1, criteria: { ${answers} } }`], 2);
    const said = (before: string, then: string) => after(texts(), answered(before), answered(then)).said.text;
    assert.equal(said('2a: met', '2a: met, 2b: met'), 'The criteria suggest 2: 2 of 4 of level 2.');
    assert.equal(said('2a: met, 2b: met', '2a: met, 2b: met, 2c: unmet'), '');
  });

  it('follows the cursor of the file, in the row and in the details', () => {
    const state = after(texts(), file([]), { type: 'select', uri, service: '3.2' });
    assert.match(draw(state), /class="row [^"]*selected" data-service="3\.2"/);
    assert.doesNotMatch(draw(state), /data-details/);
    assert.match(draw(reduce(state, { type: 'toggle', part: 'details' })), /data-details="3\.2"/);
  });
});

describe('the filter of what changed', () => {
  const changed: Gesture = { type: 'filter', filter: 'changed', query: '' };
  const [old, now] = [
    ['"1.1": 1', '"1.2": 2'],
    ['"1.1": 3', '"1.2": 2'],
  ].map((services) => viewOf(services));
  const comparison = old && now && compareScored(old.scored, now.scored);
  const compared = { ...file(['"1.1": 3', '"1.2": 2']), baseline: { name: 'v1', comparison } } as StateMessage;

  it('shows the services that differ, and gives way when the comparison ends', () => {
    const state = after(texts(), compared, changed);
    assert.deepEqual([...listed(state).rows], ['1.1']);
    const ended = reduce(state, file(['"1.1": 3', '"1.2": 2']));
    assert.equal(fileOf(ended).filter, 'all');
    assert.equal(listed(ended).rows.size, 28);
  });

  it('is still there after a reload, as long as the file is compared', () => {
    const saved = savedState(after(texts(), compared, changed));
    const reloaded = [texts(), compared].reduce(reduce, initialState(saved));
    assert.deepEqual([...listed(reloaded).rows], ['1.1']);
  });
});

describe('filtering', () => {
  const unscored: Gesture = { type: 'filter', filter: 'unscored', query: '' };
  const all = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'].map((id) => `"${id}": 3`);

  it('keeps a row that a new score takes out of the filter, until the list is updated', () => {
    const scored = after(texts(), file(all.slice(1)), unscored, file(all, 2));
    assert.ok(listed(scored).rows.has('1.1'));
    assert.equal(listed(scored).stale, 1);
    assert.equal(listed(reduce(scored, unscored)).rows.has('1.1'), false);
  });

  it('moves the selection to the next row that stays', () => {
    const state = after(texts(), file(all), { type: 'cursor', cursor: { service: '1.5', column: 3 } }, unscored);
    assert.deepEqual(fileOf(state).cursor, { service: '2.1', column: 3 });
  });

  it('keeps the selection where nothing matches', () => {
    const state = after(
      texts(),
      file(all),
      { type: 'cursor', cursor: { service: '1.5', column: 3 } },
      { type: 'filter', filter: 'all', query: 'zzzzz' },
    );
    assert.equal(fileOf(state).cursor?.service, '1.5');
    assert.match(draw(state), /No service matches/);
  });

  it('is remembered for each file over a restart', () => {
    const saved: unknown = JSON.parse(JSON.stringify(savedState(after(texts(), file(all), unscored))));
    const restored = [texts(), file(all, 3)].reduce<PanelState>(reduce, initialState(saved));
    assert.equal(fileOf(restored).filter, 'unscored');
    assert.equal(listed(restored).rows.has('1.1'), false);
  });
});

describe('an intent', () => {
  const state = after(texts(), file(['"1.2": 2', '"2.3": { excluded: None }'], 7));

  it('goes to the host with the file it is for', () => {
    assert.deepEqual(messageFor(state, '1.2', { type: 'score', score: 3 }), {
      send: { type: 'score', uri, service: '1.2', score: 3 },
    });
    assert.deepEqual(messageFor(state, '2.3', { type: 'include' }), {
      send: { type: 'include', uri, service: '2.3' },
    });
  });

  it('is refused where it makes no sense', () => {
    assert.deepEqual(messageFor(state, '4.4', { type: 'score', score: 2 }), {
      refuse: '4.4 Vulnerability metrics: the sheet describes no level 2 here',
    });
    assert.ok('refuse' in (messageFor(state, '2.3', { type: 'score', score: 2 }) ?? {}));
    assert.ok('refuse' in (messageFor(state, '6.3', { type: 'exclude' }) ?? {}));
  });

  it('changes nothing while the file is broken', () => {
    const broken = reduce(state, file(['"1.2": 2'], 8, true));
    assert.ok('refuse' in (messageFor(broken, '1.2', { type: 'score', score: 3 }) ?? {}));
  });
});
