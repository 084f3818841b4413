import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, transform, type Metafile } from 'esbuild';
import manifest from '../../../package.json';
import { webParts } from '../../../build/web-parts.mjs';
import { root } from '../../support/root';

/** The whole extension in one file, as far as a web browser is concerned. */
async function webBundle(): Promise<{ code: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/extension/extension.ts'],
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    alias: {
      stream: './build/no-streams.js',
      'readable-stream': './build/no-streams.js',
      fflate: './build/zip-at-once.js',
    },
    supported: { 'dynamic-import': false },
    write: false,
    metafile: true,
  });
  return { code: outputFiles[0]?.text ?? '', metafile };
}

describe('The extension in a web browser', () => {
  let bundle: { code: string; metafile: Metafile };
  before(async () => {
    bundle = await webBundle();
  });

  it('requires vscode and nothing else, the note’s Markdown within', () => {
    const outputs = Object.values(bundle.metafile.outputs);
    assert.equal(outputs.length, 1);
    assert.deepEqual([...new Set(outputs[0]?.imports.map(({ path }) => path))], ['vscode']);
    assert.ok(Object.keys(outputs[0]?.inputs ?? {}).some((path) => path.includes('markdown-it')));
  });

  it('loads where there is JavaScript and nothing of Node.js', () => {
    const module = { exports: {} as { activate?: unknown } };
    const require = (name: string) => (name === 'vscode' ? anything : assert.fail(`${name} is required`));
    runInContext(bundle.code, createContext({ module, exports: module.exports, require, TextDecoder, TextEncoder }));
    assert.equal(typeof module.exports.activate, 'function');
  });

  it('starts from what the manifest names for browsers, which is packed', () => {
    assert.equal(manifest.browser, './dist/web.js');
    assert.match(readFileSync(join(root, '.vscodeignore'), 'utf8'), /^!dist\/web\.js$/m);
  });
});

describe('The entry for browsers', () => {
  /** What comes of an attempt to activate the extension. */
  interface Start {
    /** What its parts note, in order. */
    readonly notes: readonly string[];
    /** The files that were read, in order. */
    readonly reads: readonly string[];
    /** Runs what it exports as `later`. */
    readonly later: () => Promise<unknown>;
    /** Makes the next reading of a file fail. */
    readonly break: (path: string) => void;
  }

  /** Activates the extension made of some parts of `dist/`. */
  async function started(parts: Readonly<Record<string, string>>): Promise<Start> {
    const [notes, reads, broken]: [string[], string[], Set<string>] = [[], [], new Set()];
    let later: () => Promise<unknown> = () => assert.fail('nothing comes later');
    const read = async (path: string) => {
      reads.push(path.replace('ext/dist/', ''));
      if (broken.delete(path.replace('ext/dist/', ''))) throw new Error('offline');
      return new TextEncoder().encode(parts[path.replace('ext/dist/', '')] ?? assert.fail(path));
    };
    const vscode = {
      note: (text: string) => notes.push(text),
      later: (run: () => Promise<unknown>) => (later = run),
      Uri: { joinPath: (...path: string[]) => path.join('/') },
      workspace: { fs: { readFile: read } },
    };
    const entry = await transform(readFileSync(join(root, 'build', 'web-entry.js'), 'utf8'), {
      define: { PARTS: JSON.stringify(webParts(metafileOf(parts))) },
    });
    const exports: { activate?: (context: object) => Promise<void> } = {};
    const require = (name: string) => (name === 'vscode' ? vscode : assert.fail(`${name} is required`));
    runInContext(entry.code, createContext({ exports, require, TextDecoder }));
    await exports.activate?.({ extensionUri: 'ext' });
    return { notes, reads, later: () => later(), break: (path) => broken.add(path) };
  }

  /** What esbuild tells of such parts. */
  function metafileOf(parts: Readonly<Record<string, string>>): Metafile {
    const imports = (path: string, code: string) =>
      [...code.matchAll(/(=> )?require\('(\.[^']+)'\)/g)].map(([, waits, name = '']) => ({
        path: join('dist', dirname(path), name),
        kind: waits ? ('dynamic-import' as const) : ('import-statement' as const),
      }));
    const outputs = Object.entries(parts).map(([path, code]) => [
      join('dist', path),
      { bytes: code.length, inputs: {}, exports: [], imports: imports(path, code) },
    ]);
    return { inputs: {}, outputs: Object.fromEntries(outputs) };
  }

  it('runs each part once, when it is first required, with the same vscode', async () => {
    const { notes } = await started({
      'extension.js': `const { note } = require('vscode'); note('extension'); require('./chunks/a.js'); exports.activate = async ({ extensionUri }) => note(extensionUri + require('./chunks/b.js').b + require('./chunks/b.js').b);`,
      'chunks/a.js': `require('vscode').note('a');`,
      'chunks/b.js': `require('vscode').note('b'); require('./a.js'); exports.b = '!';`,
    });
    assert.deepEqual(notes, ['extension', 'a', 'b', 'ext!!']);
  });

  it('lets two parts require each other', async () => {
    const { notes } = await started({
      'extension.js': `exports.activate = async () => require('vscode').note(require('./chunks/a.js').name());`,
      'chunks/a.js': `exports.name = () => 'a' + require('./b.js').name; require('./b.js');`,
      'chunks/b.js': `exports.name = 'b' + typeof require('./a.js').name;`,
    });
    assert.deepEqual(notes, ['abfunction']);
  });

  /** An extension that imports `late.js`, which requires two parts, one of them there since the start. */
  const withLatePart = {
    'extension.js': `const { note, later } = require('vscode'); require('./chunks/base.js'); later(() => Promise.resolve().then(() => require('./chunks/late.js'))); exports.activate = () => note('active');`,
    'chunks/late.js': `require('./base.js'); exports.text = 'late' + require('./with-it.js').text;`,
    'chunks/with-it.js': `require('vscode').note('with it'); exports.text = '!';`,
    'chunks/base.js': `require('vscode').note('base');`,
    'chunks/unused.js': `require('vscode').note('unused');`,
  };

  it('fetches what the start requires, and a part with what that requires when it is first imported', async () => {
    const { notes, reads, later } = await started(withLatePart);
    assert.deepEqual(reads, ['extension.js', 'chunks/base.js']);
    const imported = await Promise.all([later(), later()]);
    imported.push(await later());
    assert.deepEqual(
      imported.map((one) => (one as { text: string }).text),
      ['late!', 'late!', 'late!'],
    );
    assert.deepEqual(reads.slice(2), ['chunks/late.js', 'chunks/with-it.js']);
    assert.deepEqual(notes, ['base', 'active', 'with it']);
  });

  it('fetches again what did not arrive, at the next import', async () => {
    const start = await started(withLatePart);
    start.break('chunks/with-it.js');
    await assert.rejects(start.later(), /offline/);
    assert.deepEqual(start.notes, ['base', 'active']);
    assert.equal(((await start.later()) as { text: string }).text, 'late!');
    assert.deepEqual(start.reads.slice(2), ['chunks/late.js', 'chunks/with-it.js', 'chunks/with-it.js']);
  });
});

/** Stands for `vscode` while nothing of it is called yet: whatever is read of it can be read, called and extended. */
const anything: object = new Proxy(function () {}, {
  get: (target, key) => (key === 'prototype' ? target.prototype : anything),
  getPrototypeOf: () => anything,
  apply: () => anything,
  construct: () => anything,
});
