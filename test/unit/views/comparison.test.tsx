import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { compareScored } from '../../../src/scoring/compare';
import { ComparisonBanner } from '../../../src/views/ComparisonBanner';
import { Grid } from '../../../src/views/Grid';
import { cellOf, classesOf, live, rowOf, shared, viewOf } from './sample';

const before = viewOf(['"1.1": 1', '"1.2": 3', '"1.3": 2', '"2.1": 2', '"3.1": { score: 2, target: 4 }']);
const after = viewOf(['"1.1": 3', '"1.2": 2', '"1.3": 2', '"2.1": { excluded: x }', '"3.1": 2', '"4.1": 1']);
const comparison = compareScored(before.scored, after.scored);

describe('the grid beside another version', () => {
  for (const language of ['en', 'ja'] as const) {
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
      const marks = ['+2', '−1', '=', '○', '◇', '●'];
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

  it('has a banner that says with what, what came of it, and how to go on', () => {
    const html = render(
      <ComparisonBanner compared={{ name: 'v1 <b>', comparison }} t={shared(after).t} onChoose={() => undefined} />,
    );
    assert.ok(
      html.includes(
        'Compared with v1 &lt;b>:</strong> <span>2.00 · 1 raised, 1 dropped, 1 newly scored, 1 newly excluded, 1 target changed</span>',
      ),
      html,
    );
    assert.equal(html.match(/<button/g)?.length, 2);
  });
});
