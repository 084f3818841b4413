/**
 * The maturity grid as an editor of the file itself, for those who want no text at all: "Reopen Editor With… Maturity
 * Grid".
 */
import * as vscode from 'vscode';
import { gridEditor } from '../core/active-assessment';
import type { Panel, PanelHost } from './panel';

/** An assessment that stays the same as long as its editor is open. */
const never: vscode.Event<never> = () => new vscode.Disposable(() => undefined);

/** One editor, and its panel once what draws it is loaded. */
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

  /** The active editor shows this file as a grid. */
  isActive(uri: vscode.Uri): boolean {
    return [...this.opened].some(({ address, tab }) => tab.active && address === uri.toString());
  }

  /** Begins guided scoring in an editor of the file, the one that is open or a new one; answers whether it can. */
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
      // The tab has the name of its file.
      name: () => undefined,
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.opened.forEach(({ panel }) => void panel.then((loaded) => loaded.dispose()));
  }
}
