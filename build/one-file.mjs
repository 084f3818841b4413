// Puts the parts of the command line that checks need into one file, and makes the entry that runs them.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';

/**
 * Bundles parts, ES modules that esbuild has split, into `dist/cli/parts.js`, which gives for each name a function that
 * runs the part. A short run spends a fifth of its time on finding a hundred files, and on what each exports. `others`
 * are the paths of the files that are left, which ask the entry for these parts, so that each exists once. Returns the
 * file's text and a hash of it.
 */
export async function putInOneFile(parts, others, options) {
  const texts = new Map(parts.map(({ path, text }) => [nameOf(path), loadingWhenAsked(text)]));
  const given = Array.from(texts.keys(), (name) => `"${name}":()=>require("${name}")`);
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: `module.exports={${given.join()}}` },
    format: 'cjs',
    charset: 'ascii',
    metafile: false,
    plugins: [{ name: 'split-parts', setup: (bundler) => readFrom(texts, bundler) }],
    write: false,
  });
  // What is left is in regular expressions and tagged templates; of these, `String.raw` is for expressions only.
  const ascii = outputFiles[0].text.replace(/[^\0-\x7f]/g, (other) => `\\u${hex(other.charCodeAt(0), 4)}`);
  const code = `(function(module,require,load,__filename,__dirname){${ascii}})`;
  await writeFile('dist/cli/parts.js', code);
  for (const { path } of parts) await rm(path);
  for (const path of others) await askingEntry(path, texts);
  return { code, hash: createHash('sha256').update(code).digest('hex').slice(0, 16) };
}

/** The name by which parts know each other. */
export function nameOf(path) {
  return `./${basename(path)}`;
}

function hex(value, digits) {
  return value.toString(16).padStart(digits, '0');
}

/** An imported part runs when the import does, and is known to the entry by its name. */
function loadingWhenAsked(text) {
  return text.replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(()=>load($1))');
}

function readFrom(texts, { onResolve, onLoad }) {
  onResolve({ filter: /^\.\// }, ({ path }) =>
    texts.has(path) ? { path, namespace: 'part' } : { path, external: true },
  );
  onLoad({ filter: /^/, namespace: 'part' }, ({ path }) => ({ contents: texts.get(path), loader: 'js' }));
}

async function askingEntry(path, texts) {
  const code = await readFile(path, 'utf8');
  const asked = (all, name) => (texts.has(name) ? `require("../cli.js")("${name}")` : all);
  await writeFile(path, code.replace(/\brequire\("(\.\/[^"]+)"\)/g, asked));
}

/** Writes the entry, `dist/cli.js`. `hash` identifies the parts, `checking` is the name of the one that checks. */
export async function writeEntry(hash, checking) {
  const define = { BUILD: JSON.stringify(hash), CHECKING: JSON.stringify(checking) };
  const { code } = await transform(await readFile('build/cli-entry.js', 'utf8'), { define, minify: true });
  await writeFile('dist/cli.js', `#!/usr/bin/env node\n${code}`);
}
