import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { citationHover } from '../../../src/language/citation-hover';
import { harmless, sectionPreview } from '../../../src/language/section-preview';
import { translator } from '../../../src/messages/catalogues';
import { yaml } from '../../support/yaml';

const t = translator('en');
const charter = yaml`
  ---
  title: x
  ---
  # Charter

  Intro.

  ## Roles

  - **Lead**: decides

  ### Deputies

  Two.

  ## Contact

  Mail.
`;
const render = (markdown: string) => {
  const renderer = new MarkdownIt({ html: true, linkify: true });
  renderer.linkify.set({ fuzzyLink: false });
  return renderer.render(markdown);
};

describe('the preview of a cited section', () => {
  it('reaches to the next heading of its rank', () => {
    assert.equal(
      sectionPreview(charter, 'roles'),
      yaml`
        ## Roles

        - **Lead**: decides

        ### Deputies

        Two.`,
    );
    assert.equal(
      sectionPreview(charter, 'deputies'),
      yaml`
        ### Deputies

        Two.`,
    );
    assert.equal(
      sectionPreview(charter, 'contact'),
      yaml`
        ## Contact

        Mail.`,
    );
    assert.equal(
      sectionPreview(charter.replaceAll('\n', '\r\n'), 'contact'),
      yaml`
        ## Contact

        Mail.`,
    );
  });

  it('is the start of the document without a heading, and nothing for an unknown one', () => {
    assert.match(sectionPreview(charter, '') ?? '', /^# Charter\n\nIntro\./);
    assert.equal(sectionPreview(charter, 'no-such'), undefined);
    assert.match(sectionPreview(charter, 'top') ?? '', /^# Charter\n\nIntro\./);
    assert.match(sectionPreview(charter, 'L6-L8') ?? '', /^Intro\./);
    assert.equal(
      sectionPreview(charter, 'Contact'),
      yaml`
        ## Contact

        Mail.`,
    );
    assert.equal(
      sectionPreview(
        yaml`
          text

          <a id="here"></a>
          Spot.

          # Next
        `,
        'here',
      ),
      'Spot.',
    );
  });

  it('has a limit in lines and in characters', () => {
    const long = sectionPreview(`# A\n${'line\n'.repeat(500)}`, 'a') ?? '';
    assert.ok(long.split('\n').length < 30 && long.endsWith('…'));
    const wide = sectionPreview(`# A\n${'word '.repeat(5_000)}`, 'a') ?? '';
    assert.ok(wide.length < 2_000 && wide.endsWith('word\n\n…'));
    assert.ok((sectionPreview(`# A\n${'語'.repeat(5_000)}`, 'a') ?? '').length < 2_000);
  });

  it('can do nothing: no link, no picture, no HTML, wherever it hides', () => {
    const tricks = [
      '[click](command:workbench.action.quit)',
      '![x](https://evil.example/track.png)',
      '[![x](https://evil.example/a.png)](https://evil.example)',
      '[ref][1]\n\n[1]: https://evil.example',
      '![ref]\n\n[ref]: https://evil.example/a.png',
      '<https://evil.example> <command:x>',
      'https://evil.example www.evil.example WWW.evil.example ftp://evil.example mailto:a@evil.example a@evil.example',
      '<img src="https://evil.example/a.png"><script>alert(1)</script><a href="command:x">x</a>',
      '```\n[x](https://evil.example)\n``` \n[y](https://evil.example)',
      yaml`
        - \`\`\`
          x
        [y](https://evil.example)
        ![z](https://evil.example/(a)b)`,
      '[a](<https://evil.example>) [b](  https://evil.example  "t")',
      '\\![x](https://evil.example) \\\\[x](https://evil.example)',
      '[a[b](c)](https://evil.example)',
      '<!-- [x](https://evil.example) <b>',
    ];
    for (const trick of tricks) assert.doesNotMatch(render(harmless(trick)), /<(?:a|img|script|b)\b/, trick);
  });

  it('keeps what shows structure', () => {
    assert.match(
      render(harmless('| a | b |\n|:--|--:|\n| 1 | [2](x) |\n')),
      /<table>[\s\S]*<td style="text-align:right">2<\/td>/,
    );
    assert.match(
      render(harmless('1. **one**\n2. `two`\n')),
      /<ol>[\s\S]*<strong>one<\/strong>[\s\S]*<code>two<\/code>/,
    );
  });
});

describe('a hover on an evidence link', () => {
  const found = { path: 'docs/a_b.md', heading: '', place: 'docs/a_b.md', exists: true };

  it('names the document and previews it', () => {
    assert.equal(
      citationHover(t, { ...found, heading: 'contact', markdown: charter }),
      yaml`
        *docs/a\\_b\\.md*

        ---

        ## Contact

        Mail.`,
    );
  });

  it('says what is wrong with the link', () => {
    assert.match(citationHover(t, { ...found, exists: false }) ?? '', /no file \*\*docs\/a\\_b\\\.md\*\*/);
    assert.match(citationHover(t, { ...found, place: undefined, exists: false }) ?? '', /outside the workspace/);
    assert.match(
      citationHover(t, { ...found, heading: 'x', markdown: charter }) ?? '',
      /no heading \*\*\\#x\*\*\.\n\nIts headings:\n\n- \\#charter\n- \\#roles\n/,
    );
    assert.match(citationHover(t, { ...found, markdown: ' \n' }) ?? '', /is empty/);
    assert.match(citationHover(t, { ...found, tooLong: true }) ?? '', /larger than 1 MB/);
    assert.match(citationHover(t, { ...found, heading: 'x', markdown: '# A\n'.repeat(99) }) ?? '', /#a\\-11\n- …$/);
  });

  it('is silent on documents that have no sections', () => {
    assert.equal(citationHover(t, found), undefined);
  });
});
