/** From the paths, folders and globs of the command line to the files they mean. */
import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join, normalize, parse, resolve, sep } from 'node:path';
import { isAssessmentName } from '../assessment/file-name';
import { Failure, unreadable } from './failure';
import { isStandardInput, standardInput } from './read-file';
import { existingPlace, identity, realPlace } from './real-path';
import { isInside, workspaceRoot } from './workspace-root';

export interface Found {
  /** Paths as given or found, with forward slashes, sorted, each file once; `-` for standard input. */
  readonly paths: readonly string[];
  readonly failures: readonly Failure[];
  /** Arguments that mean no file, each with its failure, which is among the others. */
  readonly unmet: ReadonlyMap<string, Failure>;
}

/** The files some arguments mean; without any, those below the current folder. */
export async function findFiles(given: readonly string[], cwd: string): Promise<Found> {
  const search = new Search(cwd);
  for (const argument of given.length ? given : ['.']) await search.add(argument);
  return { paths: once(search.paths, cwd), failures: search.failures, unmet: search.unmet };
}

/** Paths in their order, one for each file: one without a link, where there is such. */
function once(paths: readonly string[], cwd: string): string[] {
  const known = new Map<string, { readonly path: string; readonly isLink: boolean }>();
  for (const path of [...paths].sort()) {
    const file = path === standardInput ? path : resolve(cwd, path);
    const isLink = path !== standardInput && realPlace(file) !== file;
    const key = (path === standardInput ? undefined : identity(file)) ?? file;
    const first = known.get(key);
    if (!first || (first.isLink && !isLink)) known.set(key, { path, isLink });
  }
  return Array.from(known.values(), ({ path }) => path).sort();
}

/**
 * Folders in each other that are looked into, several times those of any repository: each takes longer than the last.
 */
const mostLevels = 100;

/** A folder that is to be looked into. */
interface Entrance {
  readonly path: string;
  /** How many folders down from the one that was named. */
  readonly level: number;
}

interface Place extends Entrance {
  /** Absolute, without links. */
  readonly real: string;
}

interface Folder extends Place {
  /** Names of what is not a folder. */
  readonly files: readonly string[];
}

/** Collects paths, and what went wrong on the way. All paths in it are as they are to be shown. */
class Search {
  readonly paths: string[] = [];
  readonly failures: Failure[] = [];
  readonly unmet = new Map<string, Failure>();

  constructor(private readonly cwd: string) {}

  async add(argument: string): Promise<void> {
    if (isStandardInput(argument)) return void this.paths.push(standardInput);
    const path = shown(argument);
    const there = await this.kindOf(argument);
    const isThere = !(there instanceof Failure);
    // A name may look like a pattern. Where that could stand for others, too, the file is one of its own matches.
    const isPattern = /[*?]/.test(argument) || (!isThere && isGlob(argument));
    const named = isThere && (!isPattern || there.isDirectory()) ? await this.meant(path, there) : [];
    const found = isPattern ? [...named, ...(await this.matching(argument))] : named;
    for (const one of found) this.paths.push(one);
    if (found.length) return;
    const failure = isThere ? new Failure('cli.no-assessments', { path }) : there;
    this.unmet.set(argument, isPattern ? new Failure('cli.no-match', { path: argument }) : failure);
    this.failures.push(this.unmet.get(argument) as Failure);
  }

  /** What is at a path, or why that cannot be told. */
  private async kindOf(argument: string): Promise<Stats | Failure> {
    if (argument === '') return new Failure('cli.not-found', { path: '""' });
    return stat(this.file(argument)).catch((error: unknown) => unreadable(shown(argument), error));
  }

  /** A file, or the assessments below a folder. */
  private async meant(path: string, there: Stats): Promise<string[]> {
    return there.isDirectory() ? this.assessmentsBelow(path) : [path];
  }

  private async matching(argument: string): Promise<string[]> {
    const { patternsOf } = await import('./glob');
    const found: string[] = [];
    for (const pattern of patternsOf(argument.split(sep).join('/'))) {
      const { root } = parse(pattern);
      const segments = pattern
        .slice(root.length)
        .split('/')
        .filter((segment) => segment !== '');
      for (const path of await this.matches(root, segments, new Set())) found.push(path);
    }
    return found;
  }

  /**
   * Files below a folder whose path from there matches the segments of a pattern. `seen` holds the folders that were
   * looked into, each with what was left of the pattern: none is twice, whichever ways of `**` and links lead there.
   */
  private async matches(folder: string, segments: readonly string[], seen: Set<string>): Promise<string[]> {
    const [segment, ...rest] = segments;
    const left = `${segments.length}${segment === '**' ? '**' : ''}`;
    const isFresh = (real: string): boolean => seen.size < seen.add(`${left} ${real}`).size;
    const real = existingPlace(this.file(folder));
    if (segment === undefined || real === undefined || !isFresh(real)) return [];
    if (segment === '**') {
      const below = (await this.folders(folder)).filter((one) => one.real === real || isFresh(one.real));
      return this.matchesIn(
        below.map(({ path }) => path),
        rest.length ? rest : ['*'],
        seen,
      );
    }
    const names = await this.matchingNames(folder, segment);
    const paths = names.map((name) => shown(join(folder, name)));
    if (rest.length) return this.matchesIn(paths, rest, seen);
    const kinds = await Promise.all(paths.map((path) => stat(this.file(path)).catch(() => undefined)));
    const files = paths.filter((_, index) => kinds[index]?.isDirectory() === false);
    const isStray = await Promise.all(files.map(async (path) => (await this.isLink(path)) && this.isStray(path)));
    return files.filter((_, index) => !isStray[index]);
  }

  private async matchesIn(folders: readonly string[], below: readonly string[], seen: Set<string>): Promise<string[]> {
    const found: string[][] = [];
    for (const folder of folders) found.push(await this.matches(folder, below, seen));
    return found.flat();
  }

  /** The names in a folder that a segment matches, those of links behind the others. */
  private async matchingNames(folder: string, segment: string): Promise<string[]> {
    if (!isGlob(segment)) return [segment];
    // `docs [v1]` is a folder of that name, where there is one; what may stand for any name stands for all of them.
    if (!/[*?]/.test(segment) && (await this.isLink(join(folder, segment))) !== undefined) return [segment];
    const { segmentMatcher } = await import('./glob');
    const entries = await readdir(this.file(folder), { withFileTypes: true }).catch((): Dirent[] => []);
    const matches = segmentMatcher(segment);
    const matching = entries.filter(({ name }) => matches(name));
    const isLink = (entry: Dirent): boolean => entry.isSymbolicLink();
    return [...matching.filter((one) => !isLink(one)), ...matching.filter(isLink)].map(({ name }) => name);
  }

  /** Whether a link stands at a path itself; `undefined` where there is nothing. */
  private async isLink(path: string): Promise<boolean | undefined> {
    return (await lstat(this.file(path)).catch(() => undefined))?.isSymbolicLink();
  }

  private async assessmentsBelow(top: string): Promise<string[]> {
    const folders = await this.folders(top);
    return folders.flatMap(({ path, files }) => files.filter(isAssessmentName).map((name) => shown(join(path, name))));
  }

  /**
   * A folder and all those below it, but for dot folders and `node_modules`. Each is visited once, so links that lead
   * in a circle end, and nothing above the top or outside of its repository is entered; links wait, so that what has a
   * path without one is shown by it.
   */
  private async folders(top: string): Promise<Folder[]> {
    const folders: Folder[] = [];
    const seen = new Set<string>();
    const links: Entrance[] = [{ path: top, level: 0 }];
    let [topmost, root] = ['', ''];
    for (const link of links) {
      const real = existingPlace(this.file(link.path));
      root ||= real === undefined ? '' : workspaceRoot(real, realPlace(this.cwd));
      if (real === undefined || isAbove(real, topmost) || !isInside(real, root)) continue;
      topmost ||= real;
      const pending: Place[] = [{ ...link, real }];
      for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
        if (seen.has(place.real)) continue;
        seen.add(place.real);
        folders.push({ ...place, files: await this.sort(place, root, pending, links) });
      }
    }
    return folders;
  }

  /** Sorts the entries of a folder: gives the files, and adds folders and links to folders to the lists. */
  private async sort(folder: Place, root: string, pending: Place[], links: Entrance[]): Promise<string[]> {
    const entries = await readdir(folder.real, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      this.failures.push(unreadable(shown(folder.path), error));
      return [];
    });
    const files: string[] = [];
    for (const entry of entries) {
      const path = join(folder.path, entry.name);
      const isLink = entry.isSymbolicLink();
      const isFolder = isLink
        ? (await stat(this.file(path)).catch(() => undefined))?.isDirectory()
        : entry.isDirectory();
      if (!isFolder) {
        if (!isLink || !isAssessmentName(entry.name) || !(await this.isStray(path, root))) files.push(entry.name);
      } else if (isEntered(entry.name)) {
        const level = folder.level + 1;
        const tooDeep = { path: shown(path), maximum: mostLevels };
        if (level > mostLevels) this.failures.push(new Failure('cli.too-deep', tooDeep));
        else if (isLink) links.push({ path, level });
        else pending.push({ path, level, real: join(folder.real, entry.name) });
      }
    }
    return files;
  }

  /**
   * Whether a link that was found leads out of a folder or to something that is no assessment by its name, which is a
   * failure: a repository may bring along a link to a key, which would be printed as mistakes, or to a device, which
   * never ends.
   */
  private async isStray(link: string, root?: string): Promise<boolean> {
    const real = existingPlace(this.file(link)) ?? this.file(link);
    const isAssessment = isAssessmentName(real) || basename(real) === basename(link);
    if (isAssessment && (root === undefined || isInside(real, root))) return false;
    this.failures.push(new Failure('cli.stray-link', { path: shown(link) }));
    return true;
  }

  private file(path: string): string {
    return resolve(this.cwd, path);
  }
}

/** Whether a folder below one that is named is looked into. */
export function isEntered(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** Whether an argument may be a pattern rather than a path. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

function isAbove(folder: string, below: string): boolean {
  return below.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path as it is shown: without `./`, with forward slashes. */
export function shown(path: string): string {
  return normalize(path).split(sep).join('/');
}
