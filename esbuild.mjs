// Builds everything into dist/. `--watch` keeps building, `--tests` adds the host tests, `--bench` the benchmark.
import { build, context } from 'esbuild';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const bench = process.argv.includes('--bench');

const shared = { bundle: true, minify: !watch, sourcemap: watch, logLevel: 'warning', charset: 'utf8', legalComments: 'none', metafile: true };

// The YAML library's build for Node is CommonJS, of which nothing could be left out.
const alias = { yaml: './node_modules/yaml/browser/dist/index.js' };

const node = { ...shared, alias, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], supported: { 'dynamic-import': false } };

/** For VS Code in a web browser: one file, which has nothing but `vscode` to require. A Node built-in anywhere below it fails the build. */
const web = { ...shared, platform: 'browser', format: 'cjs', target: 'es2022', mainFields: ['module', 'main'], supported: { 'dynamic-import': false } };

/** For the desktop and remote hosts: modules, so that what is seldom needed is loaded when it is (`import()`). */
const extension = {
  ...node,
  format: 'esm',
  supported: {},
  splitting: true,
  entryPoints: { extension: 'src/extension/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
};

const targets = [
  extension,
  { ...web, entryPoints: ['src/extension/extension.ts'], outfile: 'dist/web/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...shared, entryPoints: ['src/webview/main.tsx'], outfile: 'dist/panel.js', platform: 'browser', format: 'iife', target: 'es2022' },
];
/** Measured as it ships: bundled and minified. */
const benchTarget = { ...node, entryPoints: ['test/bench/bench.ts'], outfile: 'dist/test/bench.js', external: ['yaml-language-server', 'vscode-languageserver-textdocument'] };
const testTargets = [
  { ...node, minify: false, entryPoints: ['test/host/index.ts'], outfile: 'dist/test/host/index.js', external: ['vscode', 'mocha'] },
  {
    ...web,
    minify: false,
    entryPoints: ['test/host/web/index.ts'],
    outfile: 'dist/test/host/web/index.js',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/host/web/assert.ts' },
    // Mocha's browser build is to find neither CommonJS nor AMD: it then makes itself a global.
    define: { 'process.env': 'globalThis.testEnvironment', module: 'undefined', define: 'undefined' },
  },
];

/** Texts are read at run time, of one language only. */
async function copyTexts() {
  await mkdir('dist', { recursive: true });
  for (const language of ['en', 'ja']) {
    await copyFile(`src/sheet/wording.${language}.json`, `dist/sheet.${language}.json`);
    await copyFile(`l10n/${language}.json`, `dist/messages.${language}.json`);
  }
}

/** The web worker host of VS Code 1.100 refuses an extension whose `main` is a module, although it runs its `browser` entry. */
async function writeEntry() {
  await writeFile('dist/extension.cjs', "exports.activate = async (context) => (await import('./extension.mjs')).activate(context);\n");
}

/** What is loaded at once with an entry: itself and the chunks it imports statically. */
function atOnce({ outputs }, path, seen = new Set()) {
  if (seen.has(path)) return 0;
  seen.add(path);
  const { bytes, imports } = outputs[path];
  const inner = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return inner.reduce((sum, { path: chunk }) => sum + atOnce({ outputs }, chunk, seen), bytes);
}

await rm('dist/chunks', { recursive: true, force: true });
await copyTexts();
await writeEntry();
for (const target of [...targets, ...(tests ? testTargets : []), ...(bench ? [benchTarget] : [])]) {
  if (watch) {
    await (await context(target)).watch();
    continue;
  }
  const { metafile } = await build(target);
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint && !path.includes('/chunks/') && !path.includes('/test/')) console.log(`${path.padEnd(24)} ${(atOnce(metafile, path) / 1024).toFixed(1).padStart(7)} KB`);
  }
}
