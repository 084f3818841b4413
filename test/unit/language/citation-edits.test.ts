import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSamePlace, linksTo } from '../../../src/assessment/evidence/citation-paths';
import { findCited } from '../../../src/assessment/evidence/cited-document';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { filesAt } from '../../support/files-at';
import { citationEdits, mayName, Moves } from '../../../src/language/citation-edits';
import { yaml } from '../../support/yaml';

const root = '/work space/repo';
const home = (path: string, base = root) => ({ file: `${base}/${path}`, root: base });
type Move = readonly [from: string, to: string];
const move = (from: string, to: string): Move => [`${root}/${from}`, `${root}/${to}`];

/** The text of `products/a.psirt.yaml` after files moved, of which these were there. */
async function after(
  text: string,
  made: readonly Move[],
  files: readonly string[] = [],
  file = 'products/a.psirt.yaml',
): Promise<string> {
  const [before, moves] = [home(file), new Moves(made)];
  const then = { ...before, file: moves.after(before.file) };
  const disk = filesAt(files.map((path) => `${root}/${path}`));
  return applyEdits(text, await citationEdits(parseAssessment(text), { before, after: then, moves, files: disk }));
}

const list = (...links: string[]) =>
  yaml`
    services:
      "1.1":
        score: 3 # kept
        evidence: # c
    ${links.map((link) => `      - ${link}\n`).join('')}`;

describe('citations of files that move', () => {
  const cases: readonly (readonly [name: string, before: string, moves: Move[], after: string])[] = [
    [
      'follow a new name, heading and all',
      '../docs/a.md#roles # c',
      [move('docs/a.md', 'docs/b.md')],
      '../docs/b.md#roles # c',
    ],
    ['follow into another folder', '../docs/a.md', [move('docs/a.md', 'products/sub/a.md')], 'sub/a.md'],
    ['follow a folder', '../docs/x/a.md', [move('docs', 'papers/2026')], '../papers/2026/x/a.md'],
    ['keep a leading slash', '/docs/a.md', [move('docs/a.md', 'b.md')], '/b.md'],
    ['keep a leading ./', './a.md', [move('products/a.md', 'products/b.md')], './b.md'],
    ['keep a trailing slash', '../docs/', [move('docs', 'papers')], '../papers/'],
    ['keep their quotes', `'../docs/a.md'`, [move('docs/a.md', 'docs/b.md')], `'../docs/b.md'`],
    [
      'get quotes where the new name needs them',
      '../docs/a.md',
      [move('docs/a.md', 'docs/b, c.md')],
      '"../docs/b, c.md"',
    ],
    ['are found through escapes', '"../docs/\\x61.md"', [move('docs/a.md', 'docs/b.md')], '../docs/b.md'],
    [
      'follow in the long form',
      '{ link: ../docs/a.md, note: ../docs/a.md }',
      [move('docs/a.md', 'docs/b.md')],
      '{ link: ../docs/b.md, note: ../docs/a.md }',
    ],
    ['follow one of several moves', '../docs/a.md', [move('x', 'y'), move('docs/a.md', 'docs/b.md')], '../docs/b.md'],
    ['stay where the name only starts alike', '../docs/a.md.txt', [move('docs/a.md', 'docs/b.md')], '../docs/a.md.txt'],
    [
      'stay when they are addresses',
      'https://example.com/docs/a.md',
      [move('docs/a.md', 'docs/b.md')],
      'https://example.com/docs/a.md',
    ],
    [
      'stay when the file leaves the workspace',
      '../docs/a.md',
      [[`${root}/docs/a.md`, '/elsewhere/a.md']],
      '../docs/a.md',
    ],
    [
      'stay when they lead out of the workspace',
      '../../../docs/a.md',
      [['/docs/a.md', `${root}/a.md`]],
      '../../../docs/a.md',
    ],
  ];
  for (const [name, before, moves, wanted] of cases)
    it(name, async () => assert.equal(await after(list('x.md', before), moves), list('x.md', wanted)));

  it('keep CRLF and anchors; an alias follows its anchor', async () => {
    const text = 'services:\r\n  "1.1": { evidence: [&a ../docs/a.md] }\r\n  "1.2":\r\n    evidence:\r\n      - *a\r\n';
    assert.equal(await after(text, [move('docs/a.md', 'b.md')]), text.replace('../docs/a.md', '../b.md'));
  });

  it('stay in a file that can not be read in full', async () => {
    const text = `${list('../docs/a.md')}x: [\n`;
    assert.equal(await after(text, [move('docs/a.md', 'docs/b.md')]), text);
  });
});

describe('citations of an assessment that moves', () => {
  const assessment = [move('products/a.psirt.yaml', 'a.psirt.yaml')];

  it('lead to the same documents from its new place; those from the root stay', async () => {
    assert.equal(
      await after(list('../docs/a.md#x', '/docs/a.md', 'local.md', 'mailto:a@example.com'), assessment),
      list('docs/a.md#x', '/docs/a.md', 'products/local.md', 'mailto:a@example.com'),
    );
  });

  it('stay when documents move along, and follow those that do not', async () => {
    assert.equal(
      await after(list('local.md', '../docs/a.md'), [move('products', 'deep/down/products')]),
      list('local.md', '../../../docs/a.md'),
    );
  });

  it('are right when both move', async () => {
    assert.equal(
      await after(list('../docs/a.md'), [...assessment, move('docs/a.md', 'papers/b.md')]),
      list('papers/b.md'),
    );
  });
});

describe('citations whose links can be read in several ways', () => {
  const renames: readonly (readonly [name: string, before: string, moves: Move[], after: string, files: string[]])[] = [
    [
      'follow a name that is percent-encoded',
      '../docs/My%20Policy.md#roles',
      [move('docs/My Policy.md', 'docs/Our Policy.md')],
      '../docs/Our Policy.md#roles',
      ['docs/My Policy.md'],
    ],
    [
      'stay where the name is meant as it is written',
      '../docs/My%20Policy.md',
      [move('docs/My Policy.md', 'docs/b.md')],
      '../docs/My%20Policy.md',
      ['docs/My Policy.md', 'docs/My%20Policy.md'],
    ],
    [
      'follow a name that is meant as it is written',
      '../docs/a%20b.md',
      [move('docs/a%20b.md', 'docs/c.md')],
      '../docs/c.md',
      ['docs/a b.md', 'docs/a%20b.md'],
    ],
    [
      'get a name with # encoded',
      '../docs/a.md#roles',
      [move('docs/a.md', 'docs/C# guide.md')],
      '../docs/C%23 guide.md#roles',
      ['docs/a.md', 'docs/C'],
    ],
    [
      '… with all that would be decoded then',
      '../docs/a.md',
      [move('docs/a.md', 'docs/50%41#.md')],
      '../docs/50%2541%23.md',
      ['docs/a.md'],
    ],
    [
      '… or as it is, where the encoded name is another file',
      '../docs/a.md',
      [move('docs/a.md', 'docs/C#.md')],
      '../docs/C#.md',
      ['docs/a.md', 'docs/C%23.md'],
    ],
    [
      'follow a name with #',
      '../docs/C# guide.md#roles',
      [move('docs/C# guide.md', 'docs/c.md')],
      '../docs/c.md#roles',
      ['docs/C# guide.md', 'docs/C'],
    ],
    [
      'follow a name with # and no heading',
      '"../docs/C #.md"',
      [move('docs/C #.md', 'docs/c.md')],
      '"../docs/c.md"',
      ['docs/C #.md'],
    ],
    [
      'keep a name with % as it is',
      '../docs/a.md',
      [move('docs/a.md', 'docs/a%20b.md')],
      '../docs/a%20b.md',
      ['docs/a.md'],
    ],
    ['follow a backslash', '..\\docs\\a.md', [move('docs/a.md', 'docs/b.md')], '../docs/b.md', ['docs/a.md']],
    [
      'stay where no link can hold the new name',
      '../docs/a.md',
      [move('docs/a.md', 'docs/b\\c.md')],
      '../docs/a.md',
      ['docs/a.md'],
    ],
    [
      'stay what they are when another file takes the name',
      '../docs/My%20Policy.md',
      [move('x.md', 'docs/My%20Policy.md')],
      '../docs/My Policy.md',
      ['docs/My Policy.md', 'x.md'],
    ],
    [
      'follow names in other letters than theirs',
      '../docs/caf\u00e9.md',
      [move('docs/cafe\u0301.md', 'docs/the\u0301.md')],
      '../docs/the\u0301.md',
      ['docs/cafe\u0301.md'],
    ],
    [
      '… in a folder with such a name',
      '../caf\u00e9/\u00e9.md',
      [move('cafe\u0301', 'docs')],
      '../docs/\u00e9.md',
      ['cafe\u0301/\u00e9.md'],
    ],
    [
      'change places',
      '../docs/a.md',
      [move('docs/a.md', 'docs/b.md'), move('docs/b.md', 'docs/a.md')],
      '../docs/b.md',
      ['docs/a.md', 'docs/b.md'],
    ],
    [
      'are no address by their new name',
      'a.md',
      [move('products/a.md', 'products/mailto:x.md')],
      './mailto:x.md',
      ['products/a.md'],
    ],
    [
      'are no drive by their new name',
      'a.md',
      [move('products/a.md', 'products/c:x.md')],
      './c:x.md',
      ['products/a.md'],
    ],
  ];
  for (const [name, before, moves, wanted, files] of renames)
    it(name, async () => assert.equal(await after(list(before), moves, files), list(wanted)));

  it('never lead elsewhere, whatever the names are', async () => {
    const name = fc
      .array(fc.constantFrom('a', '#', '%', '%23', '%41', ' ', 'e\u0301', '\u00e9', '%2F', ':', '..'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => `${parts.join('')}.md`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 3, maxLength: 5 }), fc.boolean(), async (names, heading) => {
        const [from = '', to = '', ...others] = names.map((one) => `docs/${one}`);
        if (isSamePlace(from, to)) return;
        const [now, then] = [
          [from, ...others],
          [to, ...others],
        ].map((paths) => filesAt(paths.map((path) => `${root}/${path}`)));
        const assessment = home('products/a.psirt.yaml');
        for (const plain of linksTo(assessment, `${root}/${from}`)) {
          const link = heading ? `${plain}#roles` : plain;
          if ((await findCited(assessment, link, now!))?.place !== `${root}/${from}`) continue;
          const text = yaml`
            services:
              "1.1": { evidence: [${JSON.stringify(link)}] }
          `;
          const written =
            parseAssessment(await after(text, [move(from, to)], [from, ...others])).services.get('1.1')?.evidence[0]
              ?.link.value ?? '';
          const place = (await findCited(assessment, written, then!))?.place;
          assert.ok(
            place === `${root}/${to}` || written === link,
            `${link} became ${written}, which leads to ${place}`,
          );
        }
      }),
    );
  });

  it('are sought in every text that may name them', () => {
    for (const text of ['x caf\u00e9.md', 'cafe\u0301.md', 'caf%C3%A9.md', '"caf\\xe9.md"'])
      assert.ok(mayName(text, 'cafe\u0301.md'), text);
    assert.equal(mayName('cafe.md', 'caf\u00e9.md'), false);
  });
});
