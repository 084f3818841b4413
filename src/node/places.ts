/** Paths of the system as places, which start with `/` and have forward slashes everywhere, and back. */
import { join, relative, resolve, sep } from 'node:path';
import type { Home } from '../assessment/evidence/citation-paths';
import { existingPlace } from './real-path';
import { isInside, workspaceRoot, type Roots } from './workspace-root';

/** Where an assessment in a folder (absolute) is, and how far what it names is looked for. */
export function homeIn(folder: string, cwd: string, known?: Roots): Home {
  return { file: placeOf(join(folder, 'x')), root: placeOf(workspaceRoot(folder, cwd, known)) };
}

/** The path of the system for a place. */
export function fileAt(place: string): string {
  return resolve(sep === '\\' ? place.slice(1) : place);
}

/**
 * The path of the system for a place in a folder (absolute), without links; `undefined` where there is nothing, or it
 * is outside of that folder: a link inside may lead out.
 */
export function fileInside(place: string, folder: string): string | undefined {
  const file = fileAt(place);
  // On Windows a colon in a name leads to a stream of a file, or to another drive.
  if (!isInside(file, folder) || (sep === '\\' && relative(folder, file).includes(':'))) return undefined;
  const [real, top] = [existingPlace(file), existingPlace(folder)];
  return real !== undefined && top !== undefined && isInside(real, top) ? real : undefined;
}

/** The place of a path of the system, absolute. */
export function placeOf(path: string): string {
  return `/${path.split(sep).join('/').replace(/^\//, '')}`;
}
