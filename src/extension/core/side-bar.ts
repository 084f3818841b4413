/** How wide the side bar with our views is, as far as the grid in it tells: VS Code does not. */
import * as vscode from 'vscode';

/** VS Code's default, in pixels. */
const usual = 300;
/** How long the width is to rest, in milliseconds. */
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
