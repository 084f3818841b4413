/** How far the command line looks on its own: what an assessment names is sought in its repository, and nowhere else. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * The folder a leading `/` stands for: the repository's; outside any repository the current folder, or where the
 * assessment is not below that, its own.
 */
export function workspaceRoot(folder: string, cwd: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return isInside(folder, cwd) ? cwd : folder;
  }
}

/** Whether a file is a folder or lies below it; both absolute. */
export function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
