// Builds everything into dist/. `--watch` keeps building, `--tests` adds the host tests, `--bench` the benchmark.
import { build, context, transform } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundledPackages } from './build/bundled.mjs';
import { late, lateEntries, withLate } from './build/late.mjs';
import { thirdPartyNotices } from './build/notices.mjs';
import { atOnce } from './build/outputs.mjs';
import { checksInTwoFiles, lateModules } from './build/two-files.mjs';
import { webParts } from './build/web-parts.mjs';

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

// The `yaml` package's build for Node is CommonJS, which esbuild cannot tree-shake.
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

/** The library that packs slides would also pull in stream packages of its own. */
const packing = { 'readable-stream': './build/no-streams.js' };

/** Replacements for modules that some libraries import and that not every host of the extension has. */
const webAlias = { ...packing, stream: './build/no-streams.js', fflate: './build/zip-at-once.js' };

/** The tests for the web worker host: one file, since only `vscode` can be required there. */
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
 * esbuild splits ES modules only. Converted to CommonJS they start about a tenth faster on Node 20, and Node 22 and
 * newer cache their compiled code.
 */
const toCommonJs = {
  name: 'to-common-js',
  setup({ onEnd }) {
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const options = { ...commonJs, sourcefile: path, sourcemap: watch && 'inline' };
        const plain = requiringDirectly((await transform(text, options)).code);
        const code = watch
          ? plain
          : (await transform(exportingDirectly(plain), { ...commonJs, minify: true, treeShaking: true })).code;
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

/** Leaves out what esbuild makes of what `require` returns: in a browser that may be a promise (`web-entry.js`). */
function requiringDirectly(text) {
  return withLate(text, 'require').replace(/__toESM\(require\(("(?:\.{1,2}\/[^"]+|vscode)")\)\)/g, 'require($1)');
}

/**
 * Shortens esbuild's export code: it copies exports into an object marked as a module, with half a kilobyte of helpers
 * in every part. The parts are required only by each other, which need the exports alone, by their names.
 */
function exportingDirectly(code) {
  const name = /^module\.exports = __toCommonJS\(([\w$]+)\);\n/m.exec(code)?.[1];
  if (!name) return code;
  const define = `for (const key in ${name}) Object.defineProperty(exports, key, { get: ${name}[key] });`;
  const [before, after] = code
    .replace(`module.exports = __toCommonJS(${name});\n`, '')
    .split(`var ${name} = {};\n__export(${name}, {\n`);
  return after === undefined ? before : `${before}var ${name} = {\n${after.replace('\n});', `\n};\n${define}`)}`;
}

/** Writes the entry for browsers, which lists all parts by name, each with those it requires. */
const writeWebEntry = {
  name: 'web-entry',
  setup({ onEnd }) {
    onEnd(async ({ metafile }) => {
      if (!metafile) return;
      const { code } = await transform(await readFile('build/web-entry.js', 'utf8'), {
        define: { PARTS: JSON.stringify(webParts(metafile)) },
        minify: !watch,
      });
      await writeFile('dist/web.js', code);
    });
  },
};

/**
 * The extension in parts, so that rarely used code is loaded by `import()` on first use: the same parts on the desktop,
 * on remote hosts and in browsers. A Node built-in anywhere in it fails the build.
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
  define: { IN_EXTENSION: 'true' },
  write: false,
  plugins: [toCommonJs, writeWebEntry],
};

/**
 * The command line in parts, each loaded by the command that needs it: `dist/cli.js` starts `main`, the Action
 * `dist/cli/action.js`.
 */
const commandLine = {
  ...node,
  alias: { ...alias, ...packing },
  format: 'esm',
  supported: {},
  sourcemap: watch && 'inline',
  splitting: true,
  entryPoints: {
    main: 'src/cli/main.ts',
    'check-worker': 'src/cli/check/check-worker.ts',
    action: 'src/cli/commands/action.ts',
    ...lateEntries(lateModules),
  },
  outdir: 'dist/cli',
  // A native package for each system, installed only by users who want PNG.
  external: ['@resvg/resvg-js'],
  write: false,
  plugins: [
    late(lateModules),
    toCommonJs,
    ...(watch ? [] : [checksInTwoFiles({ ...node, supported: {} }, copyMessagesOf)]),
  ],
};

/** The extension's server for agents: one file, run by VS Code's own Node. */
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

/** The scripts of the webview pages, with shared code in common parts. */
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

/** The style sheets of the pages; the command line includes two of them in the sheet as HTML. */
const styles = {
  ...shared,
  entryPoints: ['panel', 'description', 'sheet', 'reconcile'].map((name) => `media/${name}.css`),
  outdir: 'dist',
};

const targets = [extension, commandLine, agentServer, workerServer, webviews, styles];
/** The benchmark measures what ships: bundled and minified code. */
const benchTarget = {
  ...node,
  entryPoints: ['test/bench/bench.ts'],
  outfile: 'dist/test/bench.js',
  external: ['yaml-language-server', 'vscode-languageserver-textdocument', '@duckdb/node-api'],
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
    // Without CommonJS and AMD, Mocha's browser build defines a global, as needed here.
    define: { 'process.env': 'globalThis.testEnvironment', module: 'undefined', define: 'undefined' },
  },
];

/**
 * Keys of messages that only the command line uses: they are not shipped with the extension. A test searches its
 * bundles for them.
 */
const ofCommandLine =
  /^(cli|lsp|schema|report\.(sarif|annotations|summary|sheet\.(?!references|labelled))|change\.(review|problem|new)|import\.(colon|would))/;

/** Keys of the explanations of rules: a separate file, loaded on demand. */
const ofRules = /^rules\.why\./;

async function languages() {
  return (await readdir('l10n')).map((name) => name.replace('.json', ''));
}

/** Copies the texts: at run time those of one language are read. */
async function copyTexts() {
  await mkdir('dist/cli', { recursive: true });
  for (const language of await languages()) {
    await copyJson(`src/sheet/wording.${language}.json`, `dist/sheet.${language}.json`);
    await copyJson(`src/sheet/outline.${language}.json`, `dist/outline.${language}.json`);
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

/**
 * Copies the messages that code may show, whose keys it contains as a whole or at their beginning; but for those of the
 * help, which are long and shown alone.
 */
async function copyMessagesOf(code) {
  // But for names of files, such as `sheet.${language}.json`.
  const starts = Array.from(code.matchAll(/`([a-z][\w.-]*[.-])\$\{(?![^{}`]*\}\.json)/g), ([, start]) => start);
  const isShown = (key) =>
    code.includes(`"${key}"`) || (!key.startsWith('cli.help.') && starts.some((start) => key.startsWith(start)));
  for (const language of await languages())
    await copyJson(`l10n/${language}.json`, `dist/cli/check.${language}.json`, isShown);
}

/** Copies a JSON file without white space and without unwanted keys of its top-level object. */
async function copyJson(from, to, isWanted = () => true) {
  const wanted = (key, value) => (typeof value === 'string' && !isWanted(key) ? undefined : value);
  await writeFile(to, JSON.stringify(JSON.parse(await readFile(from, 'utf8')), wanted));
}

for (const folder of ['dist/chunks', 'dist/cli']) await rm(folder, { recursive: true, force: true });
await copyTexts();
if (watch) await writeFile('dist/cli.js', `#!/usr/bin/env node\nrequire('./cli/main.js');\n`);
const shipped = [];
for (const target of [...targets, ...(tests ? testTargets : []), ...(bench ? [benchTarget] : [])]) {
  if (watch) {
    const kept = await context(target);
    // esbuild has printed the error already; watching goes on until it is fixed.
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

/** Writes the list of bundled packages: for readers, and for the bill of materials made with the packages. */
async function listBundled() {
  const packages = bundledPackages(shipped);
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(packages));
  await writeFile('dist/bundled.json', `${JSON.stringify(packages, null, 2)}\n`);
}
