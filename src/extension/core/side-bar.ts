/** The width of the side bar, as reported by the grid in it, since VS Code does not provide it. */
import * as vscode from 'vscode';

/** VS Code's default width, in pixels. */
const usual = 300;
/** The width is reported after it has not changed for this time, in milliseconds. */
const pause = 200;

export class SideBar implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.changed.event;
  /** In pixels. */
  width = usual;

  resize(width: number): void {
    clearTimeout(this.timer);
    if (width === this.width) return;
    this.timer = setTimeout(() => {
      this.width = width;
      this.changed.fire();
    }, pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}
