/**
 * The maturity grid as a custom editor of the file, for users who do not want to see text: "Reopen Editor With…
 * Maturity Grid".
 */
import * as vscode from 'vscode';
import { gridEditor } from '../core/active-assessment';
import { titleOf } from './grid';
import type { Panel, PanelHost } from './panel';

/** A custom editor shows the same assessment as long as it is open. */
const never: vscode.Event<never> = () => new vscode.Disposable(() => undefined);

/** An open editor, with its panel once the code is loaded. */
interface Opened {
  readonly address: string;
  readonly tab: vscode.WebviewPanel;
  readonly panel: Promise<Panel>;
}

export class GridEditor implements vscode.Disposable, vscode.CustomTextEditorProvider {
  private readonly opened = new Set<Opened>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly host: PanelHost) {
    this.subscription = vscode.window.registerCustomEditorProvider(gridEditor, this, {
      webviewOptions: { retainContextWhenHidden: true },
      supportsMultipleEditorsPerDocument: true,
    });
  }

  /** Whether the active editor shows this file as a grid. */
  isActive(uri: vscode.Uri): boolean {
    return [...this.opened].some(({ address, tab }) => tab.active && address === uri.toString());
  }

  /** Starts guided scoring in an editor of the file, an open or a new one; resolves to whether that is possible. */
  async guide(uri: vscode.Uri): Promise<boolean> {
    await vscode.commands.executeCommand('vscode.openWith', uri, gridEditor);
    const opened = [...this.opened].reverse().find(({ address, tab }) => tab.active && address === uri.toString());
    return opened ? (await opened.panel).guide(uri) : false;
  }

  refresh(): void {
    this.opened.forEach(({ panel }) => void panel.then((loaded) => loaded.refresh()));
  }

  async resolveCustomTextEditor(document: vscode.TextDocument, tab: vscode.WebviewPanel): Promise<void> {
    const opened: Opened = { address: document.uri.toString(), tab, panel: this.draw(document, tab) };
    this.opened.add(opened);
    tab.onDidDispose(() => {
      this.opened.delete(opened);
      void opened.panel.then((panel) => panel.dispose());
    });
    await opened.panel;
  }

  private async draw(document: vscode.TextDocument, tab: vscode.WebviewPanel): Promise<Panel> {
    const { Panel } = await import('./panel');
    return new Panel(this.host, {
      webview: tab.webview,
      place: 'tab',
      followed: { document, onDidChange: never },
      isEditor: true,
      reveal: () => tab.reveal(undefined, false),
      name: (subject) => (tab.title = titleOf(subject, this.host.analyses.words.t)),
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.opened.forEach(({ panel }) => void panel.then((loaded) => loaded.dispose()));
  }
}
