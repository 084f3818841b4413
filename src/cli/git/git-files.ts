/** Files in a commit, and in every commit that touched them. */
import { assessmentEndings } from '../../assessment/file-name';
import type { CommittedVersion } from '../../scoring/committed-version';
import { text } from 'node:stream/consumers';
import { Failure } from '../../node/failure';
import type { Repository, TrackedPlace } from './git';
import { git, GitFailure, refusalOf, startGit, type Place } from './git-process';

/** Longest file that is read, in bytes: more than the limit for an assessment. */
const longest = 4_000_000;
/** Number of paths in one request. */
const atOnce = 200;
/** Prevents external diff and text conversion programs. */
const noPrograms = ['--no-ext-diff', '--no-textconv'];

/**
 * The texts of files in a commit, by the paths requested. Renamed files are found by content, as git finds renames;
 * files that did not exist, or were not text, are missing. `changes` supplies renames of assessments.
 */
export async function textsIn(
  place: Place,
  commit: string,
  paths: readonly string[],
  changes = () => assessmentChanges(place, commit),
): Promise<Map<string, { path: string; text: string }>> {
  const blobs = await blobsIn(place, commit, paths);
  const fresh = paths.filter((path) => !blobs.has(path));
  const former = await formerPaths(place, commit, fresh, changes);
  const old = await blobsIn(
    place,
    commit,
    fresh.flatMap((path) => former.get(path) ?? []),
  );
  const texts = await contentsOf(place, new Map([...blobs, ...old]));
  return new Map(
    paths.flatMap((path) => {
      const then = (blobs.has(path) ? path : former.get(path)) ?? '';
      const text = texts.get(then);
      return typeof text === 'string' ? [[path, { path: then, text }] as const] : [];
    }),
  );
}

/** The contents of files in a commit, by path from the top; `null` for what is not text, or too long. */
export async function contentsIn(
  place: Place,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string | null>> {
  return contentsOf(place, await blobsIn(place, commit, paths));
}

async function contentsOf(place: Place, blobs: ReadonlyMap<string, string>): Promise<Map<string, string | null>> {
  const paths = [...blobs.keys()];
  const texts = new Map<string, string | null>();
  for await (const text of readBlobs(place, [...blobs.values()])) {
    if (text === undefined) throw new Failure('cli.git-incomplete');
    texts.set(paths[texts.size] ?? '', text);
  }
  return texts;
}

/** The commit of a submodule, by its path from the top, as recorded in a commit; without a commit, in the index. */
export async function submoduleIn(place: Repository, path: string, commit?: string): Promise<string | undefined> {
  const inIndex = ['ls-files', '-z', '--stage', '--', path.slice(place.offset.length)];
  const inCommit = ['ls-tree', '-z', '--full-tree', commit ?? '', '--', path];
  const listed = await git(place, commit === undefined ? inIndex : inCommit);
  return /^160000 (?:commit )?([0-9a-f]+)[ \t]/.exec(listed.toString('utf8'))?.[1];
}

/** The blob ids of files in a commit, by path from the top. */
async function blobsIn(place: Place, commit: string, paths: readonly string[]): Promise<Map<string, string>> {
  const blobs = new Map<string, string>();
  for (let start = 0; start < paths.length; start += atOnce) {
    const listed = await git(place, [
      'ls-tree',
      '-z',
      '--full-tree',
      commit,
      '--',
      ...paths.slice(start, start + atOnce),
    ]);
    for (const line of listed.toString('utf8').split('\0')) {
      const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
      if (id && path !== undefined) blobs.set(path, id);
    }
  }
  return blobs;
}

/** Changes of files between a commit and the index, by path from the top. */
export interface Changes {
  /** The former names of files in the index. */
  readonly former: ReadonlyMap<string, string>;
  /** Files that the index no longer has. */
  readonly deleted: readonly string[];
}

/** Git's pathspecs for assessments anywhere in the tree. */
const assessmentNames = assessmentEndings.map((ending) => `:(top,icase)*${ending}`);

/** The changes of assessments since a commit, without a limit on their number. */
export async function assessmentChanges(place: Place, commit: string): Promise<Changes> {
  return changesSince(place, commit, ['-l0'], assessmentNames);
}

/**
 * The names that new files had in a commit: searched among assessments first, then among all files, up to git's rename
 * limit.
 */
async function formerPaths(
  place: Place,
  commit: string,
  fresh: readonly string[],
  changes: () => Promise<Changes>,
): Promise<ReadonlyMap<string, string>> {
  const { former } = fresh.length ? await changes() : { former: new Map<string, string>() };
  if (fresh.every((path) => former.has(path))) return former;
  return new Map([...(await changesSince(place, commit)).former, ...former]);
}

/** Parses `diff-index --name-status -z`: a letter, with a number for renames, and then one or two paths. */
async function changesSince(place: Place, commit: string, limit = [] as string[], among = [] as string[]) {
  const how = ['--cached', '-z', '-M', '--name-status', '--diff-filter=RD', '--ignore-submodules', ...noPrograms];
  const args = ['--no-literal-pathspecs', 'diff-index', ...how, ...limit, commit, '--', ...among];
  const fields = (await git(place, args)).toString('utf8').split('\0');
  const former = new Map<string, string>();
  const deleted: string[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const path = fields[at + 1] ?? '';
    if (fields[at]?.startsWith('R')) former.set(fields[++at + 1] ?? '', path);
    else deleted.push(path);
  }
  return { former, deleted };
}

/** Assessments of the index that are missing in the work tree, by path from the top. */
export async function missingAssessments(place: Place): Promise<string[]> {
  const args = ['--no-literal-pathspecs', 'ls-files', '-z', '--deleted', '--full-name', '--', ...assessmentNames];
  return (await git(place, args)).toString('utf8').split('\0').filter(Boolean);
}

interface Commit {
  readonly commit: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly path: string;
  readonly blob: string;
}

export interface HistoryOptions {
  /** Called with the number of versions read, and of all. */
  readonly onProgress?: (read: number, total: number) => void;
}

/**
 * Every committed version of a file, newest first, following renames; including those of merged side branches, and
 * merges that changed the file themselves. Versions that are not text are skipped. Uses two child processes, however
 * many commits there are. Throws `Failure`, or the reason of the place's signal when that is aborted.
 */
export async function* committedVersions(
  place: TrackedPlace,
  { onProgress }: HistoryOptions = {},
): AsyncGenerator<CommittedVersion> {
  const commits = await commitsOf(place);
  let read = 0;
  for await (const text of readBlobs(
    place,
    commits.map(({ blob }) => blob),
  )) {
    const commit = commits[read++];
    onProgress?.(read, commits.length);
    if (text === undefined) throw new Failure('cli.git-incomplete');
    if (!commit || text === null) continue;
    const { blob: _, ...version } = commit;
    yield { ...version, text };
  }
}

async function commitsOf(place: TrackedPlace): Promise<Commit[]> {
  const format = '--format=%x00%H%x00%cI%x00%an%x00%s';
  const output = ['--raw', '--no-abbrev', '-z', '-c', '-M', '--no-color', '--no-notes', ...noPrograms];
  const here = place.path.slice(place.offset.length);
  try {
    // The rename limit is lifted, since a single file is followed.
    const args = ['-c', 'diff.renameLimit=0', 'log', '--follow', ...output, format, 'HEAD', '--', here];
    return parseLog((await git(place, args)).toString('utf8'));
  } catch (error) {
    // Without a commit there is no history.
    if (error instanceof GitFailure && /HEAD/.test(String(error.parameters.detail))) return [];
    throw error;
  }
}

/**
 * Parses `git log --raw -z` into commits: four fields each, then the changed file: a colon for each parent, modes and
 * ids, the status, and its paths as separate fields. Deletions, links and submodules at the path are skipped.
 */
function parseLog(output: string): Commit[] {
  const commits: Commit[] = [];
  const fields = output.split('\0');
  let [commit, date, author, subject] = ['', '', '', ''];
  for (let at = 0; at < fields.length; at++) {
    const field = (fields[at] ?? '').replace(/^\n/, '');
    if (/^[0-9a-f]{40,64}$/.test(field)) {
      [commit, date, author, subject] = [field, ...fields.slice(at + 1, at + 4)] as [string, string, string, string];
      at += 3;
    } else if (field.startsWith(':')) {
      const words = field.split(' ');
      const status = words.at(-1) ?? '';
      const parents = field.lastIndexOf(':') + 1;
      at += /^[RC]/.test(status) && parents === 1 ? 2 : 1;
      const [path = '', blob = ''] = [fields[at], words.at(-2)];
      if (words[parents]?.startsWith('100')) commits.push({ commit, date, author, subject, path, blob });
    }
  }
  return commits;
}

/**
 * The texts of blobs, in the order requested; `null` for one that is too long or not UTF-8, `undefined` for a missing
 * one.
 */
export async function* readBlobs(place: Place, ids: readonly string[]): AsyncGenerator<string | null | undefined> {
  if (ids.length === 0) return;
  const child = startGit(place, ['cat-file', '--batch', '--buffer']);
  const ended = new Promise<unknown>((done) => child.once('error', done).once('exit', done));
  const said = text(child.stderr).catch(String);
  try {
    child.stdin.on('error', () => undefined);
    child.stdin.end(ids.map((id) => `${id}\n`).join(''));
    yield* decoded(child.stdout, ids.length, said);
  } finally {
    // If the consumer stopped early, unread output has to be discarded.
    child.stdout.destroy();
    child.kill();
    await ended;
    place.signal?.throwIfAborted();
  }
}

/**
 * Parses the output of `git cat-file --batch`: `<id> blob <size>`, a line break, the content, a line break. `said` is
 * git's error output, for a premature end.
 */
async function* decoded(
  stream: AsyncIterable<Buffer>,
  count: number,
  said: Promise<string>,
): AsyncGenerator<string | null | undefined> {
  const chunks = stream[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { done, value } = await chunks.next();
    if (done) throw refusalOf(await said, undefined, 'cat-file');
    buffer = buffer.length ? Buffer.concat([buffer, value]) : value;
  };
  for (let read = 0; read < count; read++) {
    while (!buffer.includes(10)) await more();
    const header = buffer.subarray(0, buffer.indexOf(10)).toString('latin1');
    buffer = buffer.subarray(header.length + 1);
    const size = Number(/ blob (\d+)$/.exec(header)?.[1] ?? -1);
    // A reply without content: the object is missing.
    if (size < 0) {
      yield undefined;
      continue;
    }
    let left = size + 1;
    const parts: Buffer[] = [];
    while (left > 0) {
      if (buffer.length === 0) await more();
      const part = buffer.subarray(0, left);
      if (size <= longest) parts.push(part);
      left -= part.length;
      buffer = buffer.subarray(part.length);
    }
    yield size <= longest ? textOf(Buffer.concat(parts).subarray(0, size)) : null;
  }
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
