/**
 * The outputs of a command: standard output, standard error or a file. Build servers may search the first two for
 * commands.
 */
import type { Writable } from 'node:stream';
import { withoutLogCommands } from '../../messages/log-commands';
import type { Printable } from '../../messages/safe-text';

/** The destination of bytes; tests supply their own. */
export interface Stream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** It is a named file, which is later read as text. */
  readonly isFile?: boolean;
}

/** Whether a stream is one of Node's, which says when it takes more. */
function isNodes(stream: Stream): stream is Stream & Pick<Writable, 'destroyed' | 'on' | 'off'> {
  return 'destroyed' in stream;
}

/** GitHub's runner, which reads both streams of a step. */
class Runner {
  /** The token that resumes commands; random, so that nobody can know it in advance. */
  readonly token = crypto.randomUUID();
  /** The program writes commands of its own, so they must not be paused. */
  isCommanded = false;
}

/** The streams of a process. */
interface Streams<Out> {
  readonly stdout: Out;
  readonly stderr: Out;
}

/** Both streams. In a GitHub job, where `GITHUB_ACTIONS` is set, commands are paused around plain text. */
export function outputsOf(
  { stdout, stderr }: Streams<Stream>,
  { GITHUB_ACTIONS }: { readonly GITHUB_ACTIONS?: string },
): Streams<Output> {
  const runner = GITHUB_ACTIONS ? new Runner() : undefined;
  return { stdout: new Output(stdout, runner), stderr: new Output(stderr, runner) };
}

/** A stream or a file. Only what is passed to `command` acts as a command to a build server. */
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

  /** Writes a document or data for programs. Nothing is added around it, since it may be redirected into a file. */
  async write(content: Printable | Uint8Array): Promise<void> {
    await this.put(typeof content === 'string' ? withoutLogCommands(content) : content);
  }

  /** Writes text for people. From there on, until `end`, GitHub's runner is told to ignore commands. */
  async say(text: Printable): Promise<void> {
    const { runner } = this;
    const isToPause = runner !== undefined && !runner.isCommanded && !this.isPaused;
    this.isPaused ||= isToPause;
    await this.put((isToPause ? `::stop-commands::${runner.token}\n` : '') + withoutLogCommands(text));
  }

  /**
   * Writes our own commands. The runner is not told to pause any more: it reads both streams concurrently, and could
   * miss a command.
   */
  async command(commands: Printable): Promise<void> {
    if (this.runner) this.runner.isCommanded = true;
    await this.put(commands);
  }

  /** Resumes the runner's search for commands. */
  async end(): Promise<void> {
    if (this.isPaused && this.runner) await this.put(`::${this.runner.token}::\n`);
  }

  /** Waits for a slow reader, so that unread output does not accumulate; output to a closed reader is dropped. */
  private async put(content: string | Uint8Array): Promise<void> {
    const { stream } = this;
    if (stream.write(content) !== false || !isNodes(stream) || stream.destroyed) return;
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
