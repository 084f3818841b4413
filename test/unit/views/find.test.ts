import assert from 'node:assert/strict';
import { queryOf, stretchesOf } from '../../../src/views/find';

/** What is found, as it is written. */
function found(text: string, query: string): string[] {
  return stretchesOf(text, queryOf(query)).map(({ start, end }) => text.slice(start, end));
}

describe('finding in a text', () => {
  it('takes case, hyphens, spaces and accents lightly', () => {
    assert.deepEqual(found('Bug bars, a bug-bar and a\nbug\nbar', 'BUG  bar'), ['Bug bar', 'bug-bar', 'bug\nbar']);
    assert.deepEqual(found('a résumé', 'resume'), ['résumé']);
  });

  it('takes width and the kind of kana lightly', () => {
    assert.deepEqual(found('ＰＳＩＲＴのトレーニング', 'psirt'), ['ＰＳＩＲＴ']);
    assert.deepEqual(found('トレーニングとトレニング', 'とれーにんぐ'), ['トレーニング', 'トレニング']);
  });

  it('finds numbers of functions as they are written', () => {
    assert.deepEqual(found('see [1.1.1.3] and 1.1.1', '1.1.1'), ['1.1.1', '1.1.1']);
  });

  it('finds nothing for nothing', () => {
    for (const query of ['', '  ', '-']) assert.deepEqual(found('a - b', query), [], query);
    assert.deepEqual(found('', 'a'), []);
  });
});
