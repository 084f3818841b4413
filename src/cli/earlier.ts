/** Earlier versions of assessments, out of the repository they stand in. */
import { Baseline, type EarlierText } from './baseline';
import { Failure } from './failure';
import { commitOf, trackedPlace } from './git';
import { committedVersions, textsIn } from './git-files';
import type { Io } from './terminal';

/** The files as they were where the current branch left a revision, as `Baseline` has them. Throws `Failure`. */
export async function textsAgainst(paths: readonly string[], revision: string, io: Io): Promise<Map<string, EarlierText>> {
  return new Baseline(revision, io).texts(paths);
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
