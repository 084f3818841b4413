/** Converts between system paths and places, which start with `/` and use forward slashes on every system. */
import { join, relative, resolve, sep } from 'node:path';
import type { Home } from '../assessment/evidence/citation-paths';
import { existingPlace } from './real-path';
import { isInside, workspaceRoot, type Roots } from './workspace-root';

/** The location of an assessment in a folder (absolute), and the boundary for what it names. */
export function homeIn(folder: string, cwd: string, known?: Roots): Home {
  return { file: placeOf(join(folder, 'x')), root: placeOf(workspaceRoot(folder, cwd, known)) };
}

/** The system path of a place. */
export function fileAt(place: string): string {
  return resolve(sep === '\\' ? place.slice(1) : place);
}

/**
 * The system path, with links resolved, of a place in a folder (absolute); `undefined` where nothing exists or a link
 * leads out of that folder.
 */
export function fileInside(place: string, folder: string): string | undefined {
  const file = fileAt(place);
  // On Windows a colon in a name leads to a stream of a file, or to another drive.
  if (!isInside(file, folder) || (sep === '\\' && relative(folder, file).includes(':'))) return undefined;
  const [real, top] = [existingPlace(file), existingPlace(folder)];
  return real !== undefined && top !== undefined && isInside(real, top) ? real : undefined;
}

/** The place of an absolute system path. */
export function placeOf(path: string): string {
  return `/${path.split(sep).join('/').replace(/^\//, '')}`;
}
