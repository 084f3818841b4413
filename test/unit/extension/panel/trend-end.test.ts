import assert from 'node:assert/strict';
import { whyNotWhole } from '../../../../src/extension/panel/trend-end';
import { languages } from '../../../../src/messages/messages';
import { translator } from '../../../../src/messages/catalogues';

describe('what is said of a history that was read', () => {
  const whole = { count: 3, isStopped: false, hasFailed: false, hasRepository: true, unread: 0 };
  const t = translator('en');

  it('is nothing where all was read', () => {
    for (const end of [whole, { ...whole, count: 0 }, { ...whole, hasRepository: false }])
      assert.equal(whyNotWhole(end, t), undefined);
  });

  it('is the reason where it was not, however much was', () => {
    assert.equal(whyNotWhole({ ...whole, isStopped: true, hasFailed: true }, t), 'Stopped after 3 earlier versions.');
    assert.equal(
      whyNotWhole({ ...whole, hasFailed: true, count: 0 }, t),
      'Git could not read the history of this file.',
    );
    assert.equal(
      whyNotWhole({ ...whole, hasFailed: true, unread: 1 }, t),
      'Git could not read all of the history: 3 earlier versions read.',
    );
    assert.equal(whyNotWhole({ ...whole, unread: 2 }, t), '3 earlier versions read; 2 more could not be read.');
    assert.match(whyNotWhole({ ...whole, hasRepository: false, count: 0 }, t) ?? '', /not in a Git repository/);
  });

  it('is said in each language', () => {
    const ends = [
      { ...whole, isStopped: true },
      { ...whole, hasFailed: true },
      { ...whole, unread: 1 },
    ];
    for (const end of ends) {
      const texts = languages.map((language) => whyNotWhole(end, translator(language)));
      assert.equal(new Set(texts).size, languages.length);
    }
  });
});
