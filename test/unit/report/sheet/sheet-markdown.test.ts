import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { loadSheet } from '../../../../src/node/load-texts';
import { translator } from '../../../../src/messages/catalogues';
import { sheetMarkdown } from '../../../../src/report/sheet/sheet-markdown';
import { sheetPart } from '../../../../src/report/sheet/sheet-part';
import { yaml } from '../../../support/yaml';

describe('the sheet as Markdown', () => {
  /** The description of a level as it looks after Markdown had its way with it. */
  function rendered(description: string): string {
    const sheet = loadSheet('en');
    const part = sheetPart(sheet, '1.1') ?? assert.fail();
    const service = part.service ?? assert.fail();
    const levels = service.levels.map((level) => level && { ...level, description });
    return new MarkdownIt({ html: true }).render(
      sheetMarkdown({ ...part, service: { ...service, levels } }, translator('en')),
    );
  }

  it('makes no link of a reference before a parenthesis', () => {
    assert.ok(rendered('[3.1](staff) see nothing').includes('<p>[3.1](staff) see nothing</p>'));
    assert.ok(rendered('[3.1][3.2] both').includes('<p>[3.1][3.2] both</p>'));
  });

  it('shows characters that mean something to Markdown', () => {
    assert.ok(rendered('*a* _b_ `c` <b> ~~d~~ \\').includes('<p>*a* _b_ `c` &lt;b&gt; ~~d~~ \\</p>'));
    assert.ok(rendered('# no heading').includes('<p># no heading</p>'));
    assert.ok(rendered('1. no list').includes('<p>1. no list</p>'));
  });

  it('makes lists of items', () => {
    assert.ok(
      rendered(yaml`
        Such as:
        - one
        - two`).includes('<p>Such as:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>'),
    );
  });
});
