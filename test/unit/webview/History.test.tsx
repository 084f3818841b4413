import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { trendPoint } from '../../../src/scoring/trend';
import { History } from '../../../src/webview/History';
import type { History as State } from '../../../src/webview/state';
import { live, shared, viewOf } from '../../support/views';

const view = viewOf(['"1.1": 2']);
const earlier = trendPoint({ date: '2026-01-10', label: 'abc12345' }, view.scored);
const draw = (history: Pick<State, 'points' | 'reading' | 'why'> | null) =>
  render(
    <History
      {...shared(view)}
      history={history && { type: 'trend', uri: 'file:///a', ...history }}
      today="2026-02-01"
      on={live}
    />,
  );
const offered = (html: string) => [...html.matchAll(/<button[^>]*>([^<]*)/g)].map(([, name]) => name);

describe('the history', () => {
  it('can be stopped while it is read, and read again only once it was read or could not be', () => {
    assert.deepEqual(offered(draw(null)), []);
    assert.deepEqual(offered(draw({ points: [], reading: 0 })), ['Stop']);
    assert.deepEqual(offered(draw({ points: [earlier], reading: 1 })), ['Stop']);
    assert.deepEqual(offered(draw({ points: [earlier] })), ['Read again']);
    assert.deepEqual(offered(draw({ points: [], why: 'Git does not answer.' })), ['Read again']);
  });

  it('is drawn as far as it is read, and not called empty before that is known', () => {
    assert.doesNotMatch(draw({ points: [], reading: 0 }), /no earlier version/);
    assert.match(draw({ points: [] }), /no earlier version/);
    assert.match(draw({ points: [earlier], reading: 1 }), /class="trend"/);
  });
});
