import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, transform, type Metafile } from 'esbuild';
import manifest from '../../../package.json';
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
    external: ['vscode', 'node:*'],
    alias: { stream: './build/no-streams.js', fflate: './build/zip-at-once.js' },
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
  /** Activates the extension made of some parts of `dist/`; what they note, in order. */
  async function started(parts: Readonly<Record<string, string>>): Promise<string[]> {
    const notes: string[] = [];
    const read = async (path: string) => new TextEncoder().encode(parts[path] ?? assert.fail(path));
    const vscode = {
      note: (text: string) => notes.push(text),
      Uri: { joinPath: (...path: string[]) => path.join('/') },
      workspace: { fs: { readFile: read } },
    };
    const entry = await transform(readFileSync(join(root, 'build', 'web-entry.js'), 'utf8'), {
      define: { PARTS: JSON.stringify(Object.keys(parts).map((path) => path.replace('ext/dist/', ''))) },
    });
    const exports: { activate?: (context: object) => Promise<void> } = {};
    const require = (name: string) => (name === 'vscode' ? vscode : assert.fail(`${name} is required`));
    runInContext(entry.code, createContext({ exports, require, TextDecoder }));
    await exports.activate?.({ extensionUri: 'ext' });
    return notes;
  }

  it('runs each part once, when it is first required, with the same vscode', async () => {
    const notes = await started({
      'ext/dist/extension.js': `const { note } = require('vscode'); note('extension'); require('./chunks/a.js'); exports.activate = async ({ extensionUri }) => note(extensionUri + require('./chunks/b.js').b + require('./chunks/b.js').b);`,
      'ext/dist/chunks/a.js': `require('vscode').note('a');`,
      'ext/dist/chunks/b.js': `require('vscode').note('b'); require('./a.js'); exports.b = '!';`,
      'ext/dist/chunks/unused.js': `require('vscode').note('unused');`,
    });
    assert.deepEqual(notes, ['extension', 'a', 'b', 'ext!!']);
  });

  it('lets two parts require each other', async () => {
    const notes = await started({
      'ext/dist/extension.js': `exports.activate = async () => require('vscode').note(require('./chunks/a.js').name());`,
      'ext/dist/chunks/a.js': `exports.name = () => 'a' + require('./b.js').name; require('./b.js');`,
      'ext/dist/chunks/b.js': `exports.name = 'b' + typeof require('./a.js').name;`,
    });
    assert.deepEqual(notes, ['abfunction']);
  });
});

/** Stands for `vscode` while nothing of it is called yet: whatever is read of it can be read, called and extended. */
const anything: object = new Proxy(function () {}, {
  get: (target, key) => (key === 'prototype' ? target.prototype : anything),
  getPrototypeOf: () => anything,
  apply: () => anything,
  construct: () => anything,
});
