/** The maturity grid's two places: a view of its own container, and an editor tab beside the file. */
import * as vscode from 'vscode';
import { Panel, type PanelHost } from './panel';
import type { Place } from './panel-html';

const gridView = 'psirtMaturity.grid';
export const gridTab = 'psirtMaturity.gridTab';

export class Grid implements vscode.Disposable, vscode.WebviewViewProvider, vscode.WebviewPanelSerializer {
  private readonly panels = new Set<Panel>();
  private readonly subscriptions: vscode.Disposable;
  private tab: vscode.WebviewPanel | undefined;
  private inSideBar: { readonly view: vscode.WebviewView; readonly panel: Panel } | undefined;

  constructor(private readonly host: PanelHost) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(gridView, this, { webviewOptions: { retainContextWhenHidden: true } }),
      vscode.window.registerWebviewPanelSerializer(gridTab, this),
    );
  }

  /** Opens the grid in the side bar and gives it the keyboard. */
  async openInSideBar(): Promise<void> {
    await vscode.commands.executeCommand(`${gridView}.focus`);
    this.inSideBar?.panel.takeKeyboard();
  }

  /** Opens the grid as an editor tab beside the active editor, or shows the one that is open. */
  openToSide(): void {
    if (this.tab) return this.tab.reveal();
    const options = { enableScripts: true, retainContextWhenHidden: true };
    const title = this.host.analyses.words.t('panel.title');
    this.adopt(vscode.window.createWebviewPanel(gridTab, title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, options));
  }

  /** The grid is to be seen somewhere. */
  get isVisible(): boolean {
    return Boolean(this.inSideBar?.view.visible || this.tab?.visible);
  }

  refresh(): void {
    this.panels.forEach((panel) => panel.refresh());
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const panel = this.attach(view.webview, 'side-bar', () => view.show(false), view.onDidDispose);
    this.inSideBar = { view, panel };
    view.onDidDispose(() => (this.inSideBar = undefined));
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.adopt(panel);
  }

  private adopt(tab: vscode.WebviewPanel): void {
    this.tab = tab;
    const icon = (kind: string) => vscode.Uri.joinPath(this.host.extensionUri, 'media', 'icons', `grid-${kind}.svg`);
    tab.iconPath = { light: icon('light'), dark: icon('dark') };
    this.attach(tab.webview, 'tab', () => tab.reveal(undefined, false), tab.onDidDispose);
    tab.onDidDispose(() => {
      if (this.tab === tab) this.tab = undefined;
    });
  }

  private attach(webview: vscode.Webview, place: Place, reveal: () => void, onDidDispose: vscode.Event<void>): Panel {
    const panel = new Panel(this.host, webview, place, reveal);
    this.panels.add(panel);
    onDidDispose(() => {
      this.panels.delete(panel);
      panel.dispose();
    });
    return panel;
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.panels.forEach((panel) => panel.dispose());
    this.tab?.dispose();
  }
}
