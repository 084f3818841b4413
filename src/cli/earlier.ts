/** Earlier versions of assessments, out of the repository they stand in. */
import { basename, dirname, resolve } from 'node:path';
import { commitOf, commonAncestor, trackedFolder, trackedPlace, type TrackedFolder } from './git';
import { committedVersions, textsIn } from './git-files';
import { Failure } from './failure';
import { standardInput } from './read-file';
import type { Io } from './terminal';

/** A file's text as it was committed. */
export interface EarlierText {
  /** `REVISION:path`, as git writes it. */
  readonly name: string;
  readonly revision: string;
  readonly text: string;
}

/**
 * The files as they were where the current branch left a revision, by the paths given: what others did on `main` since is
 * not held against this branch. Files that did not exist then are missing, as is standard input. Throws `Failure`.
 */
export async function textsAgainst(paths: readonly string[], revision: string, io: Io): Promise<Map<string, EarlierText>> {
  const folders = new Map<string, TrackedFolder>();
  const repositories = new Map<string, { folder: TrackedFolder; files: { given: string; path: string }[] }>();
  for (const given of paths) {
    if (given === standardInput) continue;
    const file = resolve(io.cwd, given);
    const folder = folders.get(dirname(file)) ?? (await trackedFolder(dirname(file), io, given));
    folders.set(dirname(file), folder);
    const repository = repositories.get(folder.top) ?? { folder, files: [] };
    repository.files.push({ given, path: folder.prefix + basename(file) });
    repositories.set(folder.top, repository);
  }
  const texts = new Map<string, EarlierText>();
  for (const { folder, files } of repositories.values()) {
    const found = await textsIn(folder, await commonAncestor(folder, revision), files.map(({ path }) => path));
    for (const { given, path } of files) {
      const one = found.get(path);
      if (one) texts.set(given, { name: `${revision}:${one.path}`, revision, text: one.text });
    }
  }
  return texts;
}

/**
 * What `REVISION:PATH` means: the file in exactly that commit, by its present name if it had another one then. A path that
 * starts with `./` or `../` is from the current folder, as in git. Throws `Failure`.
 */
export async function textAt(revision: string, path: string, io: Io): Promise<EarlierText> {
  const isFromHere = /^\.\.?\//.test(path);
  const place = await trackedPlace(isFromHere ? path : 'here', io);
  const wanted = isFromHere ? place.path : path;
  const found = (await textsIn(place, await commitOf(place, revision), [wanted])).get(wanted);
  if (!found) throw new Failure('cli.git-no-file', { path: wanted, revision });
  return { name: `${revision}:${found.path}`, revision, text: found.text };
}

/** The latest committed version that says something else than the file does now; `undefined` when there is none. */
export async function previousText(path: string, text: string, io: Io): Promise<EarlierText | undefined> {
  for await (const version of committedVersions(await trackedPlace(path, io))) {
    const revision = version.commit.slice(0, 12);
    if (withPlainEnds(version.text) !== withPlainEnds(text)) return { name: `${revision}:${version.path}`, revision, text: version.text };
  }
  return undefined;
}

/** Line ends may differ between the work tree and the repository. */
function withPlainEnds(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
