import assert from 'node:assert/strict';
import { headingAnchors } from '../../../src/assessment/headings';

describe('anchors of Markdown headings', () => {
  const anchors = (...lines: string[]) => [...headingAnchors(lines.join('\n'))];

  it('are in lower case, without punctuation, with hyphens for spaces', () => {
    assert.deepEqual(anchors('# Roles & Duties: 2.1 (draft)'), ['roles--duties-21-draft']);
    assert.deepEqual(anchors('# snake_case – dash-ed'), ['snake_case--dash-ed']);
    assert.deepEqual(anchors('# Élan № 5 ①'), ['élan--5-']);
  });

  it('keep Japanese as it is, but for its punctuation', () => {
    assert.deepEqual(anchors('## 役割と責任', '## 1. 脆弱性情報の受付（窓口）', '## メトリクス・KPI'), [
      '役割と責任',
      '1-脆弱性情報の受付窓口',
      'メトリクスkpi',
    ]);
  });

  it('are numbered when they repeat, past names that are taken', () => {
    assert.deepEqual(anchors('# A', '# A', '# A-1', '# A', '# a'), ['a', 'a-1', 'a-1-1', 'a-2', 'a-3']);
    assert.deepEqual(anchors('# B', '# B-1', '# B'), ['b', 'b-1', 'b-2']);
  });

  it('are there for ATX headings of six levels, closed or not, in quotes, too', () => {
    assert.deepEqual(anchors('# one #', '###### six ######', '   ## three spaces', '> ## quoted', '# C#'), [
      'one',
      'six',
      'three-spaces',
      'quoted',
      'c',
    ]);
  });

  it('are not there for what only looks like a heading', () => {
    assert.deepEqual(anchors('#hashtag', '####### seven', '    # indented code', '\\# escaped'), []);
  });

  it('are there for underlined headings, over several lines, too', () => {
    assert.deepEqual(anchors('One', '===', '', 'Two', 'lines', '---', '', 'Three', '-'), ['one', 'two-lines', 'three']);
  });

  it('are not there for rules, tables, lists and front matter', () => {
    assert.deepEqual(anchors('---', 'title: Front', '---', '', '---', '- item', '---', '> quote', '---', '| a |', '---', '* * *'), []);
  });

  it('leave out fenced code and comments', () => {
    assert.deepEqual(
      anchors('```sh', '# no', '~~~', '# no', '````', '# yes', '~~~', '# no', '```', '# no', '~~~ ', '<!--', '# no', '-->', '# end', '```', '# open to the end'),
      ['yes', 'end'],
    );
    assert.deepEqual(anchors('```inline``` code', '# yes'), ['yes']);
  });

  it('are made of the text as shown', () => {
    assert.deepEqual(anchors('# The [charter](docs/a.md) of *our* __team__', '# Use `<a_b>` and `c`', '# <b>Bold</b> ![logo](x.png)x &amp; y'), [
      'the-charter-of-our-team',
      'use-a_b-and-c',
      'bold-x--y',
    ]);
  });

  it('may be given by hand', () => {
    assert.deepEqual(anchors('<a id="Roles"></a>', "text <a href='x' name='b c'>", '<p id=para>', '`<a id="x">` <a name="">', '```', '<a id="code">', '```'), [
      'Roles',
      'b c',
      'para',
      'x',
    ]);
  });

  it('are found with any line ends', () => {
    assert.deepEqual([...headingAnchors('\ufeff# A\r\nB\r\n---\r\n# C\r# D')], ['a', 'b', 'c', 'd']);
  });
});
