/**
 * Runs `git` as a child process without a shell. It starts no other program, uses no network and writes nothing,
 * whatever the repository's configuration, attributes and objects ask for: SECURITY.md gives the reason for each
 * mechanism of git's.
 */
import { execFile, spawn, type ChildProcessWithoutNullStreams, type ExecFileException } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { Failure } from '../../node/failure';
import type { Environment, Io } from '../terminal';

/** Limits of one request: time in milliseconds, and output in bytes. */
const timeout = 60_000;
const longest = 64 * 1024 * 1024;

/** Settings that override those of every file git reads, the repository's in particular. */
const settings = [
  // External programs.

  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  // A folder laid out like a bare repository: anyone can commit one, with its own configuration.
  'safe.bareRepository=explicit',
  // A file named by the configuration, which could be a pipe that never ends.
  'diff.orderFile=/dev/null',
  // Output in the form this program parses.

  'core.quotePath=false',
  'diff.relative=false',
  'log.mailmap=false',
  'log.showRoot=true',
  'i18n.logOutputEncoding=UTF-8',
];

const options = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...settings.flatMap((setting) => ['-c', setting]),
];

/** Prevents fetching missing objects: the first for git 2.45 and later, the second by allowing no protocol at all. */
const noNetwork = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/**
 * Git's variables that are passed on: the user's choice of configuration, and limits of the search for repositories.
 * Others select another repository, change the output, write traces into files, or name programs.
 */
const kept = /^GIT_(CONFIG_\w+|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/i;

function environment(env: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || kept.test(name));
  return { ...Object.fromEntries(own), ...noNetwork, LC_ALL: 'C' };
}

/** Where git runs: an absolute folder, and the environment of the command line. */
export interface Place {
  readonly folder: string;
  readonly io: Pick<Io, 'env'>;
  readonly signal?: AbortSignal;
}

/** A git process for writing and reading. Throws `Failure` when git is missing. */
export function startGit(place: Place, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { program, all, how } = callOf(place, args);
  return spawn(program, all, how);
}

/** The output of git. Throws `GitFailure` for errors of git, with its exit status. */
export async function git(place: Place, args: readonly string[]): Promise<Buffer> {
  const { program, all, how } = callOf(place, args);
  return new Promise((done, fail) => {
    execFile(program, all, { ...how, encoding: 'buffer', timeout, maxBuffer: longest }, (error, stdout, stderr) => {
      if (error) fail(place.signal?.aborted ? place.signal.reason : failureOf(error, stderr.toString('utf8')));
      else done(stdout);
    });
  });
}

function callOf({ folder, io, signal }: Place, args: readonly string[]) {
  const how = { cwd: folder, env: environment(io.env), windowsHide: true, signal };
  return { program: programIn(io.env), all: [...options, ...args], how };
}

/** Git reported an error. */
export class GitFailure extends Failure {
  /** The exit status, if there is one. */
  constructor(
    readonly status: number | undefined,
    detail: string,
  ) {
    super('cli.git-failed', { detail });
  }
}

function failureOf(error: ExecFileException, stderr: string): Failure {
  if (error.killed) return new Failure('cli.git-slow', { seconds: timeout / 1000 });
  return refusalOf(stderr, typeof error.code === 'number' ? error.code : undefined, error.message);
}

/** Messages by which versions of git report a missing object that was not fetched. */
const lacksObjects =
  /lazy fetching disabled|from promisor remote|transport '\w*' not allowed|unable to read tree|bad tree|not a tree/;

/** Git's error output as a failure; `otherwise` where there is none. */
export function refusalOf(stderr: string, status?: number, otherwise = ''): Failure {
  if (lacksObjects.test(stderr)) return new Failure('cli.git-incomplete');
  const said = stderr.split('\n').find((line) => line.trim() !== '');
  return new GitFailure(status, said?.replace(/^(fatal|error): /, '') ?? otherwise);
}

/**
 * The path of git, searched in the absolute folders of `PATH` only: on Windows a program of that name in the current
 * folder would otherwise run first. npm's `node_modules/.bin` is skipped, since a repository can contain it.
 */
function programIn(env: Environment): string {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(isAbsolute);
  const files = folders.map((folder) => join(folder, name));
  const found = files.find((file) => !file.endsWith(join('node_modules', '.bin', name)) && isProgram(file));
  if (found === undefined) throw new Failure('cli.git-missing');
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
