import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import { win32 } from 'node:path';
import { join } from 'node:path/posix';
import { createContext, runInContext } from 'node:vm';

interface Module {
  readonly Documents: new (cwd: string) => { of(citations: { path: string; heading: boolean }[], folder: string): Map<string, { exists: boolean }> };
}

describe('documents cited on Windows', () => {
  /** The module as it runs there, on a disk that holds everything; tells each path it was asked about. */
  function onWindows(): { module: Module; touched: string[] } {
    const touched: string[] = [];
    const touch = (path: string) => touched.push(path);
    const realpathSync = Object.assign((path: string) => (touch(path), path), { native: (path: string) => (touch(path), path) });
    const fs = { existsSync: (path: string) => (touch(path), path === 'C:\\repo\\.git'), realpathSync, statSync: (path: string) => (touch(path), { isFile: () => true }), readFileSync: (path: string) => (touch(path), '# Roles\n') };
    const entry = join(__dirname.replaceAll('\\', '/'), '../../../src/cli/documents.ts');
    const { outputFiles: [built] } = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'cjs', platform: 'node' });
    const exports = {} as Module;
    const module = { exports };
    const load = (name: string): unknown => ({ 'node:path': win32, 'node:fs': fs })[name] ?? createRequire(__filename)(name);
    runInContext(built?.text ?? '', createContext({ module, exports, require: load, Buffer, TextDecoder, process }));
    return { module: module.exports, touched };
  }

  it('are not asked for on servers, to which Windows would send the user’s credentials, nor on other drives', () => {
    const { module, touched } = onWindows();
    const outside = ['\\\\server\\share\\a.md', '\\/server\\share\\a.md', '\\\\?\\C:\\Windows\\a.md', '\\\\.\\pipe\\a', 'C:\\Windows\\a.md', 'D:\\a.md', 'D:a.md', 'c:/windows/a.md', '\\Windows\\a.md', '..\\..\\..\\a.md', '../../../a.md', '/..\\../a.md'];
    const found = new module.Documents('C:\\repo').of(outside.map((path) => ({ path, heading: true })), 'C:\\repo\\products');
    assert.deepEqual([...found].filter(([, { exists }]) => exists), []);
    assert.deepEqual(touched.filter((path) => !/^C:\\repo(\\|$)/.test(path)), []);
  });

  it('are looked up in the repository, however the path is written', () => {
    const { module, touched } = onWindows();
    const inside = ['docs\\a.md', '../b.md', '/docs/c.md', '//server/share/d.md', 'C:\\repo\\e.md'];
    const found = new module.Documents('C:\\repo').of(inside.map((path) => ({ path, heading: true })), 'C:\\repo\\products');
    assert.deepEqual([...found.values()].map(({ exists }) => exists), [true, true, true, true, true]);
    assert.ok(touched.includes('C:\\repo\\server\\share\\d.md'));
    assert.deepEqual(touched.filter((path) => !/^C:\\repo(\\|$)/.test(path)), []);
  });
});
