/** How far a long run is, on a terminal that shows nothing else meanwhile. */
import type { Translate } from '../../messages/messages';
import { ours } from '../../messages/safe-text';
import type { Io } from '../terminal';

/** Milliseconds until the first sign, and between two. */
const pause = 250;

/** Puts the cursor back and clears the line. */
const clear = ours`\r\u001b[K`;

export class Progress {
  private shownAt = performance.now();
  private shown = false;

  constructor(
    private readonly total: number,
    private readonly io: Pick<Io, 'stdout' | 'stderr'>,
    private readonly t: Translate,
  ) {}

  /** So many files are done. Where the output goes to a terminal it is sign enough. */
  show(done: number): void {
    const { stderr, stdout } = this.io;
    if (!stderr.isTTY || stdout.isTTY || performance.now() - this.shownAt < pause) return;
    this.shownAt = performance.now();
    this.shown = true;
    void stderr.write(ours`${clear}${this.t('cli.progress', { done, total: this.total })}`);
  }

  end(): void {
    if (this.shown) void this.io.stderr.write(clear);
    this.shown = false;
  }
}
