import assert from 'node:assert/strict';
import fc from 'fast-check';
import { label } from '../../../src/language/interface-text';
import { unprintable } from '../../../src/messages/unprintable';

describe('text from files in the interface of VS Code', () => {
  /** What VS Code (`parseLinkedText`, 1.100 and 1.139 alike) makes a link of. */
  const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
  /** What it makes an icon of. */
  const icon = /\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/;

  it('is no link in a notification, least of all one that runs a command', () => {
    const texts = [
      '[x](command:workbench.action.quit)',
      '“[x](command:a?%5B1%5D)” is not there',
      '[[x](https://e.example "t")',
      '[x\\](file:///etc/passwd)',
    ];
    for (const text of texts) {
      assert.ok(link.test(text), text);
      assert.ok(!link.test(label(text)), label(text));
    }
    assert.equal(label('Roles (draft) [1.1] f(x)'), 'Roles (draft) [1.1] f(x)');
  });

  it('is no icon in a list', () => {
    assert.ok(icon.test('$(git-commit) main'));
    assert.ok(!icon.test(label('$(git-commit) $$(sync~spin)')));
    assert.equal(label('US$ (5)'), 'US$ (5)');
  });

  it('hides nothing, and stays on one line', () => {
    assert.equal(label('a\u202eb\u200b\n\tc\u0007'), 'a\ufffdb\ufffd c\ufffd');
    assert.equal(label('docs/\u202elmy.exe'), 'docs/\ufffdlmy.exe');
  });

  it('is short: its middle is left out where it is long, and no half of a character stays', () => {
    const path = `docs/${'a'.repeat(10_000)}/policy.md`;
    assert.match(label(path), /^docs\/a+…a+\/policy\.md$/);
    assert.equal(label(path).length, 199);
    assert.equal(label('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(label('🚀'.repeat(10), 10), '🚀🚀…🚀🚀');
    assert.equal(label('🚀'.repeat(10), 9), '🚀🚀…🚀🚀');
  });

  it('is all of that at once, whatever it is made of', () => {
    const piece = fc.constantFrom('$', '(', ')', '[', ']', 'command:x', 'sync', '\u202e', '\n', '🚀', 'a', '\ud800');
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 5, max: 40 }), (pieces, most) => {
        const text = label(pieces.join(''), most);
        assert.doesNotMatch(text, icon);
        assert.doesNotMatch(text, link);
        assert.doesNotMatch(text, unprintable());
        // A blank may be put between two characters that would mean something together.
        assert.ok(text.replace(/(?<=[\]$]) (?=\()/g, '').length <= most);
      }),
    );
  });
});
