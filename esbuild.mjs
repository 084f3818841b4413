// Builds everything into dist/. `--watch` keeps building, `--tests` adds the host tests.
import { build, context } from 'esbuild';
import { copyFile, mkdir, stat } from 'node:fs/promises';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

const shared = { bundle: true, minify: !watch, sourcemap: watch, logLevel: 'warning', charset: 'utf8', legalComments: 'none', metafile: true };

/** The Markdown library is a bundle of its own, loaded when the first note is shown. */
const noteApart = {
  name: 'note-apart',
  setup({ onResolve }) {
    onResolve({ filter: /views\/note$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './note.js', external: true } : undefined));
  },
};

const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], supported: { 'dynamic-import': false } };

/** For VS Code in a web browser: one file, which has nothing but `vscode` to require. A Node built-in anywhere below it fails the build. */
const web = { ...shared, platform: 'browser', format: 'cjs', target: 'es2022', mainFields: ['module', 'main'], supported: { 'dynamic-import': false } };

const targets = [
  { ...node, entryPoints: ['src/extension/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], plugins: [noteApart] },
  { ...node, entryPoints: ['src/views/note.ts'], outfile: 'dist/note.js' },
  { ...web, entryPoints: ['src/extension/extension.ts'], outfile: 'dist/web/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...shared, entryPoints: ['src/webview/main.tsx'], outfile: 'dist/panel.js', platform: 'browser', format: 'iife', target: 'es2022' },
];
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

await copyTexts();
for (const target of tests ? [...targets, ...testTargets] : targets) {
  if (watch) await (await context(target)).watch();
  else await build(target);
}
if (!watch) {
  for (const { outfile } of targets) console.log(`${outfile.padEnd(20)} ${((await stat(outfile)).size / 1024).toFixed(1).padStart(7)} KB`);
}
