import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { RollUp } from '../../../src/views/RollUp';
import { sideBySide, sortedRows, type RollUpRow, type SideBySideChoice } from '../../../src/views/roll-up-order';
import { shared, viewOf } from '../../support/views';

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
  render(
    <RollUp
      shown={{ groups: [{ rows: given }], unscored: [], folded: [] }}
      sheet={sheet}
      t={t}
      on={live ? { open() {}, sort() {}, fold() {} } : undefined}
      sorting={{ sort: 'average', isDescending: false }}
    />,
  );
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
    const names = (sort: string, isDescending = false) =>
      sortedRows(rows, { sort, isDescending }, 'en').map(({ name }) => name);
    assert.deepEqual(names('name'), ['Camera', 'Empty', 'Router']);
    assert.deepEqual(names('average'), ['Camera', 'Router', 'Empty']);
    assert.deepEqual(names('1.1'), ['Router', 'Camera', 'Empty']);
    assert.deepEqual(names('1'), ['Camera', 'Router', 'Empty']);
    assert.deepEqual(names('coverage'), ['Empty', 'Camera', 'Router']);
    assert.deepEqual(names('average', true), ['Router', 'Camera', 'Empty']);
    assert.deepEqual(names('name', true), ['Router', 'Empty', 'Camera']);
  });

  it('take names as text', () => {
    assert.match(draw([row('<img src=x>', [])]), /&lt;img src=x>/);
  });
});

describe('what shows of the assessments side by side', () => {
  const choice: SideBySideChoice = { sort: 'average', isDescending: false, query: '', isGrouped: true, folded: [] };
  const at = (path: string, one: RollUpRow): RollUpRow => ({ ...one, path });
  const [router, camera, empty] = rows as [RollUpRow, RollUpRow, RollUpRow];
  const placed = [at('net/10/r.yaml', router), at('cam/c.yaml', camera), at('net/9/e.yaml', empty)];
  const broken = { path: 'cam/broken.yaml', reason: 'no <map>' };
  const live = (part: Partial<SideBySideChoice>) => {
    const shown = sideBySide(placed, [broken], { ...choice, ...part }, 'en');
    return render(<RollUp shown={shown} facts sheet={sheet} t={t} />);
  };

  it('stands in groups by folder, each in its order, and files that cannot be scored come last with the reason', () => {
    const html = live({});
    const folders = [...html.matchAll(/<tr class="folder"><th[^>]*><span>([^<]*)/g)].map(([, text]) => text);
    assert.deepEqual(folders, ['cam (1)', 'net/9 (1)', 'net/10 (1)', 'Cannot be scored (1)']);
    assert.match(html, /cam\/broken\.yaml<\/th><td class="why" colspan="\d+"><span>no &lt;map>/);
    assert.doesNotMatch(live({ isGrouped: false }), /cam \(1\)/);
  });

  it('has coverage, target and day beside the average, an old day marked', () => {
    const stale = { ...router, isStale: true };
    const html = render(
      <RollUp shown={{ groups: [{ rows: [stale] }], unscored: [], folded: [] }} facts sheet={sheet} t={t} />,
    );
    assert.match(html, /<td class="covered" title="over 2 of 27">2\/27<\/td><td class="aim">2\.5<\/td>/);
    assert.match(html, /<td class="day stale" title="More than six months ago:">.*2026-11-20<\/td>/);
  });

  it('leaves out the services of an area that is folded, above and below as well', () => {
    const html = live({ folded: ['1', '2', '3', '4', '5', '6'] });
    assert.doesNotMatch(html, />1\.1</);
    const widths = [...html.matchAll(/<tr>(?:(?!<\/tr>).)*<\/tr>/g)].map(([line]) => line.match(/<t[hd]/g)?.length);
    assert.deepEqual([...new Set(widths.slice(2).filter((width) => width !== 2))], [5 + 6]);
  });

  it('is narrowed by name or folder', () => {
    assert.match(live({ query: 'NET' }), /Router.*net\/10|net\/10.*Router/);
    assert.doesNotMatch(live({ query: 'NET' }), /Camera|broken/);
  });
});
