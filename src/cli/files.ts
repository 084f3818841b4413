/** From the paths, folders and globs of the command line to the files they mean. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, type Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize, parse, resolve, sep } from 'node:path';
import { Failure, unreadable } from './failure';
import { expandBraces, isGlob, segmentMatcher } from './glob';
import type { Io } from './terminal';
import { isInside, workspaceRoot } from './workspace-root';

/** The path that stands for standard input. */
export const standardInput = '-';

export interface Found {
  /** Paths as given or found, with forward slashes, sorted, each file once; `-` for standard input. */
  readonly paths: readonly string[];
  readonly failures: readonly Failure[];
}

/** The files some arguments mean; without any, those below the current folder. */
export async function findFiles(given: readonly string[], cwd: string): Promise<Found> {
  const search = new Search(cwd);
  for (const argument of given.length ? given : ['.']) await search.add(argument);
  const byFile = new Map<string, string>();
  for (const path of search.paths.sort()) {
    const file = path === standardInput ? path : resolve(cwd, path);
    if (!byFile.has(file)) byFile.set(file, path);
  }
  return { paths: [...byFile.values()], failures: search.failures };
}

/** The text of a file, without a byte order mark. Throws `Failure`. */
export async function readText(path: string, io: Io): Promise<string> {
  const bytes = await readBytes(path, io);
  if (!isUtf8(bytes)) throw new Failure('cli.not-text', { path });
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** A file as it is: at once, which for thousands of small files takes a fraction of the time. Throws `Failure`. */
export async function readBytes(path: string, io: Io): Promise<Buffer> {
  if (path === standardInput) return readAll(io.stdin, path);
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Whether there is a file at a path. */
export async function isFile(path: string, { cwd }: Pick<Io, 'cwd'>): Promise<boolean> {
  return (await stat(resolve(cwd, path)).catch(() => undefined))?.isFile() ?? false;
}

async function readAll(stream: AsyncIterable<Uint8Array>, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    throw unreadable(path, error);
  }
  return Buffer.concat(chunks);
}

interface Folder {
  readonly path: string;
  /** Names of what is not a folder. */
  readonly files: readonly string[];
}

/** Collects paths, and what went wrong on the way. All paths in it are as they are to be shown. */
class Search {
  readonly paths: string[] = [];
  readonly failures: Failure[] = [];

  constructor(private readonly cwd: string) {}

  async add(argument: string): Promise<void> {
    if (argument === standardInput) return void this.paths.push(argument);
    const path = shown(argument);
    try {
      const isFolder = (await stat(this.file(path))).isDirectory();
      const found = isFolder ? await this.assessmentsBelow(path) : [path];
      if (found.length === 0) this.failures.push(new Failure('cli.no-assessments', { path }));
      this.paths.push(...found);
    } catch (error) {
      if (isGlob(argument)) await this.addMatches(argument);
      else this.failures.push(unreadable(path, error));
    }
  }

  private async addMatches(pattern: string): Promise<void> {
    const found: string[] = [];
    for (const one of expandBraces(pattern)) {
      const { root } = parse(one);
      const segments = one.slice(root.length).split(sep === '/' ? '/' : /[\\/]/);
      found.push(...(await this.matches(root, segments.filter((segment) => segment !== ''))));
    }
    if (found.length === 0) this.failures.push(new Failure('cli.no-match', { path: pattern }));
    this.paths.push(...found);
  }

  /** Files below a folder whose path from there matches the segments of a pattern. */
  private async matches(folder: string, [segment, ...rest]: readonly string[]): Promise<string[]> {
    if (segment === undefined) return [];
    if (segment === '**') {
      const below = await this.folders(folder);
      return (await Promise.all(below.map(({ path }) => this.matches(path, rest.length ? rest : ['*'])))).flat();
    }
    const names = isGlob(segment) ? await this.matchingNames(folder, segment) : [segment];
    const paths = names.map((name) => shown(join(folder, name)));
    if (rest.length) return (await Promise.all(paths.map((path) => this.matches(path, rest)))).flat();
    const kinds = await Promise.all(paths.map((path) => stat(this.file(path)).catch(() => undefined)));
    const files = paths.filter((_, index) => kinds[index]?.isDirectory() === false);
    const isStray = await Promise.all(files.map(async (path) => (await lstat(this.file(path))).isSymbolicLink() && this.isStray(path)));
    return files.filter((_, index) => !isStray[index]);
  }

  private async matchingNames(folder: string, segment: string): Promise<string[]> {
    return (await readdir(this.file(folder)).catch(() => [])).filter(segmentMatcher(segment));
  }

  private async assessmentsBelow(top: string): Promise<string[]> {
    const folders = await this.folders(top);
    return folders.flatMap(({ path, files }) => files.filter(isAssessmentName).map((name) => shown(join(path, name))));
  }

  /**
   * A folder and all those below it, but for dot folders and `node_modules`. Each is visited once, so links that lead
   * in a circle end, and nothing above the top or outside of its repository is entered; links wait, so that what has a path
   * without one is shown by it.
   */
  private async folders(top: string): Promise<Folder[]> {
    const folders: Folder[] = [];
    const seen = new Set<string>();
    const links: string[] = [top];
    let [topmost, root] = ['', ''];
    for (let link = links.shift(); link !== undefined; link = links.shift()) {
      const pending = [link];
      for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
        const real = await realpath(this.file(path)).catch(() => '');
        root ||= real && workspaceRoot(real, await realpath(this.cwd));
        if (real === '' || seen.has(real) || isAbove(real, topmost) || !isInside(real, root)) continue;
        topmost ||= real;
        seen.add(real);
        folders.push({ path, files: await this.sort(path, root, pending, links) });
      }
    }
    return folders;
  }

  /** Sorts the entries of a folder: gives the files, and adds folders and links to folders to the lists. */
  private async sort(folder: string, root: string, pending: string[], links: string[]): Promise<string[]> {
    const entries = await readdir(this.file(folder), { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      this.failures.push(unreadable(shown(folder), error));
      return [];
    });
    const files: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const isLink = entry.isSymbolicLink();
      const isFolder = isLink ? (await stat(this.file(path)).catch(() => undefined))?.isDirectory() : entry.isDirectory();
      if (!isFolder) {
        if (!isLink || !isAssessmentName(entry.name) || !(await this.isStray(path, root))) files.push(entry.name);
      } else if (!entry.name.startsWith('.') && entry.name !== 'node_modules') (isLink ? links : pending).push(path);
    }
    return files;
  }

  /**
   * Whether a link that was found leads out of a folder or to something that is no assessment by its name, which is a failure:
   * a repository may bring along a link to a key, which would be printed as mistakes, or to a device, which never ends.
   */
  private async isStray(link: string, root?: string): Promise<boolean> {
    const real = await realpath(this.file(link)).catch(() => this.file(link));
    const isAssessment = isAssessmentName(real) || basename(real) === basename(link);
    if (isAssessment && (root === undefined || isInside(real, root))) return false;
    this.failures.push(new Failure('cli.stray-link', { path: shown(link) }));
    return true;
  }

  private file(path: string): string {
    return resolve(this.cwd, path);
  }
}

function isAssessmentName(name: string): boolean {
  return /.\.psirt\.ya?ml$/.test(name);
}

function isAbove(folder: string, below: string): boolean {
  return below.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path as it is shown: without `./`, with forward slashes. */
function shown(path: string): string {
  return normalize(path).split(sep).join('/');
}
