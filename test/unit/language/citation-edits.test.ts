import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/text-edit';
import { citationEdits, moved } from '../../../src/language/citation-edits';

const root = '/work space/repo';
const home = (path: string, base = root) => ({ file: `${base}/${path}`, root: base });
type Move = readonly [from: string, to: string];
const move = (from: string, to: string): Move => [`${root}/${from}`, `${root}/${to}`];

/** The text of `products/a.psirt.yaml` after files moved. */
function after(text: string, made: readonly Move[], file = 'products/a.psirt.yaml'): string {
  const [before, moves] = [home(file), new Map(made)];
  const then = { ...before, file: moved(before.file, moves) };
  return applyEdits(text, citationEdits(parseAssessment(text), before, then, moves));
}

const list = (...links: string[]) => `services:\n  "1.1":\n    score: 3 # kept\n    evidence: # c\n${links.map((link) => `      - ${link}\n`).join('')}`;

describe('citations of files that move', () => {
  const cases: readonly (readonly [name: string, before: string, moves: Move[], after: string])[] = [
    ['follow a new name, heading and all', '../docs/a.md#roles # c', [move('docs/a.md', 'docs/b.md')], '../docs/b.md#roles # c'],
    ['follow into another folder', '../docs/a.md', [move('docs/a.md', 'products/sub/a.md')], 'sub/a.md'],
    ['follow a folder', '../docs/x/a.md', [move('docs', 'papers/2026')], '../papers/2026/x/a.md'],
    ['keep a leading slash', '/docs/a.md', [move('docs/a.md', 'b.md')], '/b.md'],
    ['keep a leading ./', './a.md', [move('products/a.md', 'products/b.md')], './b.md'],
    ['keep a trailing slash', '../docs/', [move('docs', 'papers')], '../papers/'],
    ['keep their quotes', `'../docs/a.md'`, [move('docs/a.md', 'docs/b.md')], `'../docs/b.md'`],
    ['get quotes where the new name needs them', '../docs/a.md', [move('docs/a.md', 'docs/b, c.md')], '"../docs/b, c.md"'],
    ['are found through escapes', '"../docs/\\x61.md"', [move('docs/a.md', 'docs/b.md')], '../docs/b.md'],
    ['follow in the long form', '{ link: ../docs/a.md, note: ../docs/a.md }', [move('docs/a.md', 'docs/b.md')], '{ link: ../docs/b.md, note: ../docs/a.md }'],
    ['follow one of several moves', '../docs/a.md', [move('x', 'y'), move('docs/a.md', 'docs/b.md')], '../docs/b.md'],
    ['stay where the name only starts alike', '../docs/a.md.txt', [move('docs/a.md', 'docs/b.md')], '../docs/a.md.txt'],
    ['stay when they are addresses', 'https://example.com/docs/a.md', [move('docs/a.md', 'docs/b.md')], 'https://example.com/docs/a.md'],
    ['stay when the file leaves the workspace', '../docs/a.md', [[`${root}/docs/a.md`, '/elsewhere/a.md']], '../docs/a.md'],
    ['stay when they lead out of the workspace', '../../../docs/a.md', [['/docs/a.md', `${root}/a.md`]], '../../../docs/a.md'],
  ];
  for (const [name, before, moves, wanted] of cases) it(name, () => assert.equal(after(list('x.md', before), moves), list('x.md', wanted)));

  it('keep CRLF and anchors; an alias follows its anchor', () => {
    const text = 'services:\r\n  "1.1": { evidence: [&a ../docs/a.md] }\r\n  "1.2":\r\n    evidence:\r\n      - *a\r\n';
    assert.equal(after(text, [move('docs/a.md', 'b.md')]), text.replace('../docs/a.md', '../b.md'));
  });

  it('stay in a file that can not be read in full', () => {
    const text = `${list('../docs/a.md')}x: [\n`;
    assert.equal(after(text, [move('docs/a.md', 'docs/b.md')]), text);
  });
});

describe('citations of an assessment that moves', () => {
  const assessment = [move('products/a.psirt.yaml', 'a.psirt.yaml')];

  it('lead to the same documents from its new place; those from the root stay', () => {
    assert.equal(after(list('../docs/a.md#x', '/docs/a.md', 'local.md', 'mailto:a@example.com'), assessment), list('docs/a.md#x', '/docs/a.md', 'products/local.md', 'mailto:a@example.com'));
  });

  it('stay when documents move along, and follow those that do not', () => {
    assert.equal(after(list('local.md', '../docs/a.md'), [move('products', 'deep/down/products')]), list('local.md', '../../../docs/a.md'));
  });

  it('are right when both move', () => {
    assert.equal(after(list('../docs/a.md'), [...assessment, move('docs/a.md', 'papers/b.md')]), list('papers/b.md'));
  });
});
