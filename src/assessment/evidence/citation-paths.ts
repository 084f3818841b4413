/**
 * Where the path of a citation leads, and the path that leads somewhere. All places are absolute paths with `/`, as in
 * addresses.
 */
import { decoded, isExternal, splitLink } from './links';

/** Where an assessment lives. */
export interface Home {
  /** The assessment's own path. */
  readonly file: string;
  /** The folder a leading `/` stands for, and outside of which nothing is cited. */
  readonly root: string;
}

/** One way to read a link to a document. */
export interface Reading {
  /** The part of the link that names the document. */
  readonly path: string;
  /** What stands behind its `#`, decoded; empty for nothing. */
  readonly fragment: string;
  /** Where that leads. */
  readonly place: string;
}

/**
 * The ways to read a link, of which the first counts that leads to something: a `#` may be part of a name, and a path
 * may be percent-encoded. None for addresses, for headings without a document, and where it would leave the root.
 */
export function readingsOf(home: Home, link: string): Reading[] {
  if (isExternal(link) || link.startsWith('#')) return [];
  const ends = new Set([link.length, ...[link.lastIndexOf('#'), link.indexOf('#')].filter((end) => end >= 0)]);
  return [...ends].flatMap((end) => {
    const path = link.slice(0, end);
    const fragment = decoded(link.slice(end + 1));
    const places = [path, decodedPath(path)].map((read) => (read === undefined ? undefined : resolvePath(home, read)));
    return places.flatMap((place) => (place === undefined ? [] : [{ path, fragment, place }]));
  });
}

/** How a link reads without a look at the files; `undefined` where it leads to none. */
export function readingByText(home: Home, link: string): Reading | undefined {
  return readingsOf(home, link).find(({ path }) => path === splitLink(link).path);
}

/**
 * The place a path leads to, its text taken as it is, or `undefined` when it is outside the root (or the root
 * itself). A backslash parts names, as `/` does. What Windows takes for a server or a drive leads nowhere.
 */
export function resolvePath({ file, root }: Home, path: string): string | undefined {
  if (/^(?:\\|[a-z]:)/i.test(path)) return undefined;
  const from = path.startsWith('/') ? root : folderOf(file);
  const place = join([...from.split('/'), ...path.split(/[\\/]/)]);
  return isBelow(place, root) ? place : undefined;
}

/**
 * The ways to write a link to a place, the plainest first, from the root where that is asked for; none where it is
 * outside the root. A link has to be read again to know where it leads: other names may get in the way.
 */
export function linksTo(home: Home, place: string, rooted = false): string[] {
  const path = rooted ? rootedPathTo(home, place) : pathTo(home, place);
  if (path === undefined) return [];
  const plain = isExternal(path) || /^(?:#|[a-z]:)/i.test(path) ? `./${path}` : path;
  return [...new Set([nameInLink(plain), plain, encoded(plain)])];
}

/** A name as it stands in a link: as it is where that is clear, else percent-encoded. */
export function nameInLink(name: string): string {
  return name.includes('#') ? encoded(name) : name;
}

function encoded(path: string): string {
  return path.replace(/[%#]/g, encodeURIComponent);
}

/**
 * Whether two places are the same: names are the same in composed and in decomposed letters, which systems keep apart
 * or do not.
 */
export function isSamePlace(a: string, b: string): boolean {
  return a.normalize() === b.normalize();
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

/**
 * The path with its names percent-decoded; `undefined` where that changes nothing, or makes something else of a name
 * than a name.
 */
function decodedPath(path: string): string | undefined {
  const parts = path.split(/([\\/])/);
  const read = parts.map(decoded);
  const isSound = read.every((part, index) => part === parts[index] || !/[\\/\p{Cc}]|^\.{0,2}$/u.test(part));
  const whole = read.join('');
  return isSound && whole !== path ? whole : undefined;
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
