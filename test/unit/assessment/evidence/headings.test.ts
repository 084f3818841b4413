import assert from 'node:assert/strict';
import { documentHeadings, findHeading, headingAnchors } from '../../../../src/assessment/evidence/headings';
import { findAnchor, lineOf } from '../../../../src/assessment/evidence/links';
import { yaml } from '../../../support/yaml';

const anchors = (...lines: string[]) => documentHeadings(lines.join('\n')).map(({ anchor }) => anchor);

/**
 * What a document’s places are called, decided by what code hosts do: by GitHub’s name first, then by what GitLab and
 * generators call them.
 */
const decisions: readonly (readonly [what: string, markdown: string, names: Record<string, readonly string[]>])[] = [
  // The text of a heading.
  ['lower case, no punctuation, hyphens for spaces', '# Roles: 2.1 (draft)', { 'roles-21-draft': [] }],
  [
    'punctuation between spaces leaves both; one hyphen on GitLab',
    '# Roles & Duties',
    { 'roles--duties': ['roles-duties'] },
  ],
  ['dashes, numbers and signs of other scripts', '# Élan № 5 ① – x', { 'élan--5---x': ['élan-5-x'] }],
  ['underscores in words', '# snake_case', { snake_case: [] }],
  ['emphasis', '# The *role* of __our__ _team_ ~~x~~', { 'the-role-of-our-team-x': [] }],
  ['code, as it is written', '# The `__init__` hook, `<a_b>`', { 'the-__init__-hook-a_b': [] }],
  ['escapes', '# 2.2 \\_\\_main\\_\\_ \\# entry', { '22-__main__--entry': ['22-__main__-entry'] }],
  ['character references', '# Caf&eacute; &amp; b', { 'café--b': ['café-b'] }],
  [
    'links by their text',
    yaml`
      # The [charter](docs/a.md "t") of [us][1], [it]

      [1]: b.md`,
    { 'the-charter-of-us-it': [] },
  ],
  ['brackets in a link', '# [[RFC 9116]](https://example.com/(a)) file', { 'rfc-9116-file': [] }],
  [
    'addresses',
    '# Mail <psirt@example.com> or <https://example.com>',
    { 'mail-psirtexamplecom-or-httpsexamplecom': [] },
  ],
  ['a leading picture has no text, its space stays but on GitLab', '# ![logo](x.png) Roles', { '-roles': ['roles'] }],
  ['a picture that is a link', '# Roles [![logo](x.png)](y)', { 'roles-': ['roles'] }],
  ['emoji', '# 🚀 Launch', { '-launch': [] }],
  ['names of emoji, which GitLab leaves out', '# Launch :rocket: now', { 'launch-rocket-now': ['launch-now'] }],
  ['comments', '# Overview <!-- omit in toc -->', { 'overview-': ['overview'] }],
  ['elements', '# <b>Bold</b> x<br>y', { 'bold-xy': [] }],
  ['mere digits, to which GitLab adds a word', '# 2026', { 2026: ['anchor-2026'] }],
  ['Japanese', '# 1. 脆弱性情報の受付（窓口）・KPI', { '1-脆弱性情報の受付窓口kpi': [] }],
  ['a name in braces, where documents are published', '# Roles {#Duties}', { 'roles-duties': [], Duties: [] }],
  ['… with more in the braces', '# Roles { #duties .x }', { 'roles--duties-x-': ['roles-duties-x-'], duties: [] }],
  ['braces that give no name', '# Roles {x} {#y} z', { 'roles-x-y-z': [] }],
  // What is a heading.
  [
    'six levels, closed or not',
    yaml`
      # one #
      ###### six ######
         ## three spaces
      # C#`,
    { one: [], six: [], 'three-spaces': [], c: [] },
  ],
  ['no more, no fewer', '#hashtag\n\n####### seven\n\n    # code\n\n\\# escaped', {}],
  ['underlined', 'One\n===\n\nTwo\n-', { one: [], two: [] }],
  [
    'underlined over several lines, whose break is no space',
    yaml`
      Two
      lines
      ---`,
    { twolines: ['two-lines'] },
  ],
  [
    'rules, tables and lists',
    yaml`
      ---

      ---
      - item
      ---
      > quote
      ---
      | a |
      ---
      * * *`,
    {},
  ],
  [
    'in quotes, lists and both',
    yaml`
      > ## quoted

      - ## listed

      1. > - ## both`,
    { quoted: [], listed: [], both: [] },
  ],
  ['of HTML', '<h2 align="center">Duties</h2>\n\nx <H3>inline</H3> y', { duties: [], inline: [] }],
  ['of HTML over several lines', '<h2>\n<img src="x">\nDuties\n</h2>', { duties: [] }],
  ['of HTML around Markdown', '<h2>\n\n**Du**ties\n\n</h2>\n\ntext', { duties: [] }],
  [
    'not in fenced code',
    '```sh\n# no\n~~~\n# no\n````\n\n# yes\n~~~\n# no\n```\n# no\n~~~ \n```inline``` code\n# end\n```\n# open',
    { yes: [], end: [] },
  ],
  [
    'not in comments',
    yaml`
      <!--
      # no
      -->
      # yes
      <!-- # no -->`,
    { yes: [] },
  ],
  [
    'not in front matter',
    yaml`
      ---
      title: x
      # no
      ---
      # yes`,
    { yes: [] },
  ],
  [
    'a rule is no front matter',
    yaml`
      x

      ---
      # yes
      ---`,
    { yes: [] },
  ],
  // Names given by hand.
  [
    'elements with an id',
    '<a id="Roles"></a>\n\nx <span id=b>\n\n<p class="id" id=\'c d\'>',
    { Roles: [], b: [], 'c d': [] },
  ],
  ['only <a> has a name', '<a href="#x" name="a"></a> <p name="b">', { a: [] }],
  ['in a heading', '# <a id="own"></a>Title', { title: [], own: [] }],
  ['with a heading’s own id', '<h2 id="own">Title</h2>', { title: [], own: [] }],
  [
    'not in code, comments and text',
    '`<a id="a">`\n\n<!-- <a id="b"> -->\n\n\\<a id="c">\n\n    <a id="d">\n\n<a title=\'id="e"\'>',
    {},
  ],
];

describe('the places of a Markdown document', () => {
  for (const [what, markdown, names] of decisions) {
    it(`are named by what code hosts do: ${what}`, () => {
      const found = [...headingAnchors(markdown)];
      const wanted = Object.entries(names).flatMap(([anchor, also]) => [anchor, ...also].map((name) => [name, anchor]));
      assert.deepEqual(found.sort(), wanted.sort());
    });
  }

  it('are numbered when they repeat, past names that are taken', () => {
    assert.deepEqual(anchors('# A', '# A', '# A-1', '# A', '# a'), ['a', 'a-1', 'a-1-1', 'a-2', 'a-3']);
    assert.deepEqual(anchors('# B', '# B-1', '# B'), ['b', 'b-1', 'b-2']);
    assert.deepEqual(
      [...headingAnchors('# A & B\n# A & B')],
      [
        ['a--b', 'a--b'],
        ['a--b-1', 'a--b-1'],
        ['a-b', 'a--b'],
        ['a-b-1', 'a--b-1'],
      ],
    );
  });

  it('are first what GitHub calls them: the name of one on another host is not that of another one', () => {
    assert.deepEqual(
      [...headingAnchors('# A & B\n# A B')],
      [
        ['a--b', 'a--b'],
        ['a-b', 'a-b'],
        ['a-b-1', 'a-b'],
      ],
    );
  });

  it('come with their line, level and text, with any line ends', () => {
    const start = '\ufeff---\r\nx: y\r\n---\r\n# *A*\r\nB\r\n---\r\n> <p>\r\n> <a id="x">\r\n\r\n';
    const markdown = `${start}c\rd <a\rid="y"> <a id="z">\r# E {#f}\n`;
    assert.deepEqual(
      documentHeadings(markdown).map(({ anchor, title, level, line }) => [anchor, title, level, line]),
      [
        ['a', 'A', 1, 3],
        ['b', 'B', 2, 4],
        ['x', '', 0, 7],
        ['y', '', 0, 10],
        ['z', '', 0, 11],
        ['e-f', 'E {#f}', 1, 12],
        ['f', 'E {#f}', 1, 12],
      ],
    );
  });

  it('are found as GitHub finds them: in any case, with what it puts before all names', () => {
    const names = headingAnchors('# Roles\n<a id="Top-Level"></a>\n');
    for (const fragment of ['roles', 'Roles', 'ROLES', 'user-content-roles'])
      assert.equal(findAnchor(names, fragment), 'roles', fragment);
    assert.equal(findAnchor(names, 'Top-Level'), 'Top-Level');
    for (const fragment of ['top-level', 'role', 'roles-'])
      assert.equal(findAnchor(names, fragment), undefined, fragment);
    assert.equal(findHeading(documentHeadings('# A\n# A & B\n'), 'a-b')?.line, 1);
  });
});

describe('a fragment that is no heading', () => {
  it('leads to the top of any document, or to lines of it', () => {
    const lines = ['top', 'TOP', 'L1', 'L10', 'L10-L20', 'L10-20', 'L10C5-L20C8'].map(lineOf);
    assert.deepEqual(lines, [0, 0, 0, 9, 9, 9, 9]);
    for (const fragment of ['', 'l10', 'L0', 'L', 'L1x', 'line-1', '10', 'topic', `L${'9'.repeat(99)}`])
      assert.equal(lineOf(fragment), undefined, fragment);
  });
});

// What takes time by the square of such lengths, or more, does not end before Mocha's own limit.
describe('a Markdown document that was made to take long', () => {
  /** Parts that took time by the square of their number, or more, in patterns and in other parsers. */
  const repeated = [
    '> ',
    '- ',
    '[',
    '![',
    '[a](<b',
    '*a ',
    'a<!--',
    'a<?',
    'a<![CDATA[',
    '<a b="',
    '&a',
    'a\n=\n',
    '# a\n',
    '<h2>',
    '# {#a} {',
  ];
  for (const part of repeated) {
    it(`takes time as it is long: ${JSON.stringify(part)}`, () => {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      for (const markdown of [text, `# ${text.replace(/[\r\n]/g, ' ')}`, `<div id="x">${text}`, `x <a id="x"> ${text}`])
        headingAnchors(markdown);
    });
  }

  it('takes no time at all where it is small', () => {
    headingAnchors(`${'> '.repeat(40)}\n`);
    headingAnchors(`x <a${' '.repeat(5_000)}> <a b${' '.repeat(5_000)}>`);
  });

  it('may be nested as deep as it likes', () => {
    assert.doesNotThrow(() =>
      ['> ', '- ', '1. ', '[', '<b>', '*'].forEach((part) => headingAnchors(part.repeat(100_000))),
    );
    assert.deepEqual(anchors(`${'> '.repeat(40)}# deep`), ['deep']);
  });
});
