/** A command line without a process: temporary folders, streams in memory, a clock that stands still. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/run';
import type { Result } from '../../src/report/check/result';
import type { Environment } from '../../src/cli/terminal';
import { yaml } from './yaml';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Environment;
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Columns of the terminal standard output is; none for a pipe. */
  readonly columns?: number;
  /** Where the command is run, below the session's folder. */
  readonly folder?: string;
  /** What the clock says; noon of 23 November 2026, local time, where nothing is said. */
  readonly now?: Date;
}

/** One temporary folder, and the commands run in it. */
export class Session {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-cli-')));

  /** Writes files by their path; missing folders are made. */
  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return this;
  }

  /** The text of a file of the session. */
  read(path: string): string {
    return this.bytes(path).toString('utf8');
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.folder, path));
  }

  async run(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
    const { env = {}, stdin = '', columns, folder = '.', now = new Date(2026, 10, 23, 12) } = surroundings;
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    const status = await run(args, {
      cwd: join(this.folder, folder),
      env,
      stdin: typeof stdin === 'string' || stdin instanceof Uint8Array ? Readable.from([Buffer.from(stdin)]) : stdin,
      stdout: { write: (content) => stdout.push(Buffer.from(content)), isTTY: columns !== undefined, columns },
      stderr: { write: (content) => stderr.push(Buffer.from(content)) },
      now: () => now,
    });
    return { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** An assessment all of whose services have the same score, on the day the clock stands at. */
export function allScored(score: number, more = ''): string {
  const counts: Record<number, number> = { 1: 7, 2: 5, 3: 3, 4: 4, 5: 4, 6: 5 };
  const ids = Object.entries(counts).flatMap(([area, count]) =>
    Array.from({ length: count }, (_, index) => `${area}.${index + 1}`),
  );
  const services = ids
    .filter((id) => id !== '6.3')
    .map((id) => `  "${id}": ${['4.4', '5.4'].includes(id) && score < 4 ? 0 : score}\n`);
  return yaml`
    sheet: psirt-maturity@1.0
    subject: Router
    assessed: 2026-11-20
    target: 0
    ${more}services:
    ${services.join('')}`;
}

/** For `allScored`: each service has a target above its score, and a problem of its own. */
export const highTargets = `areas: { ${['1', '2', '3', '4', '5', '6'].map((id) => `"${id}": { target: 4 }`).join(', ')} }\n`;

/** What `check --format json` printed. */
export function parsed(outcome: Outcome) {
  return JSON.parse(outcome.stdout) as Result;
}
