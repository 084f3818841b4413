import assert from 'node:assert/strict';
import { withoutIcons, withoutLinks } from '../../../src/language/interface-text';

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
      assert.ok(!link.test(withoutLinks(text)), withoutLinks(text));
    }
    assert.equal(withoutLinks('Roles (draft) [1.1] f(x)'), 'Roles (draft) [1.1] f(x)');
  });

  it('is no icon in a list', () => {
    assert.ok(icon.test('$(git-commit) main'));
    assert.ok(!icon.test(withoutIcons('$(git-commit) $$(sync~spin)')));
    assert.equal(withoutIcons('US$ (5)'), 'US$ (5)');
  });
});
