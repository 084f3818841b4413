/**
 * Where a command may write: regular files only; not through a link in a repository to outside it or into git's own
 * files, and not over an input of the same run.
 */
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isAssessmentName } from '../assessment/file-name';
import { Failure } from './failure';
import { isStandardInput } from './read-file';
import { identity, isTaken, realPlace, targetOf } from './real-path';
import { isOtherOnWindows } from './windows-names';
import { isInside, repositoryRoot } from './workspace-root';

/** What is known of a file that is to be written. */
export interface Purpose {
  /** Input files of the same run, relative to the current folder: none of them is replaced. */
  readonly inputs?: readonly string[];
  /** The output is an assessment. Nothing else may replace one, or take a name that only an assessment has. */
  readonly isAssessment?: boolean;
}

/**
 * The file that a path relative to the current folder leads to, absolute and without links. Throws `Failure` where it
 * must not be written. A path whose own text leaves the repository is the user's choice.
 */
export function outputFile(path: string, cwd: string, { inputs = [], isAssessment = false }: Purpose = {}): string {
  const named = resolve(cwd, path);
  if (sep === '\\' && isOtherOnWindows(path)) throw new Failure('cli.windows-name', { path });
  const file = realPlace(named);
  const leadsOut = rootsAround(named, cwd).some((root) => !isInside(file, realPlace(root)));
  if (leadsOut) throw new Failure('cli.leads-out', { path });
  if (isOfGit(named) || isOfGit(file)) throw new Failure('cli.of-git', { path });
  const kind = targetOf(file);
  if (kind?.isDirectory()) throw new Failure('cli.not-a-file-name', { path });
  if (kind && !kind.isFile()) throw new Failure('cli.not-regular', { path });
  const own = identity(file);
  if (inputs.some((input) => leadsTo(input, file, cwd, own))) throw new Failure('cli.output-is-input', { path });
  if (!isAssessment && [named, file].some(isAssessmentName)) throw new Failure('cli.output-assessment', { path });
  return file;
}

/** Whether a path, existing or not, leads to the file, absolute and without links; `own` is the file's identity. */
export function leadsTo(input: string, file: string, cwd: string, own = identity(file)): boolean {
  const read = isStandardInput(input) ? '/dev/stdin' : resolve(cwd, input);
  const identified = identity(read);
  return identified === undefined ? realPlace(read) === file : identified === own;
}

/** The repositories a path is in by its text; outside any, the current folder where the path is below it. */
function rootsAround(named: string, cwd: string): string[] {
  const roots: string[] = [];
  for (let at = repositoryRoot(dirname(named)); at !== undefined; at = repositoryRoot(dirname(at))) {
    roots.push(at);
    if (dirname(at) === at) break;
  }
  return roots.length || !isInside(named, cwd) ? roots : [cwd];
}

/** Whether a file belongs to git: below a `.git` folder, or in a folder laid out like a bare repository. */
function isOfGit(file: string): boolean {
  for (let at = file; dirname(at) !== at; at = dirname(at)) if (isGitName(basename(at)) || isGitFolder(at)) return true;
  return false;
}

/**
 * Whether a file system may read a name as `.git`: in any letter case, with trailing dots, spaces or a stream name, or
 * with invisible characters.
 */
function isGitName(name: string): boolean {
  return /^\.git[. ]*(:|$)/i.test(name.replace(/\p{Cf}/gu, ''));
}

/** Whether git would take a folder for a repository or for the `.git` folder of a work tree. */
function isGitFolder(folder: string): boolean {
  const has = (name: string): boolean => isTaken(join(folder, name));
  return has('HEAD') && (has('commondir') || (has('objects') && has('refs')));
}
