// Puts parts of the command line that are always loaded together into one file.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The name of the file, beside the parts. */
export const startFile = 'start.js';

/** What the file exports: `require` for parts by their names. A part runs when it is first required. */
const loader = `const known = {};
module.exports = function load(name) {
  if (!parts[name]) return require(name);
  if (!known[name]) {
    const part = (known[name] = { exports: {} });
    parts[name](part, part.exports, load);
  }
  return known[name].exports;
};
`;

/**
 * Puts parts into one file: a short run spends a tenth of its time on finding and opening a hundred. The other parts
 * require them from there, so that each still exists once.
 */
export async function putInOneFile(parts, others) {
  const names = new Set(parts.map((path) => `./${basename(path)}`));
  const bodies = await Promise.all(
    parts.map(async (path) => {
      const code = await readFile(path, 'utf8');
      await rm(path);
      // In parentheses, so that it is compiled when it is read, not read twice.
      return `"./${basename(path)}":(function(module,exports,require){${code}})`;
    }),
  );
  await writeFile(join(dirname(parts[0]), startFile), `const parts={${bodies.join(',\n')}};\n${loader}`);
  for (const path of others) {
    const code = await readFile(path, 'utf8');
    const fromStart = (all, name) => (names.has(name) ? `require("./${startFile}")("${name}")` : all);
    await writeFile(path, code.replace(/\brequire\("(\.\/[^"]+)"\)/g, fromStart));
  }
}
