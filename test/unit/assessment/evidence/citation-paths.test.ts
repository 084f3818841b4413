import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBelow, readingsOf, resolvePath } from '../../../../src/assessment/evidence/citation-paths';

describe('the path of a citation', () => {
  const home = { file: '/c:/repo/products/router.psirt.yaml', root: '/c:/repo' };

  it('leads somewhere in the workspace, from the file or from the root', () => {
    assert.equal(resolvePath(home, 'docs/a.md'), '/c:/repo/products/docs/a.md');
    assert.equal(resolvePath(home, '../docs/./a.md'), '/c:/repo/docs/a.md');
    assert.equal(resolvePath(home, '/docs\\a.md'), '/c:/repo/docs/a.md');
  });

  it('leads nowhere where it would leave the workspace', () => {
    for (const path of [
      '../..',
      '../../',
      '../../other/a.md',
      '..\\..\\a.md',
      '/../a.md',
      '/..',
      'a/../../../b',
      '../../repository/a.md',
      '/',
      '..',
      '',
    ])
      assert.equal(resolvePath(home, path.replace(/^$/, '..')), undefined, path);
  });

  it('is no server, no drive and nothing that has to be decoded: only names of folders and files', () => {
    for (const path of ['\\\\server\\share\\a.md', '\\Windows\\a.md', 'C:\\Windows\\a.md', 'c:/repo/a.md', 'D:a.md'])
      assert.equal(resolvePath(home, path), undefined, path);
    const places: [path: string, place: string][] = [
      ['//server/share/a.md', '/c:/repo/server/share/a.md'],
      ['/D:/a.md', '/c:/repo/D:/a.md'],
      ['..%2f..%2fa.md', '/c:/repo/products/..%2f..%2fa.md'],
      ['.%2e/%2e./a.md', '/c:/repo/products/.%2e/%2e./a.md'],
      ['__proto__/constructor', '/c:/repo/products/__proto__/constructor'],
    ];
    for (const [path, place] of places) assert.equal(resolvePath(home, path), place);
  });

  it('stays below the root, whatever it is made of', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '\\',
      'a',
      '//',
      'C:',
      '\\\\?\\',
      '%2e%2e',
      '%2F',
      '%5c',
      '%00',
      '%',
      '#',
      '~',
      '\0',
      '...',
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('/')),
        (path) => {
          const place = resolvePath(home, path);
          assert.ok(
            place === undefined || (isBelow(place, home.root) && !place.split(/[\\/]/).includes('..')),
            String(place),
          );
          for (const reading of readingsOf(home, path))
            assert.ok(isBelow(reading.place, home.root) && !/\/\.\.?(\/|$)|\\/.test(reading.place), reading.place);
        },
      ),
    );
  });
});
