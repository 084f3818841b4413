/**
 * What a command writes to: standard output, standard error or a file. A build server may look for commands in the
 * first two.
 */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { withoutLogCommands } from '../../messages/log-commands';
import type { Printable } from '../../messages/safe-text';

/** Where the bytes go. The tests hand in their own. */
export interface Stream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** It is a file by its name, which whoever opens it reads as text. */
  readonly isFile?: boolean;
}

/** GitHub's runner, which reads both streams of a step. */
class Runner {
  /** What tells it to go on: nobody can know it before. */
  readonly token = randomUUID();
  /** It is given commands by us, so it has to listen. */
  isCommanded = false;
}

/** The streams of a process. */
interface Streams<Out> {
  readonly stdout: Out;
  readonly stderr: Out;
}

/** Both streams; in a job of GitHub's, where `GITHUB_ACTIONS` is set, its runner is told what is only text. */
export function outputsOf(
  { stdout, stderr }: Streams<Stream>,
  { GITHUB_ACTIONS }: { readonly GITHUB_ACTIONS?: string },
): Streams<Output> {
  const runner = GITHUB_ACTIONS ? new Runner() : undefined;
  return { stdout: new Output(stdout, runner), stderr: new Output(stderr, runner) };
}

/** One of them, or a file. Nothing but what `command` is given is a command to a build server. */
export class Output {
  private isPaused = false;

  constructor(
    private readonly stream: Stream,
    private readonly runner?: Runner,
  ) {}

  get isTTY(): boolean | undefined {
    return this.stream.isTTY;
  }

  get columns(): number | undefined {
    return this.stream.columns;
  }

  get isFile(): boolean | undefined {
    return this.stream.isFile;
  }

  /** Writes a document, or what a program reads: it may be redirected into a file, so nothing is put around it. */
  async write(content: Printable | Uint8Array): Promise<void> {
    await this.put(typeof content === 'string' ? withoutLogCommands(content) : content);
  }

  /** Writes text for people. GitHub's runner is told to look for no commands from there on, until `end`. */
  async say(text: Printable): Promise<void> {
    const { runner } = this;
    const isToPause = runner !== undefined && !runner.isCommanded && !this.isPaused;
    this.isPaused ||= isToPause;
    await this.put((isToPause ? `::stop-commands::${runner.token}\n` : '') + withoutLogCommands(text));
  }

  /**
   * Writes commands of our own. From there on the runner is not told to pause: it reads both streams at once, and could
   * miss one.
   */
  async command(commands: Printable): Promise<void> {
    if (this.runner) this.runner.isCommanded = true;
    await this.put(commands);
  }

  /** Lets the runner look for commands again. */
  async end(): Promise<void> {
    if (this.isPaused && this.runner) await this.put(`::${this.runner.token}::\n`);
  }

  /** Waits where the reader is slower: what is not read yet is not to pile up. A reader that has gone reads no more. */
  private async put(content: string | Uint8Array): Promise<void> {
    const { stream } = this;
    if (stream.write(content) !== false || !(stream instanceof Writable) || stream.destroyed) return;
    const events = ['drain', 'close', 'error'];
    await new Promise<void>((resolve) => {
      const done = () => {
        for (const event of events) stream.off(event, done);
        resolve();
      };
      for (const event of events) stream.on(event, done);
    });
  }
}
