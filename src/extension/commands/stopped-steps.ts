/** Where guided scoring was left, file by file, for the next time. */
import type * as vscode from 'vscode';

const key = 'stoppedSteps';
const remembered = 50;

export class StoppedSteps {
  constructor(private readonly state: vscode.Memento) {}

  /** The id of the service where the user stopped. */
  get(uri: vscode.Uri): string | undefined {
    return this.all()[uri.toString()];
  }

  /** Remembers where the user stopped, or, once through, that there is nothing to go on with. */
  set(uri: vscode.Uri, service: string | undefined): void {
    const { [uri.toString()]: _, ...others } = this.all();
    const all = service === undefined ? others : { ...others, [uri.toString()]: service };
    void this.state.update(key, Object.fromEntries(Object.entries(all).slice(-remembered)));
  }

  private all(): Record<string, string> {
    return this.state.get<Record<string, string>>(key, {});
  }
}
