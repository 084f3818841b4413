import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { AreaList } from '../../../src/views/AreaList';
import { Radar } from '../../../src/views/Radar';
import { Summary } from '../../../src/views/Summary';
import { shared, viewOf } from '../../support/views';

function words(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the summary', () => {
  const view = viewOf(['"1.1": 2', '"1.2": 3', '"1.3": 0', '"2.3": { excluded: None }'], { head: 'subject: Router' });

  it('gives the average with its coverage, its floor and the number below target', () => {
    const text = words(render(<Summary {...shared(view)} />));
    assert.match(text, /Average 1\.67 of 5/);
    assert.match(text, /over 3 of 26; 1 excluded · lowest 0 · 2 below target/);
  });

  it('says so in Japanese', () => {
    assert.match(
      words(render(<Summary {...shared(view, 'ja')} />)),
      /26件中3件を採点、1件を除外 · 最低0 · 目標未達2件/,
    );
  });

  it('has no average, rather than 0, where nothing is scored', () => {
    const text = words(render(<Summary {...shared(viewOf([]))} fileName="router.psirt.yaml" />));
    assert.match(text, /router\.psirt\.yaml Average – of 5 over 0 of 27 · nothing scored yet/);
    assert.doesNotMatch(render(<Summary {...shared(viewOf([]))} />), /M-6 0H6/);
  });

  it('describes its scale in words', () => {
    assert.match(render(<Summary {...shared(view)} />), /aria-label="Scale from 0 to 5: average 1\.67, target 2\.5\./);
  });

  it('shows a hostile subject as text', () => {
    const hostile = viewOf([], { head: 'subject: "<script>alert(1)</script>"' });
    const html = render(<Summary {...shared(hostile)} />);
    assert.match(html, /&lt;script>|&lt;script&gt;/);
    assert.doesNotMatch(html, /<script/);
  });
});

describe('the list of areas', () => {
  it('gives each area its average with coverage and leads to its rows', () => {
    const html = render(<AreaList {...shared(viewOf(['"1.1": 2', '"1.2": 3']))} anchor="area" />);
    assert.match(
      html,
      /href="#area-1"[^>]*title="1 Stakeholder ecosystem management: average 2\.50 over 2 of 7, target 2\.5"/,
    );
    assert.match(words(html), /6 Training and education – over 0 of 4/);
  });
});

describe('the radar', () => {
  const all = ['"1.1": 2', '"2.1": 3', '"3.1": 0', '"4.1": 5', '"5.1": 1', '"6.1": 4'];

  it('closes the polygon of the averages where every area has one', () => {
    const html = render(<Radar {...shared(viewOf(all))} />);
    assert.match(html, /class="radar-score" d="M[^"]*Z"/);
    assert.equal(html.match(/radar-dot/g)?.length, 6);
  });

  it('leaves an area without average open instead of drawing it as 0', () => {
    const html = render(<Radar {...shared(viewOf(all.slice(0, 5)))} />);
    assert.doesNotMatch(html, /class="radar-score" d="M[^"]*Z"/);
    assert.equal(html.match(/radar-dot/g)?.length, 5);
  });

  it('says all it shows, for those who cannot see it', () => {
    const label = render(<Radar {...shared(viewOf(all))} />).match(/aria-label="([^"]*)"/)?.[1] ?? '';
    assert.match(label, /3 Vulnerability triage and analysis: average 0\.00 over 1 of 3, target 2\.5/);
  });
});
