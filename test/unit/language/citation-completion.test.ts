import assert from 'node:assert/strict';
import { documentHeadings } from '../../../src/assessment/evidence/headings';
import {
  headingCompletions,
  pathCompletions,
  typedCitationAt,
  type CitationCompletion,
} from '../../../src/language/citation-completion';
import { cursor } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

const item = (line: string) => yaml`
  services:
    "1.1":
      score: 3
      evidence:
        ${line}
    "1.2": 2
`;
const typedIn = (source: string) => {
  const { text, offset } = cursor(source);
  return typedCitationAt(text, offset);
};
const files = ['charter.md', 'my notes.md', 'a, b.md', 'x.csv'].map((name) => ({ name, isFolder: false }));
const entries = [
  ...files,
  { name: 'policies', isFolder: true },
  { name: 'C# guide.md', isFolder: false },
  { name: 'no\\way.md', isFolder: false },
];
const markdown = yaml`
  # Charter
  ## Roles & duties
  <a id="by-hand"></a>
  ## 役割
`;

function chosen(
  source: string,
  label: string,
  completions: (typed: NonNullable<ReturnType<typeof typedIn>>) => CitationCompletion[],
): string {
  const { text } = cursor(source);
  const typed = typedIn(source) ?? assert.fail(`nothing is completed in ${source}`);
  const completion = completions(typed).find((candidate) => candidate.label === label) ?? assert.fail(`no ${label}`);
  return text.slice(0, completion.span.start) + completion.insertText + text.slice(completion.span.end);
}
const path = (source: string, label: string) => chosen(item(source), label, (typed) => pathCompletions(typed, entries));
const heading = (source: string, label: string) =>
  chosen(item(source), label, (typed) => headingCompletions(typed, documentHeadings(markdown)));

describe('completing the path of evidence', () => {
  it('asks for the folder that is typed, in short and long items', () => {
    const folder = (line: string) => typedIn(item(line))?.wanted;
    for (const line of [
      '- docs/|',
      '- docs/ch|',
      '- docs/ch|arter.md#x',
      '- link: docs/|',
      '- { link: docs/| }',
      '- "docs/|"',
      "- link: 'docs/|'",
      '- docs/|   # comment',
    ])
      assert.deepEqual(folder(line), { folder: 'docs/' }, line);
    for (const line of ['- |', '- ch|', '- link: |', '- ""|'.replace('""|', '"|"')])
      assert.deepEqual(folder(line), { folder: '' }, line);
    assert.deepEqual(folder('- ../../x/|'), { folder: '../../x/' });
    assert.deepEqual(folder('- /|'), { folder: '/' });
    assert.deepEqual(typedIn('services:\n  "1.1": { evidence: [docs/a.md, docs/|] }\n')?.wanted, { folder: 'docs/' });
    assert.deepEqual(typedIn('services:\n  "1.1": { evidence: [docs/|')?.wanted, { folder: 'docs/' });
  });

  it('is silent elsewhere', () => {
    for (const line of [
      '- https://example.com/|',
      '- docs/a.md # see docs/|',
      '- link: a.md\n        note: docs/|',
      '- |\n        docs/x'.replace('- |', '- >\n        d|'),
    ])
      assert.equal(typedIn(item(line)), undefined, line);
    assert.equal(
      typedIn(yaml`
        services:
          "1.1":
            note: evidence docs/|
      `),
      undefined,
    );
    assert.equal(typedIn('services:\n  "1.1": |\n'), undefined);
    assert.equal(typedIn('|'), undefined);
  });

  it('replaces one part of the path and leads on into folders', () => {
    assert.equal(path('- docs/ch|', 'charter.md'), item('- docs/charter.md'));
    assert.equal(path('- docs/old|.md#roles # c', 'charter.md'), item('- docs/charter.md#roles # c'));
    assert.equal(path('- do|cs/a.md', 'policies/'), item('- policies/a.md'));
    assert.equal(path('- link: |', 'policies/'), item('- link: policies/'));
    assert.equal(path("- 'docs/|'", 'my notes.md'), item("- 'docs/my notes.md'"));
  });

  it('takes the whole link into quotes where a name needs them', () => {
    assert.equal(path('- docs/|', 'a, b.md'), item('- "docs/a, b.md"'));
    assert.equal(path('- "docs/|"', 'a, b.md'), item('- "docs/a, b.md"'));
  });

  it('writes a # of a name so that it begins no heading, and completes the headings behind it', () => {
    assert.equal(path('- docs/|', 'C# guide.md'), item('- docs/C%23 guide.md'));
    assert.deepEqual(typedIn(item('- docs/C%23 guide.md#|'))?.wanted, { path: 'docs/C%23 guide.md' });
    assert.deepEqual(typedIn(item('- docs/C# guide.md#|'))?.wanted, { path: 'docs/C# guide.md' });
  });

  it('offers documents, then folders, then the rest; never what no link can hold', () => {
    const typed = typedIn(item('- docs/|')) ?? assert.fail();
    const offered = [...pathCompletions(typed, entries)].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
    assert.deepEqual(
      offered.map(({ label }) => label),
      ['C# guide.md', 'a, b.md', 'charter.md', 'my notes.md', 'policies/', 'x.csv'],
    );
  });
});

describe('completing the heading of evidence', () => {
  it('offers the headings of the cited document in their order', () => {
    assert.deepEqual(typedIn(item('- docs/charter.md#|'))?.wanted, { path: 'docs/charter.md' });
    const typed = typedIn(item('- docs/charter.md#|')) ?? assert.fail();
    assert.deepEqual(
      headingCompletions(typed, documentHeadings(markdown)).map(({ label, detail }) => [label, detail]),
      [
        ['#charter', '# Charter'],
        ['#roles--duties', '## Roles & duties'],
        ['#by-hand', ''],
        ['#役割', '## 役割'],
      ],
    );
  });

  it('replaces what is typed behind the #', () => {
    assert.equal(heading('- docs/charter.md#ro|', '#roles--duties'), item('- docs/charter.md#roles--duties'));
    assert.equal(heading('- link: "docs/charter.md#r|x"', '#役割'), item('- link: "docs/charter.md#役割"'));
  });
});
