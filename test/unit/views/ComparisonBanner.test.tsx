import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { compareScored } from '../../../src/scoring/compare';
import { ComparisonBanner } from '../../../src/views/ComparisonBanner';
import { Details } from '../../../src/views/Details';
import { Filters } from '../../../src/views/Filters';
import { Grid } from '../../../src/views/Grid';
import type { BaselineView } from '../../../src/views/model';
import { Overview } from '../../../src/views/Overview';
import { matching } from '../../../src/views/search';
import { cellOf, classesOf, live, rowOf, shared, sheets, viewOf } from '../../support/views';
import { languages } from '../../../src/messages/messages';

const before = viewOf(['"1.1": 1', '"1.2": 3', '"1.3": 2', '"2.1": 2', '"3.1": { score: 2, target: 4 }']);
const after = viewOf(['"1.1": 3', '"1.2": 2', '"1.3": 2', '"2.1": { excluded: x }', '"3.1": 2', '"4.1": 1']);
const comparison = compareScored(before.scored, after.scored);

describe('the grid beside another version', () => {
  for (const language of languages) {
    it(`shows in its last column what changed, in words for those who do not see it (${language})`, () => {
      const html = render(<Grid {...shared(after, language)} on={live} comparison={comparison} />);
      const last = (service: string) =>
        /class="gap change[^"]*"[^>]*aria-label="([^"]*)"[^>]*><span aria-hidden="true">([^<]*)</
          .exec(rowOf(html, service))
          ?.slice(1);
      const words = {
        en: ['+2 (1 → 3)', '−1 (3 → 2)', 'unchanged', '2 → excluded', 'target 4 → 2.5', 'unscored → 1'],
        ja: ['+2 (1 → 3)', '−1 (3 → 2)', '変更なし', '2 → 除外', '目標4 → 2.5', '未採点 → 1'],
      }[language];
      // Where nothing changed no mark draws the eye.
      const marks = ['+2', '−1', '', '○', '◇', '●'];
      ['1.1', '1.2', '1.3', '2.1', '3.1', '4.1'].forEach((service, index) =>
        assert.deepEqual(last(service), [words[index], marks[index]], service),
      );
      assert.ok(html.includes(language === 'en' ? '>Change<' : '>変化<'));
    });
  }

  it('marks the earlier score where it was another', () => {
    const html = render(<Grid {...shared(after)} on={live} comparison={comparison} />);
    assert.ok(classesOf(cellOf(html, '1.1', 1)).includes('before'));
    assert.match(cellOf(html, '1.1', 1), /aria-label="[^"]*, earlier score"/);
    assert.doesNotMatch(cellOf(html, '1.3', 2), /before|earlier score/);
  });

  it('says the change with the name of the row, and the area’s averages before and now', () => {
    const html = render(<Grid {...shared(after)} on={live} comparison={comparison} />);
    assert.match(rowOf(html, '1.1'), /aria-label="1\.1 [^"]*, 1 → 3"/);
    assert.match(html, /2\.00 → 2\.33/);
  });

  it('is as ever without another version', () => {
    const html = render(<Grid {...shared(after)} on={live} />);
    assert.doesNotMatch(html, /data-change|earlier score|class="gap change/);
  });

  it('has a line that says with what, what came of it, and how to go on', () => {
    const html = render(
      <ComparisonBanner baseline={{ name: 'v1 <b>', comparison }} t={shared(after).t} onChoose={() => undefined} />,
    );
    const sentence =
      'Compared with v1 &lt;b>: 2.00 · 1 raised, 1 dropped, 1 newly scored, 1 newly excluded, 1 target changed';
    assert.ok(html.includes(`<span class="unseen">${sentence}</span>`), html);
    assert.ok(html.includes(`title="${sentence}"`));
    assert.ok(html.includes('⇄ v1 &lt;b></strong>'));
    assert.equal(html.match(/<button/g)?.length, 2);
  });

  it('can be narrowed to what changed, and offers that while there is something to compare with', () => {
    const found = matching(sheets.en, after, 'changed', '', { comparison });
    assert.deepEqual(found, ['1.1', '1.2', '2.1', '3.1', '4.1']);
    assert.deepEqual(matching(sheets.en, after, 'changed', 'triage', { comparison }), ['3.1']);
    const filters = (given?: typeof comparison) =>
      render(<Filters {...shared(after)} on={live} filter="all" query="" comparison={given} />);
    assert.match(filters(comparison), /<option value="changed">Changed 5</);
    assert.doesNotMatch(filters(), /value="changed"/);
  });

  it('shows the earlier averages in the radar and in the list of areas, and says whose they are', () => {
    const draw = (baseline?: BaselineView) =>
      render(<Overview {...shared(after)} on={live} readOnly={false} baseline={baseline} />);
    const html = draw({ name: 'v1 <b>', comparison });
    assert.match(html, /class="radar-baseline"/);
    assert.match(html, /Dotted line: v1 &lt;b>/);
    assert.match(html, /<span class="mean">2\.00 → 2\.33</);
    assert.doesNotMatch(draw(), /radar-baseline|Dotted|\d → \d/);
  });
});

describe('the details beside another version', () => {
  const answered = (criteria: string) => viewOf([`"2.1": { score: 2, criteria: ${criteria} }`, '"1.3": 2']);
  const [earlier, later] = [answered('{ 2a: met, 2b: unmet }'), answered('{ 2a: met, 2b: partly, 3a: met }')];
  const draw = (service: string, from = earlier, to = later) =>
    render(
      <Details
        {...shared(to)}
        on={live}
        selected={service}
        baseline={{ name: 'v1 <b>', comparison: compareScored(from.scored, to.scored) }}
      />,
    );

  it('show each answer to a criterion that is another now, with the one before', () => {
    const changes = /<section class="service-changes">.*?<\/section>/.exec(draw('2.1'))?.[0] ?? '';
    assert.match(changes, /Changes since v1 &lt;b>/);
    assert.match(changes, /<b>2b<\/b> .*\(not met → partly met\)/);
    assert.match(changes, /<b>3a<\/b> .*\(not answered → (met|applies)\)/);
    assert.doesNotMatch(changes, /<b>2a/);
  });

  it('show the level and the target before and now', () => {
    assert.match(draw('1.1', before, after), /<li class="place">1 → 3<\/li>/);
    assert.match(draw('3.1', before, after), /<li>target 4 → 2\.5<\/li>/);
  });

  it('say nothing where nothing changed', () => {
    assert.doesNotMatch(draw('1.3'), /service-changes/);
  });
});
