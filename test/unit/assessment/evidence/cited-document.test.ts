import assert from 'node:assert/strict';
import { lookUpCited } from '../../../../src/assessment/evidence/cited-document';
import { filesAt } from '../../../support/files-at';

const home = { file: '/r/products/a.psirt.yaml', root: '/r' };

/** Where a link leads: the document, and the heading that was asked for; `undefined` for nowhere. */
async function led(link: string, ...paths: string[]): Promise<string | undefined> {
  const document = await lookUpCited(home, link, filesAt(paths.map((path) => `/r/${path}`)));
  return document?.exists ? [document.path, document.fragment].filter(Boolean).join(' → ') : undefined;
}

describe('what a link of evidence leads to', () => {
  it('is what it says, then what it says percent-decoded', async () => {
    assert.equal(await led('../My%20Policy.md#r%C3%B4les', 'My Policy.md'), '../My%20Policy.md → rôles');
    assert.equal(await led('/My%20Docs/%E4%BD%93%E5%88%B6.md', 'My Docs/体制.md'), '/My%20Docs/%E4%BD%93%E5%88%B6.md');
    assert.equal(await led('../100%.md', '100%.md'), '../100%.md');
    assert.equal(await led('../a%20%.md', 'a %.md'), undefined);
  });

  it('is a document with # in its name, written as it is or encoded', async () => {
    for (const link of ['../C# guide.md', '../C%23 guide.md', '../C%23%20guide.md']) {
      assert.equal(await led(link, 'C# guide.md', 'C'), link);
      assert.equal(await led(`${link}#roles`, 'C# guide.md', 'C'), `${link} → roles`);
    }
    assert.equal(await led('../C#roles', 'C'), '../C → roles');
    assert.equal(await led('../a.md#b#c', 'a.md'), '../a.md → b#c');
    assert.equal(await led('./#x.md', 'products/#x.md'), './#x.md');
  });

  it('is the same on every system, whichever way the folders are parted', async () => {
    assert.equal(await led('..\\docs\\x.md#y', 'docs/x.md'), '..\\docs\\x.md → y');
    assert.equal(await led('docs\\x.md', 'products/docs\\x.md'), undefined);
  });

  it('is the same in composed and in decomposed letters, in each name of the path', async () => {
    const [composed, decomposed] = ['caf\u00e9', 'cafe\u0301'];
    for (const [a, b] of [
      [composed, decomposed],
      [decomposed, composed],
    ]) {
      assert.equal(await led(`/${a}/${a}.md`, `${b}/${b}.md`), `/${a}/${a}.md`);
      assert.equal(await led(`/${a}/${b}.md`, `${b}/${b}.md`), `/${a}/${b}.md`);
      assert.equal(
        await led(`/${encodeURIComponent(a ?? '')}/x.md`, `${b}/x.md`),
        `/${encodeURIComponent(a ?? '')}/x.md`,
      );
    }
    assert.equal(await led('/ガイド.md', `${'ガイド'.normalize('NFD')}.md`), '/ガイド.md');
    assert.equal(await led(`/${composed}.md`, 'cafe.md'), undefined);
  });

  it('is nothing outside of the root, where names become separators, and for addresses', async () => {
    for (const link of [
      '../../x.md',
      '..%2F..%2Fx.md',
      '%2e%2e/%2e%2e/x.md',
      'a%5C..%5C..%5Cx.md',
      'x.md%00',
      'https://example.com/x.md',
      '#x',
      '\\\\server\\x.md',
      'C:\\x.md',
      'c:x.md',
    ]) {
      assert.equal(
        await led(
          link,
          'x.md',
          'products/x.md',
          '../x.md',
          'products/server/x.md',
          'products/C:/x.md',
          'products/c:x.md',
        ),
        undefined,
        link,
      );
    }
  });
});
