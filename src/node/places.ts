/** Converts between system paths and places, which start with `/` and use forward slashes on every system. */
import { join, relative, resolve, sep } from 'node:path';
import type { Home } from '../assessment/evidence/citation-paths';
import { existingPlace } from './real-path';
import { isInside, workspaceRoot, type Roots } from './workspace-root';

/** The location of an assessment in a folder (absolute), and the boundary for what it names. */
export function homeIn(folder: string, cwd: string, known?: Roots): Home {
  return { file: placeOf(join(folder, 'x')), root: placeOf(workspaceRoot(folder, cwd, known)) };
}

/** The system path of a place. On Windows a place is that of a drive, or, with two slashes, that of a server. */
export function fileAt(place: string): string {
  const isOfDrive = sep === '\\' && !place.startsWith('//');
  return resolve(isOfDrive ? place.slice(1) : place);
}

/**
 * The system path, with links resolved, of a place in a folder (absolute); `undefined` where nothing exists by exactly
 * that name or a link leads out of that folder.
 */
export function fileInside(place: string, folder: string): string | undefined {
  const file = fileAt(place);
  // On Windows a colon in a name leads to a stream of a file, or to another drive.
  if (!isInside(file, folder) || (sep === '\\' && relative(folder, file).includes(':'))) return undefined;
  const [real, top] = [existingPlace(file), existingPlace(folder)];
  if (real === undefined || top === undefined || !isInside(real, top)) return undefined;
  return isOtherSpelling(relative(folder, file), relative(top, real)) ? undefined : real;
}

/** Systems that find a file by its name in another letter case; Windows also without dots and spaces at its end. */
const ignoresSpelling = ['win32', 'darwin'].includes(process.platform);

/**
 * Whether a path was found although it is spelled differently: elsewhere, such as in a pipeline, there would be no such
 * file.
 */
function isOtherSpelling(asked: string, found: string): boolean {
  const plain = (path: string): string => path.replace(/(?<![. ])[. ]+(?=[\\/]|$)/g, '').toLowerCase();
  return ignoresSpelling && asked !== found && plain(asked) === plain(found);
}

/** The place of an absolute system path. */
export function placeOf(path: string): string {
  return `/${path.split(sep).join('/').replace(/^\//, '')}`;
}
