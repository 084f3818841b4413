/** What ends a piece of work: a `CancellationTokenSource` of VS Code. */
interface Source {
  cancel(): void;
}

/**
 * Work that is begun again and again, of which only the newest is to be heard: beginning ends what was begun before.
 */
export class NewestWork<S extends Source> {
  private source: S | undefined;

  constructor(private readonly newSource: () => S) {}

  /** Begins; the work asks `isNewest` before it says something. */
  begin(): S {
    this.stop();
    return (this.source = this.newSource());
  }

  /** Ends the work, which may still say how far it came. */
  stop(): void {
    this.source?.cancel();
  }

  isNewest(source: S): boolean {
    return this.source === source;
  }

  /** Ends the work, and nothing of it is heard any more. */
  dispose(): void {
    this.stop();
    this.source = undefined;
  }
}
