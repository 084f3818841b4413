/** A scratch git repository of its own: no configuration, hooks or identity from outside. */
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Session, type Outcome, type Surroundings } from './session';
import { yaml } from './yaml';

export class Repository extends Session {
  readonly env = {
    PATH: process.env.PATH ?? '',
    HOME: this.folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };

  constructor() {
    super();
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Test');
    this.git('config', 'user.email', 'test@example.com');
    this.git('config', 'commit.gpgsign', 'false');
  }

  /** Runs git in the repository and gives what it prints, trimmed. */
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] })
      .toString('utf8')
      .trim();
  }

  /** Writes files and commits everything; gives the id of the commit. */
  commit(message: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  makeExecutable(...paths: string[]): void {
    for (const path of paths) chmodSync(join(this.folder, path), 0o755);
  }

  override run(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
    return super.run(args, { ...surroundings, env: { ...this.env, ...surroundings.env } });
  }
}

/** An assessment with some services, each by its score or what else is written for it. */
export function assessmentOf(services: Readonly<Record<string, number | string>>, top = ''): string {
  const lines = Object.entries(services).map(([id, value]) => `  "${id}": ${value}\n`);
  return yaml`
    sheet: psirt-maturity@1.0
    subject: Router
    ${top}services:
    ${lines.join('')}`;
}
