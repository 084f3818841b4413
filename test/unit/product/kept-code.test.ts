import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { itOnUnix } from '../../support/unix';
import { root } from '../../support/root';

describe('The compiled code that the command line keeps', () => {
  let folder: string;
  const cache = () => join(folder, 'cache', 'psirt-maturity');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
    mkdirSync(join(folder, 'cli'));
    mkdirSync(join(folder, 'cache'));
    build('first');
    says('one');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** Makes the entry as the build does. */
  function build(hash: string): void {
    const define = { BUILD: `"${hash}"`, RARE: '["./rare-part.js"]', CHECKING: '"./check.js"' };
    const { code } = transformSync(readFileSync(join(root, 'build', 'cli-entry.js'), 'utf8'), { define });
    writeFileSync(join(folder, 'cli.js'), code);
  }

  /** Makes parts of which one says a word, and a rare one, which runs where this is told to the first. */
  function says(word: string): void {
    const main = `() => load(process.env.RARE_PART ? './rare-part.js' : './check.js')`;
    write('parts', `{ './main.js': ${main}, './check.js': () => ({ said: console.log('${word}') }) }`);
    write('rare', `{ './rare-part.js': () => ({ also: console.log('rare ${word}'), said: load('./check.js').said }) }`);
  }

  function write(file: string, parts: string): void {
    writeFileSync(join(folder, 'cli', `${file}.js`), `(function (file, require, load) { file.parts = ${parts}; })`);
  }

  function run(env: NodeJS.ProcessEnv = {}): string {
    const base = join(folder, 'cache');
    const usual = { XDG_CACHE_HOME: base, LOCALAPPDATA: base, HOME: folder, NODE_DISABLE_COMPILE_CACHE: '' };
    const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...usual, ...env } } as const;
    return execFileSync(process.execPath, ['cli.js'], options).trim();
  }

  // V8 compares the length of the source alone, so what is run tells where it comes from.
  itOnUnix('is run by the next run, from a folder and a file that only the user can write to', () => {
    assert.equal(run(), 'one');
    const [name = ''] = readdirSync(cache());
    assert.equal(statSync(cache()).mode & 0o777, 0o700);
    assert.equal(statSync(join(cache(), name)).mode & 0o777, 0o600);
    says('two');
    assert.equal(run(), 'one');
  });

  itOnUnix('is that of rare parts, too, once they have run; they are read where they are asked for', () => {
    rmSync(join(folder, 'cli', 'rare.js'));
    assert.equal(run(), 'one');
    assert.equal(readdirSync(cache()).length, 1);
    says('one');
    assert.equal(run({ RARE_PART: '1' }), 'rare one\none');
    assert.equal(readdirSync(cache()).length, 2);
    says('two');
    assert.equal(run({ RARE_PART: '1' }), 'rare one\none');
  });

  itOnUnix('is not run where others could have written it', () => {
    run();
    const [name = ''] = readdirSync(cache());
    says('two');
    chmodSync(cache(), 0o722);
    assert.equal(run(), 'two');
    chmodSync(cache(), 0o700);
    assert.equal(run(), 'one');
    chmodSync(join(cache(), name), 0o622);
    assert.equal(run(), 'two');
  });

  it('is not run by another version of the program, which replaces it', () => {
    run();
    build('second');
    says('two');
    assert.equal(run(), 'two');
    assert.equal(readdirSync(cache()).length, 1);
  });

  it('is not run where it is damaged', () => {
    run();
    const file = join(cache(), readdirSync(cache())[0] ?? '');
    for (const bytes of [readFileSync(file).subarray(0, 200), Buffer.alloc(500), Buffer.of()]) {
      writeFileSync(file, bytes);
      assert.equal(run(), 'one');
    }
  });

  itOnUnix('is not needed: where it cannot be kept, the program runs as ever', () => {
    rmSync(join(folder, 'cache'), { recursive: true });
    writeFileSync(join(folder, 'cache'), '');
    assert.equal(run(), 'one');
    assert.equal(run(), 'one');
  });

  it('is not kept where Node is to keep none, and where there is no folder for it', () => {
    assert.equal(run({ NODE_DISABLE_COMPILE_CACHE: '1' }), 'one');
    assert.equal(run({ XDG_CACHE_HOME: 'here', LOCALAPPDATA: 'here' }), 'one');
    assert.ok(!existsSync(cache()));
    assert.ok(!existsSync(join(folder, 'here')));
  });
});
