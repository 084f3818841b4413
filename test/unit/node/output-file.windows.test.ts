import assert from 'node:assert/strict';
import { onWindows } from '../../support/on-windows';

interface Module {
  outputFile(path: string, cwd: string): string;
}

/** A disk on which nothing is but a repository. */
const missing = (): never => {
  throw Object.assign(new Error('nothing there'), { code: 'ENOENT' });
};
const disk = {
  existsSync: (path: string) => path === 'C:\\repo\\.git',
  realpathSync: Object.assign((path: string) => path, {
    native: (path: string) => (/^(C:\\repo|C:\\|\\\\server\\share\\)$/.test(path) ? path : missing()),
  }),
  statSync: missing,
  lstatSync: missing,
  readlinkSync: missing,
  constants: {},
};

describe('what is written on Windows', () => {
  const { outputFile } = onWindows<Module>('node/output-file.ts', disk);
  const refusal = (path: string): string | undefined => {
    try {
      return void outputFile(path, 'C:\\repo');
    } catch (error) {
      return (error as { key?: string }).key ?? String(error);
    }
  };

  it('goes where the path leads, however it is written', () => {
    assert.equal(outputFile('reports\\a.md', 'C:\\repo'), 'C:\\repo\\reports\\a.md');
    assert.equal(outputFile('./reports/a.md', 'C:\\repo'), 'C:\\repo\\reports\\a.md');
    assert.equal(outputFile('D:\\reports\\a.md', 'C:\\repo'), 'D:\\reports\\a.md');
    assert.equal(outputFile('\\\\server\\share\\a.md', 'C:\\repo'), '\\\\server\\share\\a.md');
    assert.equal(outputFile(`${'long\\'.repeat(80)}a.md`, 'C:\\repo'), `C:\\repo\\${'long\\'.repeat(80)}a.md`);
    assert.equal(outputFile('console.md', 'C:\\repo'), 'C:\\repo\\console.md');
    assert.equal(outputFile('..\\a.md', 'C:\\repo\\b'), 'C:\\repo\\a.md');
  });

  it('is no device, though its name has an extension', () => {
    for (const path of ['CON', 'nul', 'aux.psirt.md', 'reports\\com1.md', 'LPT9.html', 'con .md', 'conout$', 'PRN:'])
      assert.equal(refusal(path), 'cli.windows-name', path);
  });

  it('is no stream of another file, and has no name that loses its end', () => {
    for (const path of ['a.md:b', 'a.md::$DATA', 'reports .\\a.md', 'a.md.', 'a.md ', 'what?.md', 'a|b'])
      assert.equal(refusal(path), 'cli.windows-name', path);
  });
});
