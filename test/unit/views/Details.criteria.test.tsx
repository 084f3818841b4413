import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { planServiceRecord } from '../../../src/assessment/edit/recording';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { readPanelMessage } from '../../../src/extension/panel/panel-message';
import { openCriteria } from '../../../src/scoring/suggest';
import { Details } from '../../../src/views/Details';
import { Grid } from '../../../src/views/Grid';
import { wholePlan } from '../../../src/views/plan-rows';
import { PlanTable } from '../../../src/views/PlanTable';
import { findRow } from '../../../src/views/rows';
import { StepLevels } from '../../../src/views/StepLevels';
import { live, rowOf, shared, viewOf } from '../../support/views';
import { yaml } from '../../support/yaml';

const view = viewOf(['"2.1": { score: 1, criteria: { 1a: met, 2a: met, 2b: met, 2c: partly, 2d: unmet } }']);
const drawn = (on?: typeof live, readOnly = false) =>
  render(<Details {...shared(view)} on={on} readOnly={readOnly} selected="2.1" />);

const openIn = (id: string) => {
  const { service, scored } = findRow(shared(view).sheet, view.scored, id) ?? assert.fail();
  return openCriteria(service, scored).map((one) => one.id);
};

describe('criteria in the details', () => {
  it('are check boxes of three states, each with its words', () => {
    const html = drawn(live);
    assert.match(html, /role="checkbox" aria-checked="true"[^>]*>.{0,80}✓.{0,40}<b>2a<\/b>/);
    assert.match(html, /aria-checked="mixed"[^>]*>(?:(?!<\/button>).)*\(partly met\)<\/span><\/button>/);
    assert.match(html, /aria-checked="false"[^>]*>(?:(?!<\/button>).)*\(not met\)<\/span><\/button>/);
    assert.match(html, /aria-checked="false"[^>]*>(?:(?!<\/button>).)*\(not answered\)<\/span><\/button>/);
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

  it('have their evidence and notes below them, to be opened, and can be cited for and planned', () => {
    const criteria = { '2a': { evidence: [{ link: 'docs/intake.md' }], note: 'Since <May>' } };
    const backed = { ...view, details: { '2.1': { evidence: [], plan: [], criteria } } };
    const html = render(<Details {...shared(backed)} on={live} selected="2.1" />);
    assert.match(html, /data-criterion="2a"/);
    assert.match(html, /class="criterion-support"><li><button[^>]*>docs\/intake\.md<\/button><\/li>/);
    assert.match(html, /<li class="record-facts">Since &lt;May><\/li>|Since &lt;May&gt;/);
    assert.match(html, /aria-label="Cite evidence for 2a…/);
    const planned = [...html.matchAll(/aria-label="Plan an action for (\w+):/g)].map(([, id]) => id);
    // What of level 1 is still missing stands in the way, too.
    assert.deepEqual([...new Set(planned)].sort(), openIn('2.1'));
    const picture = render(<Details {...shared(backed)} selected="2.1" />);
    assert.match(picture, /<ul class="criterion-support"><li>docs\/intake\.md<\/li>/);
    assert.doesNotMatch(picture, /data-criterion|Plan an action/);
  });

  it('mark the row in the grid where they suggest another score, in words for those who do not see it', () => {
    const rowIn = (services: string[]) => {
      const other = viewOf(services);
      return rowOf(render(<Grid {...shared(other)} on={live} />), '2.1');
    };
    const marked = rowIn(['"2.1": { score: 1, criteria: { 2a: met, 2b: met } }']);
    assert.match(marked, /aria-label="[^"]*The criteria suggest 2: 2 of 4 of level 2\./);
    assert.match(marked, /class="row-mark suggestion"[^>]*><svg[^>]*><title>The criteria suggest 2/);
    assert.match(
      rowIn(['"2.1": { score: 3, criteria: { 2a: met, 2b: met, 3a: unmet } }']),
      /row-mark suggestion urgent/,
    );
    for (const same of ['"2.1": { score: 2, criteria: { 2a: met, 2b: met } }', '"2.1": { criteria: { 2a: met } }'])
      assert.doesNotMatch(rowIn([same]), /row-mark suggestion/);
  });

  it('are actions to be planned in the plan, where a gap has none yet', () => {
    const html = render(
      <PlanTable {...shared(view)} on={live} choice={wholePlan} today="2026-11-27" readOnly={false} />,
    );
    const open = /<ul class="plan-open">(.*?)<\/ul>/.exec(html)?.[1] ?? '';
    assert.match(open, /title="Plan an action for 2c: [^"]+"[^>]*>2c /);
    assert.match(open, />2d /);
    assert.doesNotMatch(open, />2a /);
  });

  it('stand folded under each level of guided scoring', () => {
    const { sheet, t } = shared(view);
    const row = findRow(sheet, view.scored, '2.1') ?? assert.fail();
    const html = render(<StepLevels row={row} t={t} on={live} readOnly={false} />);
    assert.equal(html.match(/<details class="criteria-box">/g)?.length, 6);
    // Whoever hears the folded ones alone knows which level they belong to, and how many are answered.
    assert.match(html, /<summary><span class="unseen">Level 2<\/span> Criteria \d\/4<\/summary>/);
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

  it('may be narrowed to a criterion where documents are cited and opened, and actions planned', () => {
    const narrowed = (type: object) => (criterion: string) =>
      readPanelMessage({ uri: 'file:///a.psirt.yaml', service: '2.1', criterion, ...type });
    const messages = [
      { type: 'cite', uris: ['file:///a.md'] },
      { type: 'evidence', index: 0 },
      { type: 'renew', index: 0 },
      { type: 'plan' },
    ];
    for (const read of messages.map(narrowed)) {
      assert.ok(read('2a'));
      assert.equal(read('2a: met\n  evil'), undefined);
    }
  });

  it('is the smallest edit', () => {
    const text = yaml`
      services:
        "2.1":
          criteria: { 2a: met } # c
    `;
    const plan = planServiceRecord(parseAssessment(text), '2.1', { kind: 'answer', criterion: '2a', state: 'partly' });
    assert.ok('edits' in plan);
    assert.equal(applyEdits(text, plan.edits), text.replace('met', 'partly'));
  });
});
