/** Finds assessments that were deleted since a revision. */
import { lstatSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Deletion } from '../../rules/rule';
import type { Bases } from './bases';
import { Failure } from '../../node/failure';
import { shown } from '../../node/files';
import type { Repository } from './git';
import { contentsIn, missingAssessments } from './git-files';
import { realPlace } from '../../node/real-path';
import { scopeOf } from './scope';

/** An assessment that no longer exists. */
export interface Deleted {
  /** The path to show. */
  readonly path: string;
  /** The text in the merge base; empty where it was not text. */
  readonly text: string;
  readonly deletion: Deletion;
}

/** Deleted assessments that the arguments would match. */
export interface Missed {
  /** Sorted by path. */
  readonly deleted: readonly Deleted[];
  /** The arguments that match any of them. */
  readonly met: ReadonlySet<string>;
}

/**
 * The assessments that arguments match in the baseline and that are not among the files `checked`, under any name.
 * Throws `Failure`.
 */
export async function deletedSince(
  given: readonly string[],
  checked: readonly string[],
  bases: Bases,
): Promise<Missed> {
  const { io, revision: name } = bases;
  const there = new Set(checked.map((path) => realPlace(resolve(io.cwd, path))));
  const gone: Gone[] = [];
  for (const repository of await repositoriesOf(given, bases)) gone.push(...(await goneFrom(repository, there, bases)));
  const found = new Map<string, Deleted>();
  const met = new Set<string>();
  for (const argument of given) {
    const scope = await scopeOf(argument, io.cwd);
    for (const { file, text, target } of gone) {
      const path = scope(file);
      if (path === undefined) continue;
      met.add(argument);
      const movedTo = target === undefined ? undefined : shown(relative(realPlace(io.cwd), target));
      if (!found.has(file)) found.set(file, { path, text, deletion: { name, movedTo } });
    }
  }
  return { deleted: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), met };
}

/** The repositories of the arguments and of the files found. */
async function repositoriesOf(given: readonly string[], bases: Bases): Promise<readonly Repository[]> {
  for (const argument of given) {
    const folder = nearestFolder(resolve(bases.io.cwd, argument));
    await bases.folder(folder, argument).catch((error: unknown) => {
      // A path outside any repository has no earlier version.
      if (!(error instanceof Failure) || error.key !== 'cli.git-no-repository') throw error;
    });
  }
  return bases.repositories();
}

/** A deleted file, by absolute path, and its new path if it was moved. */
interface Gone {
  readonly file: string;
  readonly text: string;
  readonly target?: string;
}

async function goneFrom(repository: Repository, there: ReadonlySet<string>, bases: Bases): Promise<Gone[]> {
  const { repository: place, commit, changes } = await bases.of(repository);
  // Files deleted from a folder that became a submodule are known to the surrounding repository.
  if (commit === undefined || place.folder !== repository.folder) return [];
  const fileOf = (path: string): string => join(place.top, path);
  const { former, deleted } = await changes();
  const paths = new Map<string, string | undefined>();
  for (const path of [...deleted, ...(await missingAssessments(place))]) paths.set(path, undefined);
  for (const [now, then] of former) {
    const target = fileOf(now);
    if (!there.has(target)) paths.set(then, isThere(target) ? target : undefined);
  }
  const lost = [...paths.keys()].filter((path) => !isThere(fileOf(path)));
  const texts = await contentsIn(place, commit, lost);
  return Array.from(texts, ([path, text]) => ({ file: fileOf(path), text: text ?? '', target: paths.get(path) }));
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** The nearest existing folder at or above a path. */
function nearestFolder(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder || dirname(path) === path ? path : nearestFolder(dirname(path));
}
