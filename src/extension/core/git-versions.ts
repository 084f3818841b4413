/**
 * Versions of a file as a repository of VS Code's Git extension gives them. What it answers is looked at before it is
 * used: whoever commits writes names, dates and messages, and another extension may stand in for it.
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
  /** 0 a branch, 1 a branch of a remote, 2 a tag. */
  readonly type: 0 | 1 | 2;
  readonly name?: string;
  readonly commit?: string;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri?: vscode.Uri;
}

/** A repository in version 1 of the extension's API: what of it we use. */
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

/** The full id of a commit, by SHA-1 or SHA-256: nothing else is given back to git. */
export function isCommitId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text);
}

/** When a commit was made; `undefined` where that is no time: whoever commits can write any number there. */
export function dayOf({ commitDate, authorDate }: Pick<Commit, 'commitDate' | 'authorDate'>): Date | undefined {
  return [commitDate, authorDate].find((date) => date && !Number.isNaN(date.getTime()));
}

/** A file's path from the root of its repository; `undefined` for what is not below it. */
export function pathBelow(root: vscode.Uri, { scheme, path }: vscode.Uri): string | undefined {
  const start = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const isBelow = scheme === root.scheme && path.startsWith(start) && !path.split('/').includes('..');
  return isBelow ? path.slice(start.length) : undefined;
}

/** At most so many branches and tags, those that name a commit, the latest first. */
export async function refsOf(repository: Repository, maximum: number): Promise<readonly (Ref & { commit: string })[]> {
  const refs = (await repository.getRefs?.({ count: maximum, sort: 'committerdate' })) ?? [];
  return refs.slice(0, maximum).filter((ref): ref is Ref & { commit: string } => isCommitId(ref.commit));
}

/** Branches and tags among which a name is looked for. */
const mostRefs = 500;

/** The commit that `HEAD`, the name of a branch or a tag, or its own id means; `undefined` for anything else. */
export async function commitNamed(repository: Repository, name: string): Promise<string | undefined> {
  if (isCommitId(name)) return name;
  const { HEAD } = repository.state;
  if (name === 'HEAD') return isCommitId(HEAD?.commit) ? HEAD.commit : undefined;
  return (await refsOf(repository, mostRefs)).find((ref) => ref.name === name)?.commit;
}

/** A file's text in a commit, under the name it had then; `undefined` when it did not exist or is no text. */
export async function textIn(repository: Repository, commit: string, uri: vscode.Uri): Promise<string | undefined> {
  const now = await read(repository, commit, uri);
  if ('text' in now) return now.text;
  const former = await formerUri(repository, commit, 'HEAD', uri);
  const then = former && (await read(repository, commit, former));
  return then && 'text' in then ? then.text : undefined;
}

/** The text; else whether the file is there at all. */
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

/** What a file was called in a commit, when it has been renamed since. */
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
 * The commits that touched a file, newest first, with its address in each; renames are followed. Rejects with
 * `Stopped`.
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
  /** Told of each version in which the file is, and cannot be read. */
  readonly onUnread?: () => void;
}

/**
 * Every committed version of a file, newest first, as the command line reads it. Rejects with `Stopped` when told to.
 */
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
      // Without a day it stands before all others.
      date: (dayOf(commit) ?? new Date(0)).toISOString(),
      author: commit.authorName,
      subject: commit.message.split('\n')[0],
      path: pathBelow(repository.rootUri, uri) ?? uri.path,
      text: reading.text,
    };
  }
}
