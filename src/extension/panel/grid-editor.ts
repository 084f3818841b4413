/**
 * The maturity grid as an editor of the file itself, for those who want no text at all: "Reopen Editor With… Maturity
 * Grid".
 */
import * as vscode from 'vscode';
import { gridEditor } from '../core/active-assessment';
import type { Panel, PanelHost } from './panel';

/** An assessment that stays the same as long as its editor is open. */
const never: vscode.Event<never> = () => new vscode.Disposable(() => undefined);

export class GridEditor implements vscode.Disposable, vscode.CustomTextEditorProvider {
  private readonly panels = new Set<Panel>();
  private readonly subscription: vscode.Disposable;
  /** The file whose next editor begins with guided scoring. */
  private guided: string | undefined;

  constructor(private readonly host: PanelHost) {
    this.subscription = vscode.window.registerCustomEditorProvider(gridEditor, this, {
      webviewOptions: { retainContextWhenHidden: true },
      supportsMultipleEditorsPerDocument: true,
    });
  }

  /** Opens a file in an editor of its own, where guided scoring begins. */
  async guide(uri: vscode.Uri): Promise<void> {
    this.guided = uri.toString();
    await vscode.commands.executeCommand('vscode.openWith', uri, gridEditor);
  }

  refresh(): void {
    this.panels.forEach((panel) => panel.refresh());
  }

  async resolveCustomTextEditor(document: vscode.TextDocument, tab: vscode.WebviewPanel): Promise<void> {
    const isGuided = this.guided === document.uri.toString();
    this.guided = undefined;
    let isGone = false;
    const gone = tab.onDidDispose(() => (isGone = true));
    const { Panel } = await import('./panel');
    gone.dispose();
    if (isGone) return;
    const panel = new Panel(this.host, {
      webview: tab.webview,
      place: 'tab',
      followed: { document, onDidChange: never },
      isEditor: true,
      reveal: () => tab.reveal(undefined, false),
      // The tab has the name of its file.
      name: () => undefined,
    });
    this.panels.add(panel);
    if (isGuided) panel.guide();
    tab.onDidDispose(() => {
      this.panels.delete(panel);
      panel.dispose();
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.panels.forEach((panel) => panel.dispose());
  }
}
