import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { planServiceRecord } from '../../../src/assessment/edit/recording';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { readPanelMessage } from '../../../src/extension/panel/panel-message';
import { Details } from '../../../src/views/Details';
import { findRow } from '../../../src/views/rows';
import { StepLevels } from '../../../src/views/StepLevels';
import { live, shared, viewOf } from './sample';

const view = viewOf(['"2.1": { score: 1, criteria: { 1a: met, 2a: met, 2b: met, 2c: partly, 2d: unmet } }']);
const drawn = (on?: typeof live, readOnly = false) =>
  render(<Details {...shared(view)} on={on} readOnly={readOnly} selected="2.1" />);

describe('criteria in the details', () => {
  it('are check boxes of three states, each with its words', () => {
    const html = drawn(live);
    assert.match(html, /role="checkbox" aria-checked="true" title="met"[^>]*>.{0,80}✓.{0,40}<b>2a<\/b>/);
    assert.match(html, /aria-checked="mixed" title="partly met"/);
    assert.match(html, /aria-checked="false" title="not met"/);
    assert.match(html, /aria-checked="false" title="not answered"/);
  });

  it('are text where nothing can be changed', () => {
    for (const html of [drawn(), drawn(live, true)]) {
      assert.doesNotMatch(html, /checkbox/);
      assert.match(html, /<b>2a<\/b>/);
    }
  });

  it('suggest a level with the reason, which a button takes over', () => {
    assert.match(drawn(live), /The criteria suggest 2: 2\.5 of 4 of level 2\. <button[^>]*>Score 2<\/button>/);
  });

  it('stand folded under each level of guided scoring', () => {
    const { sheet, t } = shared(view);
    const row = findRow(sheet, view.scored, '2.1') ?? assert.fail();
    const html = render(<StepLevels row={row} t={t} on={live} readOnly={false} />);
    assert.equal(html.match(/<details class="criteria-box">/g)?.length, 6);
    assert.doesNotMatch(render(<StepLevels row={row} t={t} on={live} readOnly />), /criteria-box/);
  });
});

describe('an answer from the panel', () => {
  const message = (record: object) =>
    readPanelMessage({ type: 'record', uri: 'file:///a.psirt.yaml', service: '2.1', record });

  it('is believed where it names a criterion and a state, and nothing else', () => {
    assert.ok(message({ kind: 'answer', criterion: '2a', state: 'met' }));
    assert.ok(message({ kind: 'answer', criterion: '2a', state: null }));
    for (const record of [
      { kind: 'answer', criterion: '2a: met\n  evil', state: 'met' },
      { kind: 'answer', criterion: '9a', state: 'met' },
      { kind: 'answer', criterion: '2a', state: 'done' },
      { kind: 'answer', criterion: '2a' },
    ])
      assert.equal(message(record), undefined);
  });

  it('is the smallest edit', () => {
    const text = 'services:\n  "2.1":\n    criteria: { 2a: met } # c\n';
    const plan = planServiceRecord(parseAssessment(text), '2.1', { kind: 'answer', criterion: '2a', state: 'partly' });
    assert.ok('edits' in plan);
    assert.equal(applyEdits(text, plan.edits), text.replace('met', 'partly'));
  });
});
