/** A Git repository in a folder of the tests' workspace. */
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { fileUri } from './workspace';

export class Repository {
  constructor(private readonly folder: string) {}

  uri(path: string): vscode.Uri {
    return fileUri(`${this.folder}/${path}`);
  }

  /** Makes the repository, without a commit. */
  async create(): Promise<void> {
    await vscode.workspace.fs.createDirectory(fileUri(this.folder));
    this.git('2026-01-01', 'init', '--quiet', '--initial-branch=main');
  }

  /** Commits files on a day. */
  async commit(date: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(this.uri(path), new TextEncoder().encode(text));
    this.git(date, 'add', '--all');
    this.git(date, 'commit', '--quiet', '--message', `State of ${date}`);
  }

  /** Runs git in the repository, as nobody in particular and on a day. */
  git(date: string, ...args: string[]): string {
    const day = `${date}T12:00:00Z`;
    const env = {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: day,
      GIT_COMMITTER_DATE: day,
    };
    const names = ['-c', 'user.name=Product Security Office', '-c', 'user.email=office@example.com'];
    return execFileSync('git', [...names, ...args], { cwd: fileUri(this.folder).fsPath, env, encoding: 'utf8' });
  }

  /**
   * Deletes what is in the work tree. The repository stays: the Git extension does not bear one that goes away while it
   * looks.
   */
  async clear(): Promise<void> {
    for (const [name] of await vscode.workspace.fs.readDirectory(fileUri(this.folder))) {
      if (name !== '.git') await vscode.workspace.fs.delete(this.uri(name), { recursive: true });
    }
  }
}
