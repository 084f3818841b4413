/**
 * How far the command line looks on its own: what an assessment names is sought in its repository, and nowhere else.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isStandardInput } from './read-file';
import { realPlace } from './real-path';

/** Roots of repositories by folders in them, as far as they were looked for. */
export type Roots = Map<string, string | undefined>;

/**
 * The root of the repository a folder (absolute) is in; `undefined` where it is in none. `known` keeps what was found,
 * so that of many folders in each other none is looked at twice.
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
 * The folder a leading `/` stands for: the repository's; outside any repository the current folder, or where the
 * assessment is not below that, its own.
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
 * A file's path as its repository has it, with forward slashes, from whichever folder and through whichever link it was
 * named; outside any repository from the current folder, or absolute where it is not below that.
 */
export function pathInRepository(path: string, cwd: string, known?: Roots): string {
  if (isStandardInput(path)) return path;
  const named = resolve(cwd, path);
  const place = join(realPlace(dirname(named)), basename(named));
  const root = repositoryRoot(dirname(place), known) ?? realPlace(cwd);
  // A link to a file elsewhere is a file of this repository.
  const file = [realPlace(place), place].find((one) => isInside(one, root));
  return (file === undefined ? place : relative(root, file)).split(sep).join('/');
}
