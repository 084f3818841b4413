import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printable, printableJson, printableLines, printableMarkup } from '../../../src/messages/printable';

describe('printing text from files', () => {
  const dangerous = '\u0000\u0007\b\u001b\u007f\u009b\u061c\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\ud800';

  it('shows what would act on the terminal or reorder the line as �', () => {
    for (const character of dangerous)
      assert.equal(printable(`a${character}b`), 'a\ufffdb', character.charCodeAt(0).toString(16));
    assert.equal(printable('\u001b]0;title\u0007\u001b[31m'), '\ufffd]0;title\ufffd\ufffd[31m');
  });

  it('shows what would hide as �: tags, fillers, what is no character, joiners and selectors that do nothing', () => {
    const hidden: Record<string, string> = {
      'a tag': 'a\u{e0041}b',
      'a joiner between letters it does not join': 'a\u200db',
      'a selector behind a letter': 'a\ufe0fb',
      'a selector of ideographs behind a letter': 'a\u{e0100}b',
      'a filler': 'a\u3164b',
      'a grapheme joiner': 'a\u034fb',
      'no character': 'a\ufffeb',
      'no character in the middle of the plane': 'a\ufdd0b',
      'no character in another plane': 'a\u{1ffff}b',
      'an unassigned one that would be ignored': 'a\u{e0fff}b',
    };
    for (const [name, text] of Object.entries(hidden)) assert.equal(printable(text), 'a\ufffdb', name);
    assert.equal(printable('葛\u{e0100}\u{e0101}\u{e0102}'), '葛\u{e0100}\ufffd\ufffd');
    assert.equal(printable('❤\ufe0f\ufe0f'), '❤\ufe0f\ufffd');
  });

  it('keeps it on one line', () => {
    assert.equal(printable('one\r\n\r\ntwo\tthree\u2028four\u0085five'), 'one two three four five');
  });

  it('leaves all other text as it is, also where it is made with joiners and selectors', () => {
    const text = '脆弱性（PSIRT）Élan ｱｶﾞ か\u3099 葛\u{e0100}城 \ue000 🧑‍💻 👩‍❤️‍👨 🧑🏽‍💻 ❤️ ☎︎ 1️⃣ می‌خواهم क्‍ष';
    assert.equal(printable(text), text);
    assert.equal(printableLines(`${text}\r\n${text}`), `${text}\n${text}`);
  });

  it('gives JSON that means the same and is as harmless', () => {
    const odd = fc.constantFrom(
      ...dangerous,
      '\u{e0041}',
      '葛\u{e0100}',
      '\ufe0f',
      '##[error]',
      '##vso[x]',
      '\n::error::x',
    );
    const harmful =
      /(?!\n|(?<=\p{Unified_Ideograph})[\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e0fff}]|##\w*\[|^ *::/mu;
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), odd).map((text) => ({ text }))), (value) => {
        const json = printableJson(value);
        assert.deepEqual(JSON.parse(json), value);
        assert.doesNotMatch(json, harmful);
      }),
    );
  });

  it('gives markup that shows the same, commands to build servers included', () => {
    assert.equal(printableMarkup('<p>##[error]x\n::error::y\u0000</p>'), '<p>&#35;#[error]x\n&#58;:error::y\ufffd</p>');
    assert.equal(printableMarkup('<a b c="d e>" f/>]]> x y'), '<a b="" c="d e>" f=""/>]]&gt; x y');
  });
});
