/** Where a command writes: not out of the repository by a link that the repository brings along. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from './failure';
import { isInside, workspaceRoot } from './workspace-root';

/**
 * The file a path from the current folder names, absolute. Throws `Failure` for one in the repository where a link on the way
 * leads out of it; a path that says itself that it is elsewhere is the user's choice.
 */
export function outputFile(path: string, cwd: string): string {
  const file = resolve(cwd, path);
  const root = workspaceRoot(cwd, cwd);
  if (isInside(file, root) && !isInside(realPlace(file), realPlace(root))) throw new Failure('cli.leads-out', { path });
  return file;
}

/** Where a path leads, as far as there is something on the way. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
  }
}
