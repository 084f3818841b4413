import assert from 'node:assert/strict';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { loadSheet } from '../../../../src/node/load-texts';
import { catalogues } from '../../../../src/messages/catalogues';
import { languages, partOf } from '../../../../src/messages/messages';
import { isSimple, padEnd, padStart, shorten, simpleWidth } from '../../../../src/report/terminal/columns';

describe('columns of a terminal', () => {
  it('are counted as the package counts them, for all simple text', () => {
    const units = fc
      .integer({ min: 0x20, max: 0xffff })
      .map((code) => String.fromCharCode(code))
      .filter(isSimple)
      .filter((unit) => !/[\u0085\u2028\u2029\ufeff]/.test(unit));
    fc.assert(
      fc.property(fc.array(units), (characters) =>
        assert.equal(simpleWidth(characters.join('')), stringWidth(characters.join(''))),
      ),
      { numRuns: 500 },
    );
  });

  it('are simple to count in all the product itself says, so that no run loads the package for that', () => {
    const texts = languages.flatMap((language) => [
      JSON.stringify(loadSheet(language)),
      ...['report.', 'rule.'].flatMap((family) => Object.values(partOf(catalogues[language], [family]))),
    ]);
    for (const text of texts) assert.ok(isSimple(text), /[^]{0,20}$/u.exec(text)?.[0]);
  });

  it('are not simple with emoji, combining characters, other scripts and half-width kana', () => {
    for (const text of ['🧑‍💻', 'e\u0301', 'か\u3099', '한국', 'ｱ', '©', '\u200b'])
      assert.equal(isSimple(`a${text}`), false, text);
  });

  it('are filled on either side', () => {
    assert.equal(padEnd('脆弱性', 8, simpleWidth), '脆弱性  ');
    assert.equal(padStart('差', 4, simpleWidth), '  差');
    assert.equal(padEnd('脆弱性', 2, simpleWidth), '脆弱性');
  });

  it('are never exceeded by a shortened text, whose characters stay whole', () => {
    assert.equal(shorten('脆弱性の発見', 12, simpleWidth), '脆弱性の発見');
    assert.equal(shorten('脆弱性の発見', 11, simpleWidth), '脆弱性の発…');
    assert.equal(shorten('脆弱性の発見', 10, simpleWidth), '脆弱性の…');
    assert.equal(shorten('Finder community', 8, simpleWidth), 'Finder…');
    assert.equal(shorten('a👩‍👩‍👧b', 3, stringWidth), 'a…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) =>
        assert.ok(stringWidth(shorten(text, width, stringWidth)) <= width),
      ),
    );
  });
});
