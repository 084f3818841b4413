import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { RollUp, type RollUpRow } from '../../../src/views/RollUp';
import { sortedRows } from '../../../src/views/roll-up-order';
import { shared, viewOf } from './sample';

const row = (name: string, services: string[]): RollUpRow => ({
  name,
  path: `${name}.psirt.yaml`,
  assessed: '2026-11-20',
  scored: viewOf(services).scored,
});
const { sheet, t } = shared(viewOf([]));
const rows = [
  row('Router', ['"1.1": 1', '"1.2": 4']),
  row('Camera', ['"1.1": 2', '"1.3": { excluded: x }']),
  row('Empty', []),
];
const draw = (given = rows, live = false) =>
  render(<RollUp rows={given} sheet={sheet} t={t} on={live ? { open() {}, sort() {} } : undefined} sort="average" />);
const cells = (html: string, part: 'tbody' | 'tfoot') =>
  [...(html.match(new RegExp(`<${part}>.*</${part}>`))?.[0] ?? '').matchAll(/<tr>(.*?)<\/tr>/g)].map(([, line = '']) =>
    [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text = '']) => text.replaceAll(/<[^>]+>/g, '')),
  );

describe('assessments side by side', () => {
  it('have a line each: the average, and each area’s average with its services', () => {
    const [router, camera, empty] = cells(draw(), 'tbody');
    assert.equal(router?.length, 2 + 6 + 28);
    assert.deepEqual(router?.slice(0, 6), ['Router', '2.50', '2.50', '1', '4', '?']);
    assert.deepEqual(camera?.slice(0, 6), ['Camera', '2.00', '2.00', '2', '?', '–']);
    assert.deepEqual(empty?.slice(0, 4), ['Empty', '–', '–', '?']);
  });

  it('close with what they come to together', () => {
    const [means, lowest, reached] = cells(draw(), 'tfoot');
    assert.deepEqual(means?.slice(0, 6), ['Average', '2.25', '2.25', '1.50', '4.00', '–']);
    assert.deepEqual(lowest?.slice(0, 5), ['Lowest', '2.00', '2.00', '1', '4']);
    assert.deepEqual(reached?.slice(0, 6), ['At target', '1/2', '1/2', '0/2', '1/1', '–']);
  });

  it('name the services below target in all of them', () => {
    assert.match(draw(), /Below target everywhere.*1\.1 Internal stakeholders.*1\.50 in 2/);
    assert.match(draw(rows.slice(0, 1)), /No service is below target in every assessment/);
  });

  it('say each cell in words, and mark what is below target by more than colour', () => {
    assert.match(
      draw(),
      /<td class="scored score-1 below" title="1\.1 Internal stakeholders: score 1, target 2\.5, gap 1\.5">1/,
    );
  });

  it('sort by any column where they are live: lowest first, without a value last', () => {
    assert.match(draw(rows, true), /aria-sort="ascending"><button[^>]*>Average/);
    assert.doesNotMatch(draw(), /<button/);
    const names = (column: string) => sortedRows(rows, column, 'en').map(({ name }) => name);
    assert.deepEqual(names('name'), ['Camera', 'Empty', 'Router']);
    assert.deepEqual(names('average'), ['Camera', 'Router', 'Empty']);
    assert.deepEqual(names('1.1'), ['Router', 'Camera', 'Empty']);
    assert.deepEqual(names('1'), ['Camera', 'Router', 'Empty']);
  });

  it('take names as text', () => {
    assert.match(draw([row('<img src=x>', [])]), /&lt;img src=x>/);
  });
});
