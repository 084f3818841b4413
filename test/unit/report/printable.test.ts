import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printable, printableJson, withoutLogCommands } from '../../../src/report/printable';

describe('printing text from files', () => {
  const dangerous = '\u0000\u0007\b\u001b\u007f\u009b\u061c\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\ud800';

  it('shows what would act on the terminal or reorder the line as �', () => {
    for (const character of dangerous) assert.equal(printable(`a${character}b`), 'a\ufffdb', character.charCodeAt(0).toString(16));
    assert.equal(printable('\u001b]0;title\u0007\u001b[31m'), '\ufffd]0;title\ufffd\ufffd[31m');
  });

  it('keeps it on one line', () => {
    assert.equal(printable('one\r\n\r\ntwo\tthree\u2028four\u0085five'), 'one two three four five');
  });

  it('leaves all other text as it is', () => {
    const text = '脆弱性（PSIRT）Élan 🧑‍💻 ｱｶﾞ か\u3099';
    assert.equal(printable(text), text);
  });

  it('gives build servers no commands', () => {
    const commands: [text: string, shown: string][] = [
      ['::error::x', ': :error::x'],
      [' ::set-output name=a::b', ' : :set-output name=a::b'],
      ['a\n::stop-commands::x', 'a : :stop-commands::x'],
      ['a ##vso[task.setvariable variable=PATH]b', 'a # #vso[task.setvariable variable=PATH]b'],
      ['###[add-path]/tmp', '## #[add-path]/tmp'],
    ];
    for (const [text, shown] of commands) {
      assert.equal(printable(text), shown);
      assert.deepEqual(JSON.parse(printableJson({ text })), { text });
      assert.doesNotMatch(printableJson({ text }), /##|\s::/);
    }
    assert.equal(withoutLogCommands('a\n  ::error::x'), 'a\n  : :error::x');
    for (const text of ['std::string', '::1', 'fe80::1 ::ffff:192.0.2.1', '## Heading', '#[1.1]', 'a ::b', '::before { content: "x" }']) assert.equal(printable(text), text);
  });

  it('gives JSON that means the same and is as harmless', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...dangerous)).map((text) => ({ text }))), (value) => {
        const json = printableJson(value);
        assert.deepEqual(JSON.parse(json), value);
        assert.doesNotMatch(json, /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
