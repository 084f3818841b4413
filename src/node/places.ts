/** Paths of the system as places, which start with `/` and have forward slashes everywhere, and back. */
import { join, resolve, sep } from 'node:path';
import type { Home } from '../assessment/evidence/citation-paths';
import { workspaceRoot, type Roots } from './workspace-root';

/** Where an assessment in a folder (absolute) is, and how far what it names is looked for. */
export function homeIn(folder: string, cwd: string, known?: Roots): Home {
  return { file: placeOf(join(folder, 'x')), root: placeOf(workspaceRoot(folder, cwd, known)) };
}

/** The path of the system for a place. */
export function fileAt(place: string): string {
  return resolve(sep === '\\' ? place.slice(1) : place);
}

function placeOf(path: string): string {
  return `/${path.split(sep).join('/').replace(/^\//, '')}`;
}
