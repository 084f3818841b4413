/** Resolves the paths, folders and globs of the command line to files. */
import { lstatSync, readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { basename, join, normalize, parse, resolve, sep } from 'node:path';
import { isAssessmentName } from '../assessment/file-name';
import { Failure, unreadable } from './failure';
import { isStandardInput, standardInput } from './read-file';
import { existingPlace, identity, realPlace, targetOf } from './real-path';
import { isInside, workspaceRoot } from './workspace-root';

export interface Found {
  /** Paths as given or found, with forward slashes, sorted, each file once; `-` for standard input. */
  readonly paths: readonly string[];
  readonly failures: readonly Failure[];
  /** Arguments that match no file, each with its failure, which is also among `failures`. */
  readonly unmet: ReadonlyMap<string, Failure>;
}

/** The files that the arguments stand for; without arguments, the assessments below the current folder. */
export async function findFiles(given: readonly string[], cwd: string): Promise<Found> {
  const search = new Search(cwd);
  for (const argument of given.length ? given : ['.']) await search.add(argument);
  return { paths: once(search.paths, cwd), failures: search.failures, unmet: search.unmet };
}

/** The paths in their order, one for each file; a path without a link is preferred. */
function once(paths: readonly string[], cwd: string): string[] {
  const known = new Map<string, string>();
  const isLink = (path: string): boolean =>
    path !== standardInput && realPlace(resolve(cwd, path)) !== resolve(cwd, path);
  for (const path of [...paths].sort()) {
    const key = path === standardInput ? path : (identity(resolve(cwd, path)) ?? resolve(cwd, path));
    const first = known.get(key);
    if (first === undefined || (isLink(first) && !isLink(path))) known.set(key, path);
  }
  return [...known.values()].sort();
}

/** Folders are looked into synchronously, which is faster, but a server has to answer others in between. */
const foldersAtOnce = 64;

/** Limit of nested folders, several times that of any real repository: the time for each level grows with its depth. */
const mostLevels = 100;

/** A folder that is still to be searched. */
interface Entrance {
  readonly path: string;
  /** Depth below the folder that was named. */
  readonly level: number;
}

interface Place extends Entrance {
  /** Absolute, with links resolved. */
  readonly real: string;
}

interface Folder extends Place {
  /** Names of the entries that are not folders. */
  readonly files: readonly string[];
}

/** Collects paths and failures. Paths are kept as they are to be shown. */
class Search {
  readonly paths: string[] = [];
  readonly failures: Failure[] = [];
  readonly unmet = new Map<string, Failure>();

  constructor(private readonly cwd: string) {}

  async add(argument: string): Promise<void> {
    if (isStandardInput(argument)) return void this.paths.push(standardInput);
    const path = shown(argument);
    const there = this.kindOf(argument);
    const isThere = !(there instanceof Failure);
    // A file name may contain the characters of a pattern. If the pattern may match other files, the file is among its
    // matches.
    const isPattern = /[*?]/.test(argument) || (!isThere && isGlob(argument));
    const named = isThere && (!isPattern || there.isDirectory()) ? await this.meant(path, there) : [];
    const found = isPattern ? [...named, ...(await this.matching(argument))] : named;
    for (const one of found) this.paths.push(one);
    if (found.length) return;
    const failure = isThere ? new Failure('cli.no-assessments', { path }) : there;
    this.unmet.set(argument, isPattern ? new Failure('cli.no-match', { path: argument }) : failure);
    this.failures.push(this.unmet.get(argument) as Failure);
  }

  /** What exists at a path, or the failure to find out. */
  private kindOf(argument: string): Stats | Failure {
    if (argument === '') return new Failure('cli.not-found', { path: '""' });
    try {
      return statSync(this.file(argument));
    } catch (error) {
      return unreadable(shown(argument), error);
    }
  }

  /** The path itself for a file; for a folder, the assessments below it. */
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
   * Files below a folder whose relative path matches the segments of a pattern. `seen` holds the folders searched with
   * the rest of the pattern, so that `**` and links reach none of them twice.
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
    const files = paths.filter((path) => targetOf(this.file(path))?.isDirectory() === false);
    return files.filter((path) => !this.isLink(path) || !this.isStray(path));
  }

  private async matchesIn(folders: readonly string[], below: readonly string[], seen: Set<string>): Promise<string[]> {
    const found: string[][] = [];
    for (const folder of folders) found.push(await this.matches(folder, below, seen));
    return found.flat();
  }

  /** The names in a folder that match a segment; links come last. */
  private async matchingNames(folder: string, segment: string): Promise<string[]> {
    if (!isGlob(segment)) return [segment];
    // `docs [v1]` may be a folder of that name, and then means it; `*` and `?` always make a pattern.
    if (!/[*?]/.test(segment) && this.isLink(join(folder, segment)) !== undefined) return [segment];
    const { segmentMatcher } = await import('./glob');
    const entries = entriesIn(this.file(folder));
    const matches = segmentMatcher(segment);
    const matching = entries.filter(({ name }) => matches(name));
    const isLink = (entry: Dirent): boolean => entry.isSymbolicLink();
    return [...matching.filter((one) => !isLink(one)), ...matching.filter(isLink)].map(({ name }) => name);
  }

  /** Whether the path itself is a link; `undefined` where nothing exists. */
  private isLink(path: string): boolean | undefined {
    try {
      return lstatSync(this.file(path)).isSymbolicLink();
    } catch {
      return undefined;
    }
  }

  private async assessmentsBelow(top: string): Promise<string[]> {
    const folders = await this.folders(top);
    return folders.flatMap(({ path, files }) => files.filter(isAssessmentName).map((name) => shown(join(path, name))));
  }

  /**
   * A folder and all those below it, except dot folders and `node_modules`. Each is visited once, so that circular
   * links end, and nothing outside the top folder's repository is entered. Links are followed last, so that a file
   * reachable without a link is shown by that path.
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
        if (seen.size % foldersAtOnce === 0) await new Promise(setImmediate);
        folders.push({ ...place, files: this.sort(place, root, pending, links) });
      }
    }
    return folders;
  }

  /** Classifies the entries of a folder: returns the files, and adds folders and links to folders to the two lists. */
  private sort(folder: Place, root: string, pending: Place[], links: Entrance[]): string[] {
    const entries = entriesIn(folder.real, (error) => this.failures.push(unreadable(shown(folder.path), error)));
    const files: string[] = [];
    for (const entry of entries) {
      const path = join(folder.path, entry.name);
      const isLink = entry.isSymbolicLink();
      const isFolder = isLink ? targetOf(this.file(path))?.isDirectory() : entry.isDirectory();
      if (!isFolder) {
        if (!isLink || !isAssessmentName(entry.name) || !this.isStray(path, root)) files.push(entry.name);
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
   * Whether a link leads out of a folder, or to a file not named like an assessment; that is recorded as a failure. A
   * repository might contain a link to a private key, whose lines would be printed as errors, or to a device that never
   * ends.
   */
  private isStray(link: string, root?: string): boolean {
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

/** What is in a folder; nothing where it cannot be read, of which `failed` is told. */
function entriesIn(folder: string, failed: (error: unknown) => void = () => undefined): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failed(error);
    return [];
  }
}

/** Whether a folder of this name is searched when it is found below a named one. */
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
