/** The two places of the maturity grid: a view in the side bar, and an editor tab beside the file. */
import * as vscode from 'vscode';
import type { Translate } from '../../messages/messages';
import type { Panel, PanelHost, Surface } from './panel';

export const gridView = 'psirtMaturity.grid';
export const gridTab = 'psirtMaturity.gridTab';

/** The title of a tab with the grid of an assessment. */
export function titleOf(subject: string | undefined, t: Translate): string {
  return subject === undefined ? t('panel.title') : t('panel.title-of', { subject });
}

/** A panel, once the code is loaded; `undefined` where its place has been closed meanwhile. */
type Attached = Promise<Panel | undefined>;

export class Grid implements vscode.Disposable, vscode.WebviewViewProvider, vscode.WebviewPanelSerializer {
  private readonly panels = new Set<Panel>();
  private readonly subscriptions: vscode.Disposable;
  private tab: vscode.WebviewPanel | undefined;
  private view: vscode.WebviewView | undefined;
  private inTab: Attached | undefined;
  private inView: Attached | undefined;

  constructor(private readonly host: PanelHost) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(gridView, this, { webviewOptions: { retainContextWhenHidden: true } }),
      vscode.window.registerWebviewPanelSerializer(gridTab, this),
    );
  }

  /** Opens the grid as an editor tab beside the active editor, or reveals the open one. */
  openToSide(): void {
    if (this.tab) return this.tab.reveal();
    const options = { enableScripts: true, retainContextWhenHidden: true };
    const title = this.host.analyses.words.t('panel.title');
    this.adopt(
      vscode.window.createWebviewPanel(
        gridTab,
        title,
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        options,
      ),
    );
  }

  /** Whether the grid is visible anywhere. */
  get isVisible(): boolean {
    return Boolean(this.view?.visible || this.tab?.visible);
  }

  /** Reveals the grid: where it is visible, or else in its tab, or else in the side bar. */
  async show(): Promise<void> {
    if (this.isVisible) return;
    if (this.tab) this.tab.reveal();
    else await vscode.commands.executeCommand(`${gridView}.focus`);
  }

  /**
   * Starts guided scoring of the assessment followed: where the grid is visible, or else in a tab beside it. Resolves
   * to whether that is possible.
   */
  async guide(uri: vscode.Uri): Promise<boolean> {
    const useView = !this.tab?.visible && this.view?.visible;
    if (!useView) this.openToSide();
    const panel = await (useView ? this.inView : this.inTab);
    return panel ? panel.guide(uri) : false;
  }

  refresh(): void {
    this.panels.forEach((panel) => panel.refresh());
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    this.view = view;
    view.onDidDispose(() => (this.view = undefined));
    const { webview } = view;
    const reveal = () => view.show(false);
    const name = (subject: string | undefined) => (view.description = subject);
    this.inView = this.attach({ ...this.following, webview, place: 'side-bar', reveal, name }, view.onDidDispose);
    await this.inView;
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.adopt(panel);
  }

  private adopt(tab: vscode.WebviewPanel): void {
    this.tab = tab;
    const icon = (kind: string) => vscode.Uri.joinPath(this.host.extensionUri, 'media', 'icons', `grid-${kind}.svg`);
    tab.iconPath = { light: icon('light'), dark: icon('dark') };
    const name = (subject: string | undefined) => (tab.title = titleOf(subject, this.host.analyses.words.t));
    const reveal = () => tab.reveal(undefined, false);
    const surface: Surface = { ...this.following, webview: tab.webview, place: 'tab', reveal, name };
    this.inTab = this.attach(surface, tab.onDidDispose);
    tab.onDidDispose(() => {
      if (this.tab === tab) this.tab = undefined;
    });
  }

  /** The properties of a panel that follows the active assessment. */
  private get following() {
    return { followed: this.host.active, isEditor: false } as const;
  }

  /** The panel's code is loaded with the first panel, not at the extension's start. */
  private async attach(surface: Surface, onDidDispose: vscode.Event<void>): Attached {
    let isGone = false;
    const gone = onDidDispose(() => (isGone = true));
    const { Panel } = await import('./panel');
    gone.dispose();
    if (isGone) return undefined;
    const panel = new Panel(this.host, surface);
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
