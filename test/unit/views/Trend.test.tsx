import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { trendPoint, type TrendPoint } from '../../../src/scoring/trend';
import { Trend } from '../../../src/views/Trend';
import { pathThrough, stepsThrough, trendLine } from '../../../src/views/trend-lines';
import { shared, viewOf } from '../../support/views';

const point = (date: string, services: string[], head = ''): TrendPoint =>
  trendPoint({ date, label: date }, viewOf(services, { head }).scored);
const overall = ({ overall: figure }: TrendPoint) => figure;
const draw = (points: TrendPoint[]) => render(<Trend points={points} {...shared(viewOf([]))} />);

describe('the lines of a trend', () => {
  const points = [
    point('2026-01-01', ['"1.1": 0']),
    point('2026-01-11', ['"1.1": 5'], 'target: 3'),
    point('2026-04-11', ['"1.1": 2.5'], 'target: 4'),
  ];

  it('lie by time from left to right, and by value from 0 below to 5 above', () => {
    const { means, targets } = trendLine(points, overall);
    assert.deepEqual(means.slice(0, 2), [
      { x: 0, y: 100 },
      { x: 10, y: 0 },
    ]);
    assert.deepEqual(targets, [
      { x: 0, y: 50 },
      { x: 10, y: 40 },
      { x: 100, y: 20 },
    ]);
  });

  it('break where there was no average', () => {
    assert.equal(trendLine(points, overall).means[2], null);
    assert.equal(
      pathThrough([{ x: 0, y: 1 }, { x: 2, y: 3 }, null, { x: 4, y: 5 }, { x: 6, y: 7 }]),
      'M0 1L2 3M4 5L6 7',
    );
  });

  it('keep a target’s height until it is changed', () => {
    assert.equal(
      stepsThrough([
        { x: 0, y: 50 },
        { x: 10, y: 40 },
      ]),
      'M0 50H10V40',
    );
  });

  it('are spread evenly where all points are of one moment', () => {
    const same = [1, 2, 3].map((score) => point('2026-01-01', [`"1.1": ${score}`]));
    assert.deepEqual(
      trendLine(same, overall).means.map((place) => place?.x),
      [0, 50, 100],
    );
  });
});

describe('the trend', () => {
  const points = [
    point('2026-01-01T09:00:00Z', ['"1.1": 1', '"2.1": 2']),
    point('2026-06-01', ['"1.1": 3', '"2.1": 2']),
  ];

  it('shows the overall average large and each area’s small, each said in words', () => {
    const html = draw(points);
    assert.equal(html.match(/<figure/g)?.length, 7);
    assert.match(html, /aria-label="Average: from 1\.50 on 2026-01-01 to 2\.50 on 2026-06-01"/);
    assert.match(
      html,
      /aria-label="1 Stakeholder ecosystem management: from 1\.00 on 2026-01-01 to 3\.00 on 2026-06-01"/,
    );
    assert.match(html, /aria-label="3 [^"]*: from – on/);
  });

  it('has every figure in a table too', () => {
    const rows = draw(points).match(/<tbody>.*<\/tbody>/)?.[0] ?? '';
    assert.equal(
      rows.replaceAll(/<\/t[dr]>/g, ' ').replaceAll(/<[^>]+>/g, ''),
      '2026-01-01 2026-01-01T09:00:00Z 1.50 1.00 2.00 – – – –  2026-06-01 2026-06-01 2.50 3.00 2.00 – – – –  ',
    );
  });

  it('of a single moment is no line', () => {
    assert.match(draw(points.slice(0, 1)), /no earlier version yet/);
    assert.doesNotMatch(draw([]), /<svg/);
  });

  it('takes labels as text', () => {
    const [first, last] = points;
    assert.ok(first && last);
    assert.match(draw([first, { ...last, label: '<script>' }]), /&lt;script>/);
  });
});
