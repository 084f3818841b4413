/** Resolves the paths of citations to places, and places to paths. Places are absolute paths with forward slashes. */
import { decoded, isExternal, splitLink } from './links';

/** The location of an assessment. */
export interface Home {
  /** The assessment's own path. */
  readonly file: string;
  /** The folder a leading `/` stands for, and the boundary of citations. */
  readonly root: string;
}

/** One reading of a link to a document. */
export interface Reading {
  /** The part of the link that names the document. */
  readonly path: string;
  /** The decoded fragment after its `#`; empty for none. */
  readonly fragment: string;
  /** The place that the path leads to. */
  readonly place: string;
}

/**
 * The readings of a link, of which the first one that exists counts: a `#` may be part of a name, and a path may be
 * percent-encoded. None for addresses, for headings without a document, and for paths that leave the root.
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

/** The reading of a link by its text alone; `undefined` where it has none. */
export function readingByText(home: Home, link: string): Reading | undefined {
  return readingsOf(home, link).find(({ path }) => path === splitLink(link).path);
}

/**
 * The place of a path, taken literally; `undefined` when it is the root itself or outside it. Backslashes separate
 * names, as `/` does. Windows names of servers and drives have no place.
 */
export function resolvePath({ file, root }: Home, path: string): string | undefined {
  if (/^(?:\\|[A-Za-z]:)/.test(path)) return undefined;
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

/** A name in a link: literal where that is unambiguous, otherwise percent-encoded. */
export function nameInLink(name: string): string {
  return name.includes('#') ? encoded(name) : name;
}

function encoded(path: string): string {
  return path.replace(/[%#]/g, encodeURIComponent);
}

/**
 * Whether two places are equal, regardless of Unicode composition, which some systems distinguish and others do not.
 */
export function isSamePlace(a: string, b: string): boolean {
  return a.normalize() === b.normalize();
}

/** The relative path from an assessment to a place; `undefined` when it is outside the root. */
export function pathTo({ file, root }: Home, place: string): string | undefined {
  if (!isBelow(place, root)) return undefined;
  const from = folderOf(file).split('/').filter(Boolean);
  const to = place.split('/').filter(Boolean);
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared < 0 ? from.length : shared;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

/** The path from the root to a place, with a leading `/`; `undefined` when it is outside the root. */
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
 * The path with percent-decoded names; `undefined` where that changes nothing, or a decoded name is not a valid name.
 */
function decodedPath(path: string): string | undefined {
  const parts = path.split(/([\\/])/);
  const read = parts.map(decoded);
  const isSound = read.every((part, index) => part === parts[index] || !/[\\/\p{Cc}]|^\.{0,2}$/u.test(part));
  const whole = read.join('');
  return isSound && whole !== path ? whole : undefined;
}

/** Joins the parts of a path, resolving `.` and `..`. */
function join(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}
