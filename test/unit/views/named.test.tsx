import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { trendPoint } from '../../../src/scoring/trend';
import { Grid } from '../../../src/views/Grid';
import { Reconcile } from '../../../src/views/Reconcile';
import { reconciliation } from '../../../src/views/reconciliation';
import { tabs } from '../../../src/views/props';
import { Trend } from '../../../src/views/Trend';
import { Panel } from '../../../src/webview/Panel';
import { SheetPage } from '../../../src/webview/SheetPage';
import { initialSheetState, reduceSheet } from '../../../src/webview/sheet-state';
import { parseAssessment } from '../../../src/assessment/parse';
import { catalogues, translator } from '../../../src/messages/catalogues';
import { after, file, texts, uri } from '../../support/panel-state';
import { live, shared, sheets, viewOf } from '../../support/views';

const services = [
  '"1.1": { score: 2, evidence: [a.md], plan: [{ action: Ask, owner: QA }, { action: Tell, done: 2026-01-02 }] }',
  '"1.2": { excluded: not ours }',
  '"2.1": { score: 1, target: 3, criteria: { 2a: met, 2b: met } }',
];
const panel = (...events: Parameters<typeof after>) =>
  render(<Panel state={after(texts(), file(services), ...events)} on={live} send={() => {}} />);
const point = trendPoint({ date: '2026-01-10', label: 'abc12345' }, viewOf(services).scored);
const scored = parseAssessment('services:\n  "1.1": 3\n');

/** Every page, and every part of the panel, as HTML. */
const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(tabs.map((tab) => [`the tab ${tab}`, panel({ type: 'tab', tab })])),
  details: panel({ type: 'toggle', part: 'details' }, { type: 'select', uri, service: '1.1' }),
  'guided scoring': panel({ type: 'step', move: 'start' }),
  'the trend': render(<Trend {...shared(viewOf(services))} points={[point, point]} />),
  'the grid of a report': render(<Grid {...shared(viewOf(services))} />),
  'the sheet': render(
    <SheetPage
      state={reduceSheet(initialSheetState(undefined), { type: 'texts', language: 'en', catalogues, sheets })}
      on={() => {}}
      save={() => {}}
      wide
    />,
  ),
  'the agreement of several assessors': render(
    <Reconcile
      services={reconciliation(sheets.en, scored, [{ name: 'QA', assessment: scored }])}
      names={['QA']}
      sheet={sheets.en}
      t={translator('en')}
      on={{ choose() {}, take() {}, note() {}, toggle() {}, reveal() {} }}
      opened={new Set(['1.1'])}
      current="1.1"
      readOnly={false}
    />,
  ),
};

describe('the name of an element', () => {
  for (const [page, html] of Object.entries(pages)) {
    it(`is not said a second time as its description: ${page}`, () => {
      const twice = [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) => {
        const [name, title] = ['aria-label', 'title'].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1]);
        return name !== undefined && title !== undefined && name.includes(title) ? [tag] : [];
      });
      assert.ok(html.length > 200);
      assert.deepEqual(twice, []);
    });
  }

  it('is its tooltip where nothing else says what it is', () => {
    assert.match(pages['details'] ?? '', /<button[^>]* aria-label="(Hide[^"]+)" data-tooltip="\1"/);
  });
});
