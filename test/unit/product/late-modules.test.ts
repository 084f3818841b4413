/** Modules that the command line runs when one of their functions is first called. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { late, lateEntries, withLate } from '../../../build/late.mjs';

describe('A late module', () => {
  let folder: string;
  /** From the project's root, as the build names modules. */
  const path = () => relative('.', join(folder, 'rare', 'seldom.ts')).replaceAll('\\', '/');

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'late-')));
    mkdirSync(join(folder, 'rare'));
    writeFileSync(join(folder, 'user.ts'), `import { twice } from './rare/seldom';\nexport const use = twice;\n`);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** What a module exports that imports the late one, whose code this is. */
  async function userOf(code: string, load: (name: string) => unknown): Promise<{ use(value: number): number }> {
    writeFileSync(path(), code);
    const { outputFiles } = await build({
      entryPoints: { user: join(folder, 'user.ts'), ...lateEntries([path()]) },
      outdir: join(folder, 'out'),
      bundle: true,
      splitting: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
      plugins: [late([path()])],
    });
    const [user, own] = ['user.js', 'seldom.js'].map(
      (name) => outputFiles.find((file) => file.path.endsWith(name))?.text,
    );
    assert.match(own ?? '', /2 \* value/, 'it is a part of its own');
    assert.doesNotMatch(user ?? '', /2 \* value/);
    const text = withLate(user ?? '', 'load').replace(/export \{\s*use\s*\};/, 'return { use };');
    return (new Function('load', text) as (by: typeof load) => { use(value: number): number })(load);
  }

  it('is loaded by its name when one of its functions is called', async () => {
    const loaded: string[] = [];
    const load = (name: string) => {
      loaded.push(name);
      return { twice: (value: number) => 2 * value };
    };
    const code =
      'export interface Pair { a: number }\nexport function twice(value: number): number { return 2 * value; }\n';
    const user = await userOf(code, load);
    assert.deepEqual(loaded, []);
    assert.equal(user.use(3), 6);
    assert.deepEqual(loaded, ['./seldom.js']);
  });

  it('exports functions and types alone: nobody could wait for anything else', async () => {
    const others = [
      'const two = 2;',
      'class Two {}',
      'let two = 2;',
      'const enum Two { A }',
      'default 2;',
      '* from "./a";',
    ];
    for (const other of [...others, '{ twice as double };']) {
      const code = `export function twice(value: number): number { return 2 * value; }\nexport ${other}\n`;
      await assert.rejects(
        userOf(code, assert.fail),
        /seldom\.ts is late, and exports no function here: export /,
        other,
      );
    }
  });
});
