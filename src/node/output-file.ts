/**
 * Where a command may write: not where a link that a repository brings along leads out of it or to git's own files, not
 * over what is read in the same run, and into regular files alone.
 */
import { basename, dirname, join, resolve } from 'node:path';
import { isAssessmentName } from '../assessment/file-name';
import { Failure } from './failure';
import { isStandardInput } from './read-file';
import { identity, isTaken, realPlace, targetOf } from './real-path';
import { isInside, repositoryRoot } from './workspace-root';

/** What is known of a file that is to be written. */
export interface Purpose {
  /** Files that are read in the same run, from the current folder: none of them is replaced. */
  readonly inputs?: readonly string[];
  /** An assessment is written. Nothing else is written where there is one, or may be. */
  readonly isAssessment?: boolean;
}

/**
 * The file that a path from the current folder leads to, absolute and without links. Throws `Failure` where nothing is
 * to be written; a path that says itself that it leads out of a repository is the user's choice.
 */
export function outputFile(path: string, cwd: string, { inputs = [], isAssessment = false }: Purpose = {}): string {
  const named = resolve(cwd, path);
  const file = realPlace(named);
  const leadsOut = rootsAround(named, cwd).some((root) => !isInside(file, realPlace(root)));
  if (leadsOut) throw new Failure('cli.leads-out', { path });
  if (isOfGit(named) || isOfGit(file)) throw new Failure('cli.of-git', { path });
  const kind = targetOf(file);
  if (kind?.isDirectory()) throw new Failure('cli.not-a-file-name', { path });
  if (kind && !kind.isFile()) throw new Failure('cli.not-regular', { path });
  if (inputs.some((input) => leadsTo(input, file, cwd))) throw new Failure('cli.output-is-input', { path });
  if (!isAssessment && [named, file].some(isAssessmentName)) throw new Failure('cli.output-assessment', { path });
  return file;
}

/** Whether a path, of what there is or still is to be, leads to the file: `file` is absolute and without links. */
export function leadsTo(input: string, file: string, cwd: string): boolean {
  const read = isStandardInput(input) ? '/dev/stdin' : resolve(cwd, input);
  const identified = identity(read);
  return identified === undefined ? realPlace(read) === file : identified === identity(file);
}

/** The repositories that a path is in by its text; outside of any the current folder, where it is below that. */
function rootsAround(named: string, cwd: string): string[] {
  const roots: string[] = [];
  for (let at = repositoryRoot(dirname(named)); at !== undefined; at = repositoryRoot(dirname(at))) {
    roots.push(at);
    if (dirname(at) === at) break;
  }
  return roots.length || !isInside(named, cwd) ? roots : [cwd];
}

/**
 * Whether a file is one of git's own: below a folder `.git`, or one that is made like a repository, as bare ones are.
 */
function isOfGit(file: string): boolean {
  for (let at = file; dirname(at) !== at; at = dirname(at)) if (isGitName(basename(at)) || isGitFolder(at)) return true;
  return false;
}

/** `.git` as a system may read it: in any case, with dots, spaces or a stream behind it, with characters that hide. */
function isGitName(name: string): boolean {
  return /^\.git[. ]*(:|$)/i.test(name.replace(/\p{Cf}/gu, ''));
}

/** Whether git would take a folder for a repository, or for what a work tree has of one. */
function isGitFolder(folder: string): boolean {
  const has = (name: string): boolean => isTaken(join(folder, name));
  return has('HEAD') && (has('commondir') || (has('objects') && has('refs')));
}
