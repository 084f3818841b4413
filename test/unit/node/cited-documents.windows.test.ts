import assert from 'node:assert/strict';
import { onWindows } from '../../support/on-windows';

interface Module {
  readonly CitedDocuments: new (cwd: string) => {
    of(
      links: readonly (readonly [link: string, needsDigest: boolean])[],
      folder: string,
    ): Promise<Map<string, { exists: boolean; headings?: Map<string, string> }>>;
  };
}

describe('documents cited on Windows', () => {
  /**
   * The module as it runs there, on a disk that holds everything but names with `#`; tells each path it was asked
   * about.
   */
  function withDisk(): { module: Module; touched: string[] } {
    const touched: string[] = [];
    const touch = (path: string) => touched.push(path);
    const real = (path: string) => {
      touch(path);
      assert.ok(!path.includes('#'));
      return path;
    };
    const realpathSync = Object.assign(real, { native: real });
    const fs = {
      existsSync: (path: string) => (touch(path), path === 'C:\\repo\\.git'),
      realpathSync,
      statSync: (path: string) => (touch(path), { isFile: () => true, size: 8 }),
      readFileSync: () => '# Roles\n',
      readdirSync: (path: string) => (touch(path), []),
      openSync: touch,
      closeSync: () => undefined,
      constants: {},
    };
    return { module: onWindows<Module>('node/cited-documents.ts', fs), touched };
  }

  it('are asked for on no server, to which Windows would send credentials, and on no other drive', async () => {
    const { module, touched } = withDisk();
    const outside = [
      '\\\\server\\share\\a.md',
      '\\/server\\share\\a.md',
      '\\\\?\\C:\\Windows\\a.md',
      '\\\\.\\pipe\\a',
      'C:\\Windows\\a.md',
      'C:\\repo\\a.md',
      'D:\\a.md',
      'D:a.md',
      'c:/windows/a.md',
      '\\Windows\\a.md',
      '..\\..\\..\\a.md',
      '../../../a.md',
      '/..\\../a.md',
    ];
    const hidden = [
      '/C:/Windows/a.md',
      './C:\\Windows\\a.md',
      'a.md:stream',
      '%43%3A%5CWindows%5Ca.md',
      '%5C%5Cserver%5Cshare%5Ca.md',
      '/%2Fserver%2Fshare/a.md',
      '%2e%2e%5C%2e%2e%5C%2e%2e/a.md',
      'C%3A/Windows/a.md',
    ];
    const links = [...outside, ...hidden].map((path) => [`${path}#roles`, false] as const);
    const found = await new module.CitedDocuments('C:\\repo').of(links, 'C:\\repo\\products');
    assert.deepEqual(
      outside.filter((path) => found.get(`${path}#roles`)?.exists),
      [],
    );
    assert.deepEqual(
      touched.filter((path) => !/^C:\\repo(\\(?!.*:)|$)/.test(path)),
      [],
    );
  });

  it('are looked up in the repository, however the path is written', async () => {
    const { module, touched } = withDisk();
    const inside = ['docs\\a.md', '../b.md', '/docs/c.md', '//server/share/d.md', 'my%20e.md'];
    const found = await new module.CitedDocuments('C:\\repo').of(
      inside.map((path) => [`${path}#roles`, false] as const),
      'C:\\repo\\products',
    );
    assert.deepEqual(
      [...found.values()].map(({ exists }) => exists),
      [true, true, true, true, true],
    );
    assert.ok(touched.includes('C:\\repo\\server\\share\\d.md'));
    assert.deepEqual(
      touched.filter((path) => !/^C:\\repo(\\|$)/.test(path)),
      [],
    );
  });
});
