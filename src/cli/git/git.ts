/** Locates files in their repository, and resolves revisions to commits. */
import { realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Failure } from '../../node/failure';
import { git, GitFailure, type Place } from './git-process';
import { storedName } from '../../node/real-path';
import type { Io } from '../terminal';
import { repositoryRoot, type Roots } from '../../node/workspace-root';

/** A repository; `folder` is the one that contains `.git`. */
export interface Repository extends Place {
  /** The top of its work tree, absolute, in git's spelling. */
  readonly top: string;
  /**
   * The path of `folder` from the top, with a trailing slash; empty unless the configuration puts the work tree
   * elsewhere.
   */
  readonly offset: string;
}

/** Repositories by the folder that contains `.git`. */
export type Known = Map<string, Promise<Repository>>;

/** A folder in a repository. */
export interface TrackedFolder extends Repository {
  /** The folder's path from the top, with forward slashes; empty, or with a trailing slash. */
  readonly prefix: string;
}

/** A file in its repository. */
export interface TrackedPlace extends Repository {
  /** From the top, with forward slashes. */
  readonly path: string;
}

/**
 * The location of a folder in its repository; `shown` is the path for error messages, `known` and `roots` are caches.
 * Throws `Failure`.
 */
export async function trackedFolder(
  given: string,
  io: Pick<Io, 'env'>,
  shown: string,
  { signal, known = new Map(), roots }: { signal?: AbortSignal; known?: Known; roots?: Roots } = {},
): Promise<TrackedFolder> {
  const real = realFolder(given, shown);
  // Git is asked in the folder with `.git`: in a subfolder, it would prefer files laid out like a repository, which a
  // commit can contain.
  const folder = repositoryRoot(real, roots);
  if (folder === undefined) throw new Failure('cli.git-no-repository', { path: shown });
  if (!known.has(folder)) known.set(folder, repositoryAt({ folder, io, signal }, shown));
  const repository = (await known.get(folder)) as Repository;
  const below = real === folder ? '' : `${relative(folder, real).split(sep).join('/')}/`;
  return { ...repository, prefix: repository.offset + below };
}

/** The location of a file in its repository. The file need not exist, but its folder must. Throws `Failure`. */
export async function trackedPlace(
  file: string,
  io: Pick<Io, 'cwd' | 'env'>,
  signal?: AbortSignal,
): Promise<TrackedPlace> {
  const path = resolve(io.cwd, file);
  const folder = await trackedFolder(dirname(path), io, file, { signal });
  return { ...folder, path: folder.prefix + storedName(path) };
}

function realFolder(folder: string, file: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    throw new Failure('cli.not-found', { path: file });
  }
}

async function repositoryAt(place: Place, file: string): Promise<Repository> {
  try {
    const [top = '', ...offset] = (await git(place, ['rev-parse', '--show-toplevel', '--show-prefix']))
      .toString('utf8')
      .split('\n');
    // Git's last field may be a name with a line break.
    return { ...place, top, offset: offset.join('\n').replace(/\n$/, '') };
  } catch (error) {
    if (!(error instanceof GitFailure) || !/not a git repository/.test(String(error.parameters.detail))) throw error;
    throw new Failure('cli.git-no-repository', { path: file });
  }
}

/**
 * The hash of the commit that a revision means: a branch, a tag, `HEAD~2`, a hash. Throws `Failure` for anything else.
 */
export async function commitOf(place: Place, revision: string): Promise<string> {
  const id = await commitIn(place, revision);
  if (id === undefined) throw new Failure('cli.git-no-revision', { revision });
  return id;
}

async function commitIn(place: Place, revision: string): Promise<string | undefined> {
  // No revision starts with a dash. Git is told where options end, too, should that change.
  if (revision === '' || revision.startsWith('-') || /[\0\n]/.test(revision)) return undefined;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const id = await orNothing(git(place, args));
  // Expressions that are not a single commit, such as `^HEAD`, are rejected.
  return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

/**
 * The merge base of the current branch and a revision, which is the revision itself when it is part of the branch.
 * `undefined` when the revision is the current branch before its first commit. Throws `Failure`.
 */
export async function commonAncestor(place: Place, revision: string): Promise<string | undefined> {
  const commit = await commitIn(place, revision);
  if (commit === undefined && (await isUnborn(place, revision))) return undefined;
  if (commit === undefined) throw new Failure('cli.git-no-revision', { revision });
  const base = await orNothing(git(place, ['merge-base', commit, 'HEAD']));
  if (base === undefined) throw new Failure('cli.git-no-common', { revision });
  return base;
}

/** Whether a revision is the current branch before its first commit. */
async function isUnborn(place: Place, revision: string): Promise<boolean> {
  const branch = await orNothing(git(place, ['symbolic-ref', '--quiet', 'HEAD']));
  const names = ['HEAD', '@', branch, branch?.replace(/^refs\/heads\//, '')];
  if (branch === undefined || !names.includes(revision)) return false;
  return (await orNothing(git(place, ['rev-parse', '--verify', '--quiet', 'HEAD']))) === undefined;
}

/** A one-line answer, or `undefined` where git exits with the status for "none". */
async function orNothing(answer: Promise<Buffer>): Promise<string | undefined> {
  try {
    return (await answer).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitFailure && (error.status === 1 || error.status === 128)) return undefined;
    throw error;
  }
}
