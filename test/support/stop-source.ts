import type { StopToken } from '../../src/extension/core/until-stopped';

/** A `CancellationTokenSource` as VS Code has it. */
export class StopSource {
  readonly listeners = new Set<() => void>();
  private isCancelled = false;

  readonly token: StopToken = Object.defineProperty(
    {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => {
        this.listeners.add(listener);
        return { dispose: () => void this.listeners.delete(listener) };
      },
    },
    'isCancellationRequested',
    { get: () => this.isCancelled },
  );

  cancel(): void {
    this.isCancelled = true;
    for (const listener of [...this.listeners]) listener();
  }
}
