/**
 * `git` as a child process without a shell. It starts no other program, reaches no network and writes nothing, whatever
 * the repository's configuration, attributes and objects ask for: SECURITY.md says for each of git's ways why.
 */
import { execFile, spawn, type ChildProcessWithoutNullStreams, type ExecFileException } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { Failure } from '../../node/failure';
import type { Environment, Io } from '../terminal';

/** How long one question may take, in milliseconds, and how long an answer may be, in bytes. */
const timeout = 60_000;
const longest = 64 * 1024 * 1024;

/** Settings of ours, which outrank those of every file git reads, the repository's above all. */
const settings = [
  // Programs.

  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  // A folder of plain files that looks like a repository: anyone can commit one, with a configuration of its own.
  'safe.bareRepository=explicit',
  // A file of the configuration's choice, such as a pipe that never ends.
  'diff.orderFile=/dev/null',
  // What is printed: a program reads it.

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

/** Objects that are missing are not fetched: the first for git 2.45 and later, the second lets none connect at all. */
const noNetwork = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/**
 * The variables of git's that are handed on: the user's word on which configuration holds, and how far repositories are
 * looked for. Others lead to another repository, change what is printed, write traces into files, or name programs.
 */
const kept = /^GIT_(CONFIG_\w+|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/i;

function environment(env: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || kept.test(name));
  return { ...Object.fromEntries(own), ...noNetwork, LC_ALL: 'C' };
}

/** Where git is asked: a folder, absolute, and the surroundings of the command line. */
export interface Place {
  readonly folder: string;
  readonly io: Pick<Io, 'env'>;
  readonly signal?: AbortSignal;
}

/** Git at work, to be written to and read from. Throws `Failure` when git is missing. */
export function startGit(place: Place, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { program, all, how } = callOf(place, args);
  return spawn(program, all, how);
}

/** What git prints. Throws `Failure` for git's own refusals, with `status` where it ended. */
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
  return refusalOf(stderr, typeof error.code === 'number' ? error.code : undefined, error.message);
}

/** How git says, by its version, that an object is missing and was not fetched. */
const lacksObjects =
  /lazy fetching disabled|from promisor remote|transport '\w*' not allowed|unable to read tree|bad tree|not a tree/;

/** What git said on standard error as a failure; `otherwise` where it said nothing. */
export function refusalOf(stderr: string, status?: number, otherwise = ''): Failure {
  if (lacksObjects.test(stderr)) return new Failure('cli.git-incomplete');
  const said = stderr.split('\n').find((line) => line.trim() !== '');
  return new GitFailure(status, said?.replace(/^(fatal|error): /, '') ?? otherwise);
}

/**
 * Found by ourselves in the folders of `PATH`, absolute ones alone: on Windows a program of that name in the current
 * folder would be run before git. Nor where npm looks first (`node_modules/.bin`): a repository can bring that along.
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
