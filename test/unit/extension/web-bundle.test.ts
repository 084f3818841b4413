import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Metafile } from 'esbuild';
import manifest from '../../../package.json';

const root = join(__dirname, '..', '..', '..');

/** The extension as VS Code in a web browser gets it. */
async function webBundle(): Promise<{ code: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/extension/extension.ts'],
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', 'node:*'],
    supported: { 'dynamic-import': false },
    write: false,
    metafile: true,
  });
  return { code: outputFiles[0]?.text ?? '', metafile };
}

describe('The bundle for the web', () => {
  let bundle: { code: string; metafile: Metafile };
  before(async () => {
    bundle = await webBundle();
  });

  it('is one file that requires vscode and nothing else, the note’s Markdown within', () => {
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

  it('is what the manifest names for browsers, and is packed', () => {
    assert.equal(manifest.browser, './dist/web/extension.js');
    assert.match(readFileSync(join(root, '.vscodeignore'), 'utf8'), /^!dist\/web\/extension\.js$/m);
  });
});

/** Stands for `vscode` while nothing of it is called yet: whatever is read of it can be read, called and extended. */
const anything: object = new Proxy(function () {}, {
  get: (target, key) => (key === 'prototype' ? target.prototype : anything),
  getPrototypeOf: () => anything,
  apply: () => anything,
  construct: () => anything,
});
