/** Shows the progress of a long run on a terminal. */
import type { Translate } from '../../messages/messages';
import { ours } from '../../messages/safe-text';
import type { Io } from '../terminal';

/** Milliseconds before the first update, and between two. */
const pause = 250;

/** Milliseconds since the start of the process; Node takes half a one to load `performance`. */
const now = (): number => process.uptime() * 1000;

/** Moves the cursor to the start of the line and clears it. */
const clear = ours`\r\u001b[K`;

export class Progress {
  private shownAt = now();
  private shown = false;

  constructor(
    private readonly total: number,
    private readonly io: Pick<Io, 'stdout' | 'stderr'>,
    private readonly t: Translate,
  ) {}

  /** Shows the number of files done, unless the output itself goes to a terminal. */
  show(done: number): void {
    const { stderr, stdout } = this.io;
    if (!stderr.isTTY || stdout.isTTY || now() - this.shownAt < pause) return;
    this.shownAt = now();
    this.shown = true;
    void stderr.write(ours`${clear}${this.t('cli.progress', { done, total: this.total })}`);
  }

  end(): void {
    if (this.shown) void this.io.stderr.write(clear);
    this.shown = false;
  }
}
