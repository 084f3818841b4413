import assert from 'node:assert/strict';
import { renderNote } from '../../../src/views/note';
import { matching, search } from '../../../src/views/search';
import { sheets, viewOf } from '../../support/views';

describe('the search', () => {
  it('finds a service by its number, and an area by its own', () => {
    assert.deepEqual(search(sheets.en, '1.2'), ['1.2']);
    assert.deepEqual(search(sheets.en, '4'), ['4.1', '4.2', '4.3', '4.4']);
  });

  it('finds services by a function of the framework', () => {
    assert.ok(search(sheets.en, '1.3.5.1').includes('1.3'));
  });

  it('asks for every word, in any order and case', () => {
    const found = search(sheets.en, 'BAR bug');
    assert.ok(found.includes('3.1'));
    assert.ok(found.length < 10);
  });

  it('takes hyphens, accents and joined words lightly', () => {
    assert.ok(search(sheets.en, 'bug-bar').includes('3.1'));
    assert.ok(search(sheets.en, 'búg bar').includes('3.1'));
    assert.ok(search(sheets.en, 'bugbar').includes('3.1'));
  });

  it('forgives a slip where nothing matches as written', () => {
    assert.ok(search(sheets.en, 'qualificaton').includes('3.1'));
    assert.deepEqual(search(sheets.en, 'zzzzz'), []);
  });

  it('takes wide characters, hiragana and long vowels lightly in Japanese', () => {
    assert.deepEqual(search(sheets.ja, 'ＰＳＩＲＴ要員'), search(sheets.ja, 'psirt要員'));
    assert.deepEqual(search(sheets.ja, 'ばぐばあ'), []);
    assert.ok(search(sheets.ja, 'ばぐばー').includes('3.1'));
    assert.ok(search(sheets.ja, 'トレニング').includes('6.1'));
  });

  it('works within a filter', () => {
    const view = viewOf(['"1.1": 1', '"1.2": 4', '"6.1": 0']);
    assert.deepEqual(matching(sheets.en, view, 'below', ''), ['1.1', '6.1']);
    assert.deepEqual(matching(sheets.en, view, 'below', 'training'), ['6.1']);
    assert.equal(matching(sheets.en, view, 'unscored', '').includes('6.3'), false);
  });

  it('finds what the file says of a service: evidence, plan and the reason of an exclusion', () => {
    const details = {
      '1.1': {
        evidence: [{ link: 'docs/zebra.md' }],
        plan: [{ action: 'Buy a Gnu', done: false }],
        noteHtml: renderNote('with **yaks**'),
      },
    };
    const view = viewOf(['"1.1": 1', '"1.2": { excluded: No okapi here }'], { details });
    assert.deepEqual(matching(sheets.en, view, 'all', 'zebra'), ['1.1']);
    assert.deepEqual(matching(sheets.en, view, 'all', 'GNU'), ['1.1']);
    assert.deepEqual(matching(sheets.en, view, 'all', 'yaks'), ['1.1']);
    assert.deepEqual(matching(sheets.en, view, 'all', 'okapi'), ['1.2']);
  });
});
