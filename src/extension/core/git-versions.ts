/**
 * Reads versions of a file from a repository of VS Code's Git extension. Results are validated: committers choose
 * names, dates and messages, and another extension may take the Git extension's place.
 */
import type * as vscode from 'vscode';
import type { CommittedVersion } from '../../scoring/committed-version';
import { Stopped, untilStopped, type StopToken } from './until-stopped';

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly authorName?: string;
  readonly commitDate?: Date;
  readonly authorDate?: Date;
}

interface Ref {
  /** 0 for a branch, 1 for a remote branch, 2 for a tag. */
  readonly type: 0 | 1 | 2;
  readonly name?: string;
  readonly commit?: string;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri?: vscode.Uri;
}

/** The used part of a repository in version 1 of the extension's API. */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: {
      readonly name?: string;
      readonly commit?: string;
      readonly upstream?: { readonly remote: string; readonly name: string };
    };
  };
  log(options: { readonly path?: string; readonly maxEntries?: number; readonly range?: string }): Promise<Commit[]>;
  buffer(ref: string, path: string): Promise<Uint8Array>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  getRefs?(query: { readonly count?: number; readonly sort?: 'committerdate' }): Promise<Ref[]>;
  diffBetween(one: string, other: string): Promise<Change[]>;
}

/** Whether a text is a full commit hash, SHA-1 or SHA-256: nothing else is passed back to git. */
export function isCommitId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text);
}

/** The time of a commit; `undefined` where it is invalid, since committers can set any number. */
export function dayOf({ commitDate, authorDate }: Pick<Commit, 'commitDate' | 'authorDate'>): Date | undefined {
  return [commitDate, authorDate].find((date) => date && !Number.isNaN(date.getTime()));
}

/** A file's path relative to its repository's root; `undefined` for a file outside it. */
export function pathBelow(root: vscode.Uri, { scheme, path }: vscode.Uri): string | undefined {
  const start = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const isBelow = scheme === root.scheme && path.startsWith(start) && !path.split('/').includes('..');
  return isBelow ? path.slice(start.length) : undefined;
}

/** Branches and tags that point to a commit, newest first, up to a limit. */
export async function refsOf(repository: Repository, maximum: number): Promise<readonly (Ref & { commit: string })[]> {
  const refs = (await repository.getRefs?.({ count: maximum, sort: 'committerdate' })) ?? [];
  return refs.slice(0, maximum).filter((ref): ref is Ref & { commit: string } => isCommitId(ref.commit));
}

/** Limit of branches and tags searched for a name. */
const mostRefs = 500;

/** The commit that `HEAD`, a branch, a tag or a hash means; `undefined` for anything else. */
export async function commitNamed(repository: Repository, name: string): Promise<string | undefined> {
  if (isCommitId(name)) return name;
  const { HEAD } = repository.state;
  if (name === 'HEAD') return isCommitId(HEAD?.commit) ? HEAD.commit : undefined;
  return (await refsOf(repository, mostRefs)).find((ref) => ref.name === name)?.commit;
}

/** A file's text in a commit, under its name at that time; `undefined` when it did not exist or is not text. */
export async function textIn(repository: Repository, commit: string, uri: vscode.Uri): Promise<string | undefined> {
  const now = await read(repository, commit, uri);
  if ('text' in now) return now.text;
  const former = await formerUri(repository, commit, 'HEAD', uri);
  const then = former && (await read(repository, commit, former));
  return then && 'text' in then ? then.text : undefined;
}

/** The text, or else whether the file exists. */
type Reading = { readonly text: string } | { readonly isThere: boolean };

async function read(repository: Repository, commit: string, uri: vscode.Uri, token?: StopToken): Promise<Reading> {
  try {
    const bytes = await untilStopped(repository.buffer(commit, uri.fsPath), token);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return { isThere: (error as { gitErrorCode?: unknown } | undefined)?.gitErrorCode !== 'UnknownPath' };
  }
}

/** The name of a file in a commit, when it has been renamed since. */
async function formerUri(
  repository: Repository,
  from: string,
  to: string,
  uri: vscode.Uri,
  token?: StopToken,
): Promise<vscode.Uri | undefined> {
  try {
    const changes = await untilStopped(repository.diffBetween(from, to), token);
    const renamed = changes.find(
      ({ originalUri, renameUri }) => renameUri?.fsPath === uri.fsPath && originalUri.fsPath !== uri.fsPath,
    );
    return renamed && pathBelow(repository.rootUri, renamed.originalUri) ? renamed.originalUri : undefined;
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return undefined;
  }
}

/**
 * The commits that touched a file, newest first, with its address in each, following renames. Rejects with `Stopped`.
 */
export async function commitsOf(
  repository: Repository,
  uri: vscode.Uri,
  maximum: number,
  token?: StopToken,
): Promise<{ commit: Commit; uri: vscode.Uri }[]> {
  const found: { commit: Commit; uri: vscode.Uri }[] = [];
  let [name, range]: [vscode.Uri | undefined, string | undefined] = [uri, undefined];
  while (name && found.length < maximum) {
    const here: vscode.Uri = name;
    const maxEntries = maximum - found.length;
    const all: Commit[] = await untilStopped(repository.log({ path: here.fsPath, maxEntries, range }), token);
    const commits = all.slice(0, maxEntries).filter(({ hash }) => isCommitId(hash));
    found.push(...commits.map((commit) => ({ commit, uri: here })));
    const [first] = commits.slice(-1);
    const [parent] = first?.parents ?? [];
    range = isCommitId(parent) ? parent : undefined;
    name = first && range ? await formerUri(repository, range, first.hash, here, token) : undefined;
  }
  return found;
}

interface HistoryOptions {
  readonly maximum?: number;
  readonly token?: StopToken;
  /** Called for each version that contains the file but cannot be read. */
  readonly onUnread?: () => void;
}

/** Every committed version of a file, newest first, as on the command line. Rejects with `Stopped` when cancelled. */
export async function* committedVersions(
  repository: Repository,
  file: vscode.Uri,
  { maximum = 1000, token, onUnread }: HistoryOptions = {},
): AsyncGenerator<CommittedVersion> {
  for (const { commit, uri } of await commitsOf(repository, file, maximum, token)) {
    const reading = await read(repository, commit.hash, uri, token);
    if (!('text' in reading)) {
      if (reading.isThere) onUnread?.();
      continue;
    }
    yield {
      commit: commit.hash,
      // A version without a valid date sorts before all others.
      date: (dayOf(commit) ?? new Date(0)).toISOString(),
      author: commit.authorName,
      subject: commit.message.split('\n')[0],
      path: pathBelow(repository.rootUri, uri) ?? uri.path,
      text: reading.text,
    };
  }
}
