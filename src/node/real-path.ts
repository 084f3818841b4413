/** Resolves paths through links. */
import { lstatSync, readlinkSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Limit of links followed for one path, as on Linux. */
const mostLinks = 40;

/**
 * The location, without links, of what is at an absolute path; `undefined` where nothing exists or it is not
 * accessible.
 */
export function existingPlace(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The location an absolute path leads to, resolved as far as it exists; a link may lead to a file not created yet. */
export function realPlace(path: string, links = mostLinks): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    if (folder === path) return path;
    const place = join(realPlace(folder, links), basename(path));
    const target = links > 0 ? linkTarget(place) : undefined;
    return target === undefined ? place : realPlace(resolve(dirname(place), target), links - 1);
  }
}

/** The name of a file as its folder has it, where the system finds it by its name in another letter case. */
export function storedName(file: string): string {
  const [asked, stored] = [basename(file), basename(realPlace(file))];
  return stored.toLowerCase() === asked.toLowerCase() ? stored : asked;
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** The status of the file a path leads to; `undefined` where it does not exist or is not accessible. */
export function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a name is taken, even by a dangling link. */
export function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * A key that is equal for two paths to one file, through any links, hard links and spellings, as long as the file does
 * not change; `undefined` where none exists. Includes size and time, since not every file system numbers its files.
 */
export function identity(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch {
    return undefined;
  }
}
