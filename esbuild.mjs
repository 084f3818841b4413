// Builds everything into dist/. `--watch` keeps building, `--tests` adds the host tests, `--bench` the benchmark.
import { build, context, transform } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundledPackages } from './build/bundled.mjs';
import { thirdPartyNotices } from './build/notices.mjs';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const bench = process.argv.includes('--bench');

const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  logLevel: 'warning',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
};

// The YAML library's build for Node is CommonJS, of which nothing could be left out.
const alias = { yaml: './node_modules/yaml/browser/dist/index.js' };

const node = {
  ...shared,
  alias,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  supported: { 'dynamic-import': false },
};

/** What libraries would use that not every host of the extension has. */
const webAlias = { stream: './build/no-streams.js', fflate: './build/zip-at-once.js' };

/** The tests in the web worker host: one file, which has nothing but `vscode` to require. */
const web = {
  ...shared,
  alias: webAlias,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  mainFields: ['module', 'main'],
  supported: { 'dynamic-import': false },
};

const commonJs = {
  format: 'cjs',
  platform: 'neutral',
  target: 'node20',
  supported: { 'dynamic-import': false },
  charset: 'utf8',
};

/**
 * esbuild splits modules only. As CommonJS they start a tenth sooner on Node 20, and Node 22 and newer keep what they
 * have compiled of them.
 */
const toCommonJs = {
  name: 'to-common-js',
  setup({ onEnd }) {
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code: plain } = await transform(text, { ...commonJs, sourcefile: path, sourcemap: watch && 'inline' });
        const code = watch
          ? plain
          : (await transform(exportingDirectly(plain), { ...commonJs, minify: true, treeShaking: true })).code;
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

/**
 * esbuild copies what a module exports into an object that says it was one, with half a kilobyte of helpers in every
 * part. The parts are required by each other alone, which need no more than the exports themselves.
 */
function exportingDirectly(text) {
  const code = text.replace(/__toESM\(require\(("(?:\.{1,2}\/[^"]+|vscode)")\)\)/g, 'require($1)');
  const name = /^module\.exports = __toCommonJS\(([\w$]+)\);\n/m.exec(code)?.[1];
  return name
    ? code
        .replace(`module.exports = __toCommonJS(${name});\n`, '')
        .replace(`var ${name} = {};`, `var ${name} = exports;`)
    : code;
}

/** The entry for browsers knows the names of all parts. */
const writeWebEntry = {
  name: 'web-entry',
  setup({ onEnd }) {
    onEnd(async ({ metafile }) => {
      if (!metafile) return;
      const parts = JSON.stringify(Object.keys(metafile.outputs).map((path) => path.replace('dist/', '')));
      const { code } = await transform(await readFile('build/web-entry.js', 'utf8'), {
        define: { PARTS: parts },
        minify: !watch,
      });
      await writeFile('dist/web.js', code);
    });
  },
};

/**
 * The extension in parts, so that what is seldom needed is loaded when it is (`import()`): the same ones on the
 * desktop, on remote hosts and in browsers. A Node built-in anywhere in it fails the build.
 */
const extension = {
  ...node,
  alias: { ...alias, ...webAlias },
  platform: 'browser',
  format: 'esm',
  supported: {},
  sourcemap: watch && 'inline',
  splitting: true,
  entryPoints: { extension: 'src/extension/extension.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[hash]',
  external: ['vscode'],
  write: false,
  plugins: [toCommonJs, writeWebEntry],
};

/**
 * The command line in parts, each loaded by the command that needs it: `dist/cli.js` starts `dist/cli/main.js`, the
 * Action `dist/cli/action.js`.
 */
const commandLine = {
  ...node,
  // What packs slides would write to streams as well, with packages of its own.
  alias: { ...alias, 'readable-stream': './build/no-streams.js' },
  format: 'esm',
  supported: {},
  sourcemap: watch && 'inline',
  splitting: true,
  entryPoints: {
    main: 'src/cli/main.ts',
    'check-worker': 'src/cli/check/check-worker.ts',
    action: 'src/cli/commands/action.ts',
  },
  outdir: 'dist/cli',
  // Made for each system, and installed by those who want PNG.
  external: ['@resvg/resvg-js'],
  write: false,
  plugins: [toCommonJs],
};

/** The server for agents that the extension carries: one file, which VS Code's own Node runs. */
const agentServer = { ...node, entryPoints: { server: 'src/cli/agent-server.ts' }, outdir: 'dist/mcp' };

/** The language server for web workers: one file, with the texts of every language. */
const workerServer = {
  ...node,
  alias: { ...alias, ...webAlias },
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  entryPoints: { worker: 'src/lsp/worker.ts' },
  outdir: 'dist/lsp',
};

/** The pages' scripts; what several of them need is in parts that they share. */
const webviews = {
  ...shared,
  entryPoints: {
    panel: 'src/webview/main.tsx',
    sheet: 'src/webview/sheet.tsx',
    'roll-up': 'src/webview/roll-up.tsx',
    reconcile: 'src/webview/reconcile.tsx',
  },
  outdir: 'dist',
  chunkNames: 'chunks/page-[hash]',
  platform: 'browser',
  format: 'esm',
  splitting: true,
  target: 'es2022',
};

/** The pages' style sheets; the command line writes two of them into the sheet as HTML. */
const styles = {
  ...shared,
  entryPoints: ['panel', 'description', 'sheet', 'reconcile'].map((name) => `media/${name}.css`),
  outdir: 'dist',
};

const targets = [extension, commandLine, agentServer, workerServer, webviews, styles];
/** Measured as it ships: bundled and minified. */
const benchTarget = {
  ...node,
  entryPoints: ['test/bench/bench.ts'],
  outfile: 'dist/test/bench.js',
  external: ['yaml-language-server', 'vscode-languageserver-textdocument'],
};
const testTargets = [
  {
    ...node,
    minify: false,
    entryPoints: ['test/host/index.ts'],
    outfile: 'dist/test/host/index.js',
    external: ['vscode', 'mocha'],
  },
  {
    ...web,
    minify: false,
    entryPoints: ['test/host/web/index.ts'],
    outfile: 'dist/test/host/web/index.js',
    external: ['vscode'],
    alias: { ...webAlias, 'node:assert/strict': './test/host/web/assert.ts' },
    // Mocha's browser build is to find neither CommonJS nor AMD: it then makes itself a global.
    define: { 'process.env': 'globalThis.testEnvironment', module: 'undefined', define: 'undefined' },
  },
];

/**
 * Keys of what only the command line says: these texts are not shipped with the extension. A test looks for them in its
 * bundles.
 */
const ofCommandLine =
  /^(cli|lsp|schema|report\.(sarif|annotations|summary|sheet\.(?!references|labelled))|change\.(review|problem|new)|import\.(colon|would))/;

/** Keys of what explains the rules: a file of its own, loaded when it is asked for. */
const ofRules = /^rules\.why\./;

/** Texts are read at run time, of one language only. */
async function copyTexts() {
  await mkdir('dist/cli', { recursive: true });
  for (const language of (await readdir('l10n')).map((name) => name.replace('.json', ''))) {
    await copyJson(`src/sheet/wording.${language}.json`, `dist/sheet.${language}.json`);
    await copyJson(`src/sheet/terms.${language}.json`, `dist/terms.${language}.json`);
    await copyJson(`l10n/${language}.json`, `dist/cli/messages.${language}.json`);
    await copyJson(
      `l10n/${language}.json`,
      `dist/messages.${language}.json`,
      (key) => !ofCommandLine.test(key) && !ofRules.test(key),
    );
    await copyJson(`l10n/${language}.json`, `dist/rules.${language}.json`, (key) => ofRules.test(key));
  }
  for (const name of ['criteria', 'functions']) await copyJson(`src/sheet/${name}.json`, `dist/${name}.json`);
}

/** Copies a file without its white space, and without the keys of its object that are not wanted. */
async function copyJson(from, to, isWanted = () => true) {
  const wanted = (key, value) => (typeof value === 'string' && !isWanted(key) ? undefined : value);
  await writeFile(to, JSON.stringify(JSON.parse(await readFile(from, 'utf8')), wanted));
}

/** The command line first asks Node to keep what it compiles (22.8 and newer can). */
async function writeCommandLineEntry() {
  await writeFile(
    'dist/cli.js',
    "#!/usr/bin/env node\nrequire('node:module').enableCompileCache?.();\nrequire('./cli/main.js');\n",
  );
}

/** What is loaded at once with an entry: itself and the chunks it imports statically. */
function atOnce({ outputs }, path, seen = new Set()) {
  if (seen.has(path)) return 0;
  seen.add(path);
  const { bytes, imports } = outputs[path];
  const inner = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return inner.reduce((sum, { path: chunk }) => sum + atOnce({ outputs }, chunk, seen), bytes);
}

for (const folder of ['dist/chunks', 'dist/cli']) await rm(folder, { recursive: true, force: true });
await copyTexts();
await writeCommandLineEntry();
const shipped = [];
for (const target of [...targets, ...(tests ? testTargets : []), ...(bench ? [benchTarget] : [])]) {
  if (watch) {
    const kept = await context(target);
    // What fails has been printed, and may be mended while we watch.
    await kept.rebuild().catch(() => undefined);
    await kept.watch();
    continue;
  }
  const { metafile } = await build(target);
  if (targets.includes(target)) shipped.push(metafile);
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint && !/\/(chunks|test)\/|-[A-Z0-9]{8}\./.test(path))
      console.log(`${path.padEnd(24)} ${(atOnce(metafile, path) / 1024).toFixed(1).padStart(7)} KB`);
  }
}
if (watch) console.log('Watching for changes.');
else await listBundled();

/** Lists what is bundled: for those who read it, and for the bill of materials that is made with the packages. */
async function listBundled() {
  const packages = bundledPackages(shipped);
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(packages));
  await writeFile('dist/bundled.json', `${JSON.stringify(packages, null, 2)}\n`);
}
