/** Where the path of a citation leads, and the path that leads somewhere. All places are absolute paths with `/`, as in addresses. */

/** Where an assessment lives. */
export interface Home {
  /** The assessment's own path. */
  readonly file: string;
  /** The folder a leading `/` stands for, and outside of which nothing is cited. */
  readonly root: string;
}

/** The place a citation's path leads to, or `undefined` when it is outside the root (or the root itself). */
export function resolvePath({ file, root }: Home, path: string): string | undefined {
  const from = path.startsWith('/') ? root : folderOf(file);
  const place = join([...from.split('/'), ...path.split(/[\\/]/)]);
  return isBelow(place, root) ? place : undefined;
}

/** The path from an assessment to a place, or `undefined` when it is outside the root. */
export function pathTo({ file, root }: Home, place: string): string | undefined {
  if (!isBelow(place, root)) return undefined;
  const from = folderOf(file).split('/').filter(Boolean);
  const to = place.split('/').filter(Boolean);
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared < 0 ? from.length : shared;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

/** The path from the root to a place, with a leading `/`, or `undefined` when it is outside the root. */
export function rootedPathTo({ root }: Home, place: string): string | undefined {
  return isBelow(place, root) ? `/${place.slice(withSlash(root).length)}` : undefined;
}

/** Whether a place lies below a folder. */
export function isBelow(place: string, folder: string): boolean {
  return place.startsWith(withSlash(folder));
}

export function folderOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/')) || '/';
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** Parts of a path as one place, without `.` and `..`. */
function join(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}
