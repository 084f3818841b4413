/** Remembers for each file where guided scoring was left. */
import type * as vscode from 'vscode';

const key = 'stoppedSteps';
const remembered = 50;

export class StoppedSteps {
  constructor(private readonly state: vscode.Memento) {}

  /** The id of the service at which the user stopped. */
  get(uri: vscode.Uri): string | undefined {
    return this.all()[uri.toString()];
  }

  /** Stores where the user stopped; `undefined` after a complete pass. */
  set(uri: vscode.Uri, service: string | undefined): void {
    const { [uri.toString()]: _, ...others } = this.all();
    const all = service === undefined ? others : { ...others, [uri.toString()]: service };
    void this.state.update(key, Object.fromEntries(Object.entries(all).slice(-remembered)));
  }

  private all(): Record<string, string> {
    return this.state.get<Record<string, string>>(key, {});
  }
}
