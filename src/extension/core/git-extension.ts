/**
 * Finds the repository of a file through VS Code's built-in Git extension (API version 1). It runs no git itself, so it
 * works wherever that extension does.
 */
import * as vscode from 'vscode';
import type { Repository } from './git-versions';

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

/**
 * The repository of a file; `undefined` where the Git extension is missing or disabled, the workspace is not trusted,
 * or there is no repository in the workspace or among those open in VS Code.
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
    // Without git installed, the extension has no API.
    return undefined;
  }
}

/**
 * The nearest folder of the workspace that contains `.git`. The Git extension is not asked to open any other: it would
 * do so without asking the user, and git prefers files laid out like a repository, which a commit can contain with a
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

/** Waits for a limited time while the extension searches for repositories after its start. */
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
