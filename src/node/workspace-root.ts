/**
 * The boundary of what the command line looks up on its own: files an assessment names are looked for in its repository
 * only.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isStandardInput } from './read-file';
import { realPlace } from './real-path';

/** The repository root of each folder looked up so far. */
export type Roots = Map<string, string | undefined>;

/**
 * The root of the repository that contains a folder (absolute); `undefined` outside any. `known` caches results, so
 * that a folder shared by several paths is examined once.
 */
export function repositoryRoot(folder: string, known: Roots = new Map()): string | undefined {
  const passed: string[] = [];
  let root: string | undefined;
  for (let at = folder; root === undefined; at = dirname(at)) {
    if (known.has(at)) {
      root = known.get(at);
      break;
    }
    passed.push(at);
    if (existsSync(join(at, '.git'))) root = at;
    if (dirname(at) === at) break;
  }
  for (const one of passed) known.set(one, root);
  return root;
}

/**
 * The folder a leading `/` stands for: the repository root. Outside any repository it is the current folder, or the
 * assessment's own folder where that is not below the current one.
 */
export function workspaceRoot(folder: string, cwd: string, known?: Roots): string {
  return repositoryRoot(folder, known) ?? (isInside(folder, cwd) ? cwd : folder);
}

/** Whether a file is a folder or lies below it; both absolute. */
export function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/**
 * A file's path relative to its repository's root, with forward slashes, whatever folder or link it was named through.
 * Outside any repository it is relative to the current folder, or absolute where it is not below that.
 */
export function pathInRepository(path: string, cwd: string, known?: Roots): string {
  if (isStandardInput(path)) return path;
  const named = resolve(cwd, path);
  const place = join(realPlace(dirname(named)), basename(named));
  const root = repositoryRoot(dirname(place), known) ?? realPlace(cwd);
  // A link in this repository to a file elsewhere counts as a file of this repository.
  const file = [realPlace(place), place].find((one) => isInside(one, root));
  return (file === undefined ? place : relative(root, file)).split(sep).join('/');
}
