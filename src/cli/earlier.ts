/** Earlier versions of assessments, out of the repository they stand in. */
import { commitOf, commonAncestor, trackedPlace, type TrackedPlace } from './git';
import { committedVersions, textsIn } from './git-files';
import { Failure } from './failure';
import { standardInput } from './files';
import type { Io } from './terminal';

/** A file's text as it was committed. */
export interface EarlierText {
  /** `REVISION:path`, as git writes it. */
  readonly name: string;
  readonly text: string;
}

/**
 * The files as they were where the current branch left a revision, by the paths given: what others did on `main` since is
 * not held against this branch. Files that did not exist then are missing, as is standard input. Throws `Failure`.
 */
export async function textsAgainst(paths: readonly string[], revision: string, io: Io): Promise<Map<string, EarlierText>> {
  const repositories = new Map<string, { given: string; place: TrackedPlace }[]>();
  for (const given of paths) {
    if (given === standardInput) continue;
    const place = await trackedPlace(given, io);
    repositories.set(place.top, [...(repositories.get(place.top) ?? []), { given, place }]);
  }
  const texts = new Map<string, EarlierText>();
  for (const files of repositories.values()) {
    const [first] = files;
    if (!first) continue;
    const found = await textsIn(first.place, await commonAncestor(first.place, revision), files.map(({ place }) => place.path));
    for (const { given, place } of files) {
      const one = found.get(place.path);
      if (one) texts.set(given, { name: `${revision}:${one.path}`, text: one.text });
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
  return { name: `${revision}:${found.path}`, text: found.text };
}

/** The latest committed version that says something else than the file does now; `undefined` when there is none. */
export async function previousText(path: string, text: string, io: Io): Promise<EarlierText | undefined> {
  for await (const version of committedVersions(await trackedPlace(path, io))) {
    if (withPlainEnds(version.text) !== withPlainEnds(text)) return { name: `${version.commit.slice(0, 12)}:${version.path}`, text: version.text };
  }
  return undefined;
}

/** Line ends may differ between the work tree and the repository. */
function withPlainEnds(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
