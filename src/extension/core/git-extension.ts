/**
 * Other versions of a file, through VS Code's built-in Git extension: what of its API (version 1) we use, and questions to
 * it. Nothing here runs git, so it works wherever that extension does.
 */
import * as vscode from 'vscode';
import type { CommittedVersion } from '../../scoring/committed-version';

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
}

interface Commit {
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

/**
 * The repository a file stands in; `undefined` where the Git extension is missing or switched off, where the workspace
 * is not trusted, and where there is none in the workspace or among those that VS Code has opened.
 */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension || !vscode.workspace.isTrusted || uri.scheme === 'untitled') return undefined;
  try {
    const { enabled, getAPI } = bound(await extension.activate());
    if (!enabled) return undefined;
    const api = getAPI(1);
    await initialized(api);
    const known = api.getRepository(uri);
    if (known && (await holdsRepository(known.rootUri))) return known;
    const folder = await repositoryFolder(uri);
    return (folder && (await api.openRepository?.(folder))) ?? undefined;
  } catch {
    // Without a git program the extension has no API to give.
    return undefined;
  }
}

/**
 * The nearest folder of the workspace that holds `.git`. The Git extension is asked to open no other: it does not ask
 * the user then, and git itself prefers plain files that look like a repository, which a commit can bring along with a
 * configuration of its own.
 */
async function repositoryFolder(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  let folder = vscode.Uri.joinPath(uri, '..');
  while (vscode.workspace.getWorkspaceFolder(folder)) {
    if (await holdsRepository(folder)) return folder;
    if (folder.path === '/') break;
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return undefined;
}

async function holdsRepository(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, '.git'));
    return true;
  } catch {
    return false;
  }
}

function bound(git: GitExtension) {
  return { enabled: git.enabled, getAPI: (version: 1) => git.getAPI(version) };
}

/** The extension looks for repositories at first; it is given a while. */
async function initialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return;
  await new Promise<void>((done) => {
    const timer = setTimeout(() => finish(), 10_000);
    const subscription = api.onDidChangeState((state) => state === 'initialized' && finish());
    const finish = (): void => {
      clearTimeout(timer);
      subscription.dispose();
      done();
    };
  });
}

/** A file's text in a commit, under the name it had then; `undefined` when it did not exist or is no text. */
export async function textIn(repository: Repository, commit: string, uri: vscode.Uri): Promise<string | undefined> {
  const now = await read(repository, commit, uri);
  if (now !== undefined) return now;
  const former = await formerUri(repository, commit, 'HEAD', uri);
  return former && read(repository, commit, former);
}

async function read(repository: Repository, commit: string, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await repository.buffer(commit, uri.fsPath));
  } catch {
    return undefined;
  }
}

/** What a file was called in a commit, when it has been renamed since. */
async function formerUri(
  repository: Repository,
  from: string,
  to: string,
  uri: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  try {
    const changes = await repository.diffBetween(from, to);
    const renamed = changes.find(
      ({ originalUri, renameUri }) => renameUri?.fsPath === uri.fsPath && originalUri.fsPath !== uri.fsPath,
    );
    return renamed?.originalUri;
  } catch {
    return undefined;
  }
}

/** The commits that touched a file, newest first, with its address in each; renames are followed. */
export async function commitsOf(
  repository: Repository,
  uri: vscode.Uri,
  maximum: number,
): Promise<{ commit: Commit; uri: vscode.Uri }[]> {
  const found: { commit: Commit; uri: vscode.Uri }[] = [];
  let [name, range]: [vscode.Uri | undefined, string | undefined] = [uri, undefined];
  while (name && found.length < maximum) {
    const here: vscode.Uri = name;
    const commits: Commit[] = await repository.log({ path: here.fsPath, maxEntries: maximum - found.length, range });
    found.push(...commits.map((commit) => ({ commit, uri: here })));
    const [first] = commits.slice(-1);
    const [parent] = first?.parents ?? [];
    range = parent;
    name = first && parent ? await formerUri(repository, parent, first.hash, here) : undefined;
  }
  return found;
}

export interface HistoryOptions {
  readonly maximum?: number;
  /** Told how many versions have been read, of how many. */
  readonly onProgress?: (read: number, total: number) => void;
  readonly token?: vscode.CancellationToken;
}

/**
 * Every committed version of a file, newest first, as the command line reads it; ends early when it is cancelled.
 */
export async function* committedVersions(
  repository: Repository,
  file: vscode.Uri,
  { maximum = 1000, onProgress, token }: HistoryOptions = {},
): AsyncGenerator<CommittedVersion> {
  const commits = await commitsOf(repository, file, maximum);
  for (const [index, { commit, uri }] of commits.entries()) {
    if (token?.isCancellationRequested) return;
    const text = await read(repository, commit.hash, uri);
    onProgress?.(index + 1, commits.length);
    if (text === undefined) continue;
    const date = dayOf(commit).toISOString();
    const path = uri.path.slice(repository.rootUri.path.length + 1);
    yield { commit: commit.hash, date, author: commit.authorName, subject: commit.message.split('\n')[0], path, text };
  }
}

/** When a commit was made; the start of time where that is no time: whoever commits can write any number there. */
function dayOf({ commitDate, authorDate }: Commit): Date {
  return [commitDate, authorDate].find((date) => date && !Number.isNaN(date.getTime())) ?? new Date(0);
}
