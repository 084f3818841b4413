/** Where files are in their repository, and which commit a revision means. */
import { realpathSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { Failure } from '../../node/failure';
import { git, GitFailure, type Place } from './git-process';
import type { Io } from '../terminal';
import { repositoryRoot, type Roots } from '../../node/workspace-root';

/** A repository: `folder` is the one that holds `.git`. */
export interface Repository extends Place {
  /** The top of its work tree, absolute, as git writes it. */
  readonly top: string;
  /** The path of `folder` from the top, ended by a slash; empty unless a configuration puts the work tree elsewhere. */
  readonly offset: string;
}

/** Repositories by the folder that holds `.git`. */
export type Known = Map<string, Promise<Repository>>;

/** A folder in a repository. */
export interface TrackedFolder extends Repository {
  /** The folder's path from the top, with forward slashes, empty or ended by one. */
  readonly prefix: string;
}

/** A file as git knows it. */
export interface TrackedPlace extends Repository {
  /** From the top, with forward slashes. */
  readonly path: string;
}

/**
 * Where a folder is in its repository; `shown` is what a refusal speaks of, `known` and `roots` keep what was found.
 * Throws `Failure`.
 */
export async function trackedFolder(
  given: string,
  io: Pick<Io, 'env'>,
  shown: string,
  { signal, known = new Map(), roots }: { signal?: AbortSignal; known?: Known; roots?: Roots } = {},
): Promise<TrackedFolder> {
  const real = realFolder(given, shown);
  // In a folder below this one, git would prefer what looks like a repository there, which a commit can bring along.
  const folder = repositoryRoot(real, roots);
  if (folder === undefined) throw new Failure('cli.git-no-repository', { path: shown });
  if (!known.has(folder)) known.set(folder, repositoryAt({ folder, io, signal }, shown));
  const repository = (await known.get(folder)) as Repository;
  const below = real === folder ? '' : `${relative(folder, real).split(sep).join('/')}/`;
  return { ...repository, prefix: repository.offset + below };
}

/** Where a file is in its repository; the file itself need not exist, its folder must. Throws `Failure`. */
export async function trackedPlace(
  file: string,
  io: Pick<Io, 'cwd' | 'env'>,
  signal?: AbortSignal,
): Promise<TrackedPlace> {
  const path = resolve(io.cwd, file);
  const folder = await trackedFolder(dirname(path), io, file, { signal });
  return { ...folder, path: folder.prefix + basename(path) };
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
    // What git prints last may have a line break in its name.
    return { ...place, top, offset: offset.join('\n').replace(/\n$/, '') };
  } catch (error) {
    if (!(error instanceof GitFailure) || !/not a git repository/.test(String(error.parameters.detail))) throw error;
    throw new Failure('cli.git-no-repository', { path: file });
  }
}

/** The id of the commit a revision means: a branch, a tag, `HEAD~2`, an id. Throws `Failure` for anything else. */
export async function commitOf(place: Place, revision: string): Promise<string> {
  const id = await commitIn(place, revision);
  if (id === undefined) throw new Failure('cli.git-no-revision', { revision });
  return id;
}

async function commitIn(place: Place, revision: string): Promise<string | undefined> {
  // No revision starts with a dash; git is told so, too, in case it grows one.
  if (revision === '' || revision.startsWith('-') || /[\0\n]/.test(revision)) return undefined;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const id = await orNothing(git(place, args));
  // What is not the id of one commit, such as `^HEAD` for all but that, is no revision.
  return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

/**
 * Where the current branch left a revision: their best common ancestor, which is the revision itself when it is part of
 * the branch. `undefined` when the revision is the current branch, and nothing has been committed to that yet. Throws
 * `Failure`.
 */
export async function commonAncestor(place: Place, revision: string): Promise<string | undefined> {
  const commit = await commitIn(place, revision);
  if (commit === undefined && (await isUnborn(place, revision))) return undefined;
  if (commit === undefined) throw new Failure('cli.git-no-revision', { revision });
  const base = await orNothing(git(place, ['merge-base', commit, 'HEAD']));
  if (base === undefined) throw new Failure('cli.git-no-common', { revision });
  return base;
}

/** Whether a revision means the current branch, which has no commit yet. */
async function isUnborn(place: Place, revision: string): Promise<boolean> {
  const branch = await orNothing(git(place, ['symbolic-ref', '--quiet', 'HEAD']));
  const names = ['HEAD', '@', branch, branch?.replace(/^refs\/heads\//, '')];
  if (branch === undefined || !names.includes(revision)) return false;
  return (await orNothing(git(place, ['rev-parse', '--verify', '--quiet', 'HEAD']))) === undefined;
}

/** An answer of one line, or nothing where git ends with the status that means "there is none". */
async function orNothing(answer: Promise<Buffer>): Promise<string | undefined> {
  try {
    return (await answer).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitFailure && (error.status === 1 || error.status === 128)) return undefined;
    throw error;
  }
}
