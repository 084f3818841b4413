// Puts the parts of the command line that checks need into two files, and makes the entry that runs them:
// `dist/cli/parts.js` holds what every check runs, `dist/cli/rare.js` what some do. A short run would spend a fifth of
// its time on finding a hundred files, and on what each exports.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { withLate } from './late.mjs';
import { atOnce } from './outputs.mjs';

/** What every check runs; the program begins with the first. */
const ofChecks = ['src/cli/main.ts', 'src/cli/commands/check.ts', 'src/cli/check/check-files.ts'];

/** What only unusual and signed files need, and mistyped words. */
export const lateModules = [
  'src/assessment/closest.ts',
  'src/assessment/sha256.ts',
  'src/assessment/validate.ts',
  'src/assessment/yaml/read-by-library.ts',
];

/** What some checks run: of unusual files, of many in worker threads, with a cache, of cited documents. */
const ofSomeChecks = [
  ...lateModules,
  'src/cli/check/check-cache.ts',
  'src/cli/check/check-worker.ts',
  'src/cli/check/threads.ts',
  'src/node/digest.ts',
  'src/assessment/evidence/file-digest.ts',
  'src/assessment/evidence/headings.ts',
];

/** A plugin that makes the two files and the entry of esbuild's output. `copyMessagesOf` is given the code of both. */
export function checksInTwoFiles(options, copyMessagesOf) {
  return {
    name: 'checks-in-two-files',
    setup({ onEnd }) {
      onEnd(async ({ metafile, outputFiles }) => {
        if (!metafile) return;
        const entryOf = (source) =>
          Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === source);
        const { code, rareNames } = await putInTwoFiles(byUse(metafile, outputFiles, entryOf), options);
        const worker = nameOf(entryOf('src/cli/check/check-worker.ts'));
        await writeFile(`dist/cli/${worker}`, `require("../cli.js")("${worker}");\n`);
        await writeEntry(code, rareNames, nameOf(entryOf('src/cli/check/check-files.ts')));
        await copyMessagesOf(code);
      });
    },
  };
}

/**
 * The outputs by their use: `usual` ones run with every check (`path`, `text`, and the names in `exports`), `main` is
 * the one that the program begins with, `rare` ones run with some checks, and `others` are files of their own.
 */
function byUse(metafile, outputFiles, entryOf) {
  const main = entryOf(ofChecks[0]);
  const always = new Set();
  for (const source of ofChecks) atOnce(metafile, entryOf(source), always);
  const inBoth = new Set(always);
  for (const source of ofSomeChecks) atOnce(metafile, entryOf(source), inBoth);
  const texts = new Map(outputFiles.map(({ path, text }) => [relative('.', path).replaceAll('\\', '/'), text]));
  const paths = Object.keys(metafile.outputs);
  return {
    usual: [...always]
      .filter((path) => path !== main)
      .map((path) => ({ path, text: texts.get(path), exports: metafile.outputs[path].exports })),
    main,
    rare: paths.filter((path) => inBoth.has(path) && !always.has(path)),
    others: paths.filter((path) => !inBoth.has(path)),
  };
}

/**
 * Bundles the usual parts into `dist/cli/parts.js`, and puts the rare ones into `dist/cli/rare.js`. Each file gives for
 * each name a function that returns what the part exports. The other files ask the entry for these parts, so that each
 * exists once. Returns the text of both, and the names of the rare parts.
 */
async function putInTwoFiles({ usual, main, rare, others }, options) {
  const begin = `"${nameOf(main)}":${asFunction(await readFile(main, 'utf8'))}`;
  const code =
    (await written('parts', await inOneScope(usual, begin, options))) + (await written('rare', await apart(rare)));
  const paths = [...usual.map(({ path }) => path), main, ...rare];
  const names = new Set(paths.map(nameOf));
  for (const path of paths) await rm(path);
  for (const path of others) await askingEntry(path, names);
  return { code, rareNames: rare.map(nameOf) };
}

/** The code of ES modules in one scope, where all run at once, and that of the part which the program begins with. */
async function inOneScope(parts, begin, options) {
  const texts = new Map(parts.map(({ path, text }) => [nameOf(path), loadingWhenAsked(text)]));
  const own = parts.map(({ exports }, index) => exports.map((name) => [name, `${name}_${index}`]));
  const imports = parts.map(({ path }, index) => {
    const names = own[index].map(([name, here]) => `${name} as ${here}`);
    return `import {${names.join()}} from "${nameOf(path)}";`;
  });
  const given = parts.map(({ path }, index) => {
    // As they are when all have run: nothing that is exported is assigned later.
    const names = own[index].map(([name, here]) => `${name}:${here}`);
    return `"${nameOf(path)}":()=>({${names.join()}})`;
  });
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: `${imports.join('')}file.parts={${[...given, begin].join()}}` },
    format: 'cjs',
    charset: 'ascii',
    metafile: false,
    plugins: [{ name: 'split-parts', setup: (bundler) => readFrom(texts, bundler) }],
    write: false,
  });
  return outputFiles[0].text;
}

/** The code of parts in CommonJS: each in a function of its own, which costs nothing until it is called. */
async function apart(paths) {
  const given = paths.map(async (path) => `"${nameOf(path)}":${asFunction(await readFile(path, 'utf8'))}`);
  const contents = `file.parts={${(await Promise.all(given)).join()}}`;
  return (await transform(contents, { charset: 'ascii', minify: true, target: 'node20' })).code;
}

/** Writes code in ASCII as the function that the entry calls; returns it. */
async function written(name, text) {
  // What is left is in regular expressions and tagged templates; of these, `String.raw` is for expressions only.
  const ascii = text.replace(/[^\0-\x7f]/g, (other) => `\\u${hex(other.charCodeAt(0), 4)}`);
  const code = `(function(file,require,load,__filename,__dirname){${ascii}})`;
  await writeFile(`dist/cli/${name}.js`, code);
  return code;
}

/** The name by which the files of the command line know each other. */
function nameOf(path) {
  return `./${basename(path)}`;
}

function hex(value, digits) {
  return value.toString(16).padStart(digits, '0');
}

/** The code of a part, with the entry's `load` in the place of `import()` and of late calls. */
function loadingWhenAsked(text) {
  return withLate(text, 'load').replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(()=>load($1))');
}

/** A part in CommonJS as a function that returns what it exports. */
function asFunction(text) {
  return `()=>{const exports={};${text.replace(/\brequire\(("\.\/[^"]+")\)/g, 'load($1)')};return exports}`;
}

function readFrom(texts, { onResolve, onLoad }) {
  onResolve({ filter: /^\.\// }, ({ path }) =>
    texts.has(path) ? { path, namespace: 'part' } : { path, external: true },
  );
  onLoad({ filter: /^/, namespace: 'part' }, ({ path }) => ({ contents: texts.get(path), loader: 'js' }));
}

async function askingEntry(path, names) {
  const code = await readFile(path, 'utf8');
  const asked = (all, name) => (names.has(name) ? `require("../cli.js")("${name}")` : all);
  await writeFile(path, code.replace(/\brequire\("(\.\/[^"]+)"\)/g, asked));
}

/**
 * Writes the entry, `dist/cli.js`, for the code of both files. `rare` are the names of the rare parts, `checking` is
 * that of the one that checks.
 */
async function writeEntry(code, rare, checking) {
  const build = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const define = { BUILD: JSON.stringify(build), RARE: JSON.stringify(rare), CHECKING: JSON.stringify(checking) };
  const entry = await transform(await readFile('build/cli-entry.js', 'utf8'), { define, minify: true });
  await writeFile('dist/cli.js', `#!/usr/bin/env node\n${entry.code}`);
}
