/**
 * `git` as a child process without a shell. Nothing a repository may bring along runs: no hooks, pagers, external diffs,
 * text conversions or file system monitors. Revisions are resolved to ids before they are used for anything else.
 */
import { execFile, type ExecFileException } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { Failure } from './failure';
import type { Environment, Io } from './terminal';

/** How long one question may take, in milliseconds, and how long an answer may be, in bytes. */
const timeout = 60_000;
const longest = 64 * 1024 * 1024;

const options = [
  ...['--no-pager', '--no-optional-locks', '--literal-pathspecs'],
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.quotePath=false', 'log.showSignature=false'].flatMap((setting) => ['-c', setting]),
];

/** Where git is asked: a folder, absolute, and the surroundings of the command line. */
export interface Place {
  readonly folder: string;
  readonly io: Pick<Io, 'env'>;
  readonly signal?: AbortSignal;
}

/** A file as git knows it: the folder it stands in, which is where to ask, and its path from the top of the work tree. */
export interface TrackedPlace extends Place {
  readonly top: string;
  /** With forward slashes. */
  readonly path: string;
}

/** The program and its first arguments and options, for `execFile` or `spawn`. Throws `Failure` when git is missing. */
export function gitCall({ folder, io, signal }: Place, args: readonly string[]) {
  return { program: programIn(io.env), args: [...options, ...args], options: { cwd: folder, env: environment(io.env), windowsHide: true, signal } };
}

/** What git prints. Throws `Failure` for git's own refusals, with `status` where it ended. */
export async function git(place: Place, args: readonly string[]): Promise<Buffer> {
  const call = gitCall(place, args);
  return new Promise((done, fail) => {
    execFile(call.program, call.args, { ...call.options, encoding: 'buffer', timeout, maxBuffer: longest }, (error, stdout, stderr) => {
      if (error) fail(place.signal?.aborted ? place.signal.reason : failureOf(error, stderr.toString('utf8')));
      else done(stdout);
    });
  });
}

/** Git said no. */
export class GitFailure extends Failure {
  /** The exit status, where there was one. */
  constructor(
    readonly status: number | undefined,
    detail: string,
  ) {
    super('cli.git-failed', { detail });
  }
}

function failureOf(error: ExecFileException, stderr: string): Failure {
  if (error.killed) return new Failure('cli.git-slow', { seconds: timeout / 1000 });
  const said = stderr.split('\n').find((line) => line.trim() !== '');
  return new GitFailure(typeof error.code === 'number' ? error.code : undefined, said?.replace(/^(fatal|error): /, '') ?? error.message);
}

/**
 * Found by ourselves in the folders of `PATH`, absolute ones alone: on Windows a program of that name in the current
 * folder would be run before git.
 */
function programIn(env: Environment): string {
  const path = env.PATH ?? env.Path ?? '';
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    for (const name of names) if (isProgram(join(folder, name))) return join(folder, name);
  }
  throw new Failure('cli.git-missing');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Variables of git's own that say which configuration holds; others would lead to another repository or change what is printed. */
const kept = /^GIT_(CONFIG|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH|SSH|ASKPASS)/;

function environment(env: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || kept.test(name));
  return { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}

/** A folder in a repository. */
export interface TrackedFolder extends Place {
  readonly top: string;
  /** The folder's path from the top, empty or ended by a slash. */
  readonly prefix: string;
}

/** Where a folder is in its repository; `shown` is what a refusal speaks of. Throws `Failure`. */
export async function trackedFolder(given: string, io: Pick<Io, 'env'>, shown: string, signal?: AbortSignal): Promise<TrackedFolder> {
  const place = { folder: realFolder(given, shown), io, signal };
  const lines = (await repositoryOf(place, shown)).split('\n');
  // The prefix stands last: a folder may have a line break in its name.
  return { ...place, top: lines[0] ?? '', prefix: lines.slice(1).join('\n').replace(/\n$/, '') };
}

/** Where a file is in its repository; the file itself need not exist, its folder must. Throws `Failure`. */
export async function trackedPlace(file: string, io: Pick<Io, 'cwd' | 'env'>, signal?: AbortSignal): Promise<TrackedPlace> {
  const path = resolve(io.cwd, file);
  const folder = await trackedFolder(dirname(path), io, file, signal);
  return { ...folder, path: folder.prefix + basename(path) };
}

function realFolder(folder: string, file: string): string {
  try {
    return realpathSync(folder);
  } catch {
    throw new Failure('cli.not-found', { path: file });
  }
}

async function repositoryOf(place: Place, file: string): Promise<string> {
  try {
    return (await git(place, ['rev-parse', '--show-toplevel', '--show-prefix'])).toString('utf8');
  } catch (error) {
    if (!(error instanceof GitFailure) || !/not a git repository/.test(String(error.parameters.detail))) throw error;
    throw new Failure('cli.git-no-repository', { path: file });
  }
}

/** The id of the commit a revision means: a branch, a tag, `HEAD~2`, an id. Throws `Failure` for anything else. */
export async function commitOf(place: Place, revision: string): Promise<string> {
  // No revision starts with a dash; git is told so, too, in case it grows one.
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const found = revision === '' || revision.startsWith('-') || /[\0\n]/.test(revision) ? undefined : await orNothing(git(place, args));
  const id = found?.toString('utf8').trim() ?? '';
  // What is not the id of one commit, such as `^HEAD` for all but that, is no revision.
  if (!/^[0-9a-f]{40,64}$/.test(id)) throw new Failure('cli.git-no-revision', { revision });
  return id;
}

/** Where the current branch left a revision: their best common ancestor, which is the revision itself when it is part of the branch. */
export async function commonAncestor(place: Place, revision: string): Promise<string> {
  const commit = await commitOf(place, revision);
  const base = await orNothing(git(place, ['merge-base', commit, 'HEAD']));
  if (!base) throw new Failure('cli.git-no-common', { revision });
  return base.toString('utf8').trim();
}

/** An answer, or nothing where git ends with the status that means "there is none". */
async function orNothing(answer: Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitFailure && (error.status === 1 || error.status === 128)) return undefined;
    throw error;
  }
}
