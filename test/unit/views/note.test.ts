import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderNote } from '../../../src/views/note';

describe('the HTML of a note', () => {
  /** Tags and the attributes that markdown-it makes of what is allowed. */
  const tag =
    /^<(?:\/?(?:p|ul|ol|li|strong|em|s|code|pre|blockquote|h[1-6]|table|thead|tbody|tr|a)|(?:br|hr) \/|ol start="\d+"|t[hd](?: style="text-align:(?:left|right|center)")?|\/t[hd]|code class="language-[^"<>]*"|a href="(?:(?:https?:|mailto:)[^"<>]*)?"(?: title="[^"<>]*")?)>$/;
  const assertHarmless = (html: string): void =>
    html.match(/<[^>]*>?/g)?.forEach((found) => assert.match(found, tag, html));

  it('has what Markdown is for, and links to the web', () => {
    assert.match(
      renderNote('**Bold** [x](https://example.com) office@example.com'),
      /<strong>Bold<\/strong> <a href="https:\/\/example\.com">x<\/a> <a href="mailto:office@example\.com">/,
    );
    assertHarmless(
      renderNote('# a\n\n- b\n\n1. c\n\n| d |\n| --: |\n| e |\n\n```js\nf\n```\n\n> g ~~h~~ `i`  \nj\n\n---'),
    );
  });

  for (const scheme of [
    'command:workbench.action.quit',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#115;cript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'vscode://x/y',
    '//server/share',
    '/etc/passwd',
    '../x',
    '\\\\server\\share',
  ]) {
    it(`has no link to ${scheme}`, () => {
      const forms = [
        `[x](<${scheme}>)`,
        `[x](${scheme})`,
        `[x][y]\n\n[y]: <${scheme}>`,
        `<${scheme}>`,
        `![x](${scheme})`,
        `[![x](https://e.example/x.png)](<${scheme}>)`,
      ];
      for (const form of forms) {
        const html = renderNote(form);
        assertHarmless(html);
        assert.doesNotMatch(html, /<a href="(?!https:|mailto:)/, form);
      }
    });
  }

  it('has no HTML, picture, script, style or handler of the note’s own, whatever that is', () => {
    const pieces = [
      '<img src=x onerror=alert(1)>',
      '<script>',
      '</p>',
      '<style>',
      '<a href="command:x" onclick=y>',
      '![a](https://e.example/a.png)',
      '[a](',
      'javascript:x',
      ')',
      '"',
      "'",
      '`',
      '\n',
      '\n\n',
      '|',
      '&lt;',
      '&#60;',
      '<!--',
      ']]>',
      '```x" onload="',
      '- ',
      '# ',
      'a',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => assertHarmless(renderNote(parts.join('')))),
      { numRuns: 500 },
    );
  });
});
