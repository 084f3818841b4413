/** Reads the baselines of assessments from their repositories. */
import { dirname, resolve } from 'node:path';
import { Bases } from './bases';
import { Failure } from '../../node/failure';
import { commitOf, trackedPlace, type Repository } from './git';
import { committedVersions, textsIn } from './git-files';
import { standardInput } from '../../node/read-file';
import { storedName } from '../../node/real-path';
import type { BaselineText } from '../../node/assessments';
import type { Io } from '../terminal';

/** A file by the path given, and by its path from the top of its repository. */
interface Named {
  readonly given: string;
  readonly path: string;
}

/**
 * The texts of files in the merge base with a revision, by the paths given. Files that did not exist then are missing,
 * as is standard input. Throws `Failure`.
 */
export async function baselineTexts(
  paths: readonly string[],
  revision: string,
  io: Io,
  bases = new Bases(revision, io),
): Promise<Map<string, BaselineText>> {
  const repositories = new Map<string, { repository: Repository; files: Named[] }>();
  for (const given of paths) {
    if (given === standardInput) continue;
    const file = resolve(io.cwd, given);
    const { prefix, ...repository } = await bases.folder(dirname(file), given);
    const files: Named[] = repositories.get(repository.folder)?.files ?? [];
    repositories.set(repository.folder, { repository, files });
    files.push({ given, path: prefix + storedName(file) });
  }
  const texts = new Map<string, BaselineText>();
  for (const { repository, files } of repositories.values()) {
    const { repository: place, commit, prefix, shown, changes } = await bases.of(repository);
    if (commit === undefined) continue;
    const found = await textsIn(
      place,
      commit,
      files.map(({ path }) => prefix + path),
      changes,
    );
    for (const { given, path } of files) {
      const one = found.get(prefix + path);
      if (one) texts.set(given, { name: `${revision}:${shown}${one.path}`, revision, text: one.text });
    }
  }
  return texts;
}

/**
 * The meaning of `REVISION:PATH`: the file in exactly that commit, by its present name if it had another one then. A
 * path that starts with `./` or `../` is relative to the current folder, as in git. Throws `Failure`.
 */
export async function textAt(revision: string, path: string, io: Pick<Io, 'cwd' | 'env'>): Promise<BaselineText> {
  const isFromHere = /^\.\.?\//.test(path);
  const place = await trackedPlace(isFromHere ? path : 'here', io);
  const wanted = isFromHere ? place.path : path;
  const found = (await textsIn(place, await commitOf(place, revision), [wanted])).get(wanted);
  if (!found) throw new Failure('cli.git-no-file', { path: wanted, revision });
  return { name: `${revision}:${found.path}`, revision, text: found.text };
}

/** The latest committed version that differs from the file; `undefined` when there is none. */
export async function previousText(path: string, text: string, io: Io): Promise<BaselineText | undefined> {
  for await (const version of committedVersions(await trackedPlace(path, io))) {
    const revision = version.commit.slice(0, 12);
    if (withPlainEnds(version.text) !== withPlainEnds(text))
      return { name: `${revision}:${version.path}`, revision, text: version.text };
  }
  return undefined;
}

/** Line endings may differ between work tree and repository. */
function withPlainEnds(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
