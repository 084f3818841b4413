// What esbuild tells of the files it has made.

/**
 * Adds to `seen` the files loaded together with an entry: it, and the chunks that it imports statically. Returns their
 * size in bytes.
 */
export function atOnce({ outputs }, path, seen = new Set()) {
  if (seen.has(path)) return 0;
  seen.add(path);
  const { bytes, imports } = outputs[path];
  const inner = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return inner.reduce((sum, { path: chunk }) => sum + atOnce({ outputs }, chunk, seen), bytes);
}
