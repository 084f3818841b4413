// Lists the parts of the extension for browsers, where they are fetched.

/**
 * Each part of a build: its path below `dist/`, and the places in the list of those it requires when it runs; what it
 * imports later is not among them.
 * @param {import('esbuild').Metafile} metafile
 * @returns {readonly (readonly [path: string, required: readonly number[]])[]}
 */
export function webParts({ outputs }) {
  const paths = Object.keys(outputs);
  const places = new Map(paths.map((path, place) => [path, place]));
  return paths.map((path) => {
    const required = outputs[path].imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
    return [path.replace('dist/', ''), required.map((one) => places.get(one.path))];
  });
}
