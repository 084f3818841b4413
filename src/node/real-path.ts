/** What paths lead to. */
import { lstatSync, readlinkSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Links that are followed one after the other, as Linux has it. */
const mostLinks = 40;

/** The place of what is at an absolute path, without links; `undefined` where there is nothing, or none may look. */
export function existingPlace(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/**
 * The place an absolute path leads to, as far as there is something on the way; a link may lead to what is not there
 * yet.
 */
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

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** What a path leads to; `undefined` where there is nothing, or nothing can be told. */
export function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Whether something has a path, if only a link that leads nowhere. */
export function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * What tells whether two paths lead to one file at the moment, whatever links, hard links and spellings are on the way;
 * `undefined` where there is none. Size and time are part of it: not every file system numbers its files.
 */
export function identity(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch {
    return undefined;
  }
}
