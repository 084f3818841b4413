/** A source that cancels work: VS Code's `CancellationTokenSource`. */
interface Source {
  cancel(): void;
}

/** Work that may be started again, where only the latest run counts: starting cancels the previous run. */
export class NewestWork<S extends Source> {
  private source: S | undefined;

  constructor(private readonly newSource: () => S) {}

  /** Starts a run, which asks `isNewest` before it reports results. */
  begin(): S {
    this.stop();
    return (this.source = this.newSource());
  }

  /** Stops the run, which may still report partial results. */
  stop(): void {
    this.source?.cancel();
  }

  isNewest(source: S): boolean {
    return this.source === source;
  }

  /** Stops the run and ignores its results. */
  dispose(): void {
    this.stop();
    this.source = undefined;
  }
}
