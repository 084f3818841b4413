/**
 * The assessment that the panel follows: the one last active while it is open, or else the only one of the workspace.
 */
import * as vscode from 'vscode';
import { isAssessment } from './assessment-documents';

/** The view type of the grid as a custom editor. */
export const gridEditor = 'psirtMaturity.gridEditor';

export class ActiveAssessment implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument | undefined>();
  private readonly subscriptions: vscode.Disposable;
  private current: vscode.TextDocument | undefined;
  /** The only assessment of the workspace, followed until another is opened. */
  private only: vscode.TextDocument | undefined;

  /** Fires when another document, or none, is followed. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.current = this.find();
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.update()),
      // A change of language closes and reopens a document.
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.workspace.onDidCloseTextDocument(() => this.update()),
    );
  }

  get document(): vscode.TextDocument | undefined {
    return this.current;
  }

  /**
   * Follows the only assessment of the workspace while none is open; resolves to whether one is followed, which is
   * false for an unreadable file.
   */
  async adopt(uri: vscode.Uri): Promise<boolean> {
    const only = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (only && isAssessment(only)) this.only = only;
    this.update();
    return this.current !== undefined;
  }

  private update(): void {
    const open = this.find();
    // After it is closed, it may no longer be the only one.
    if (open || this.only?.isClosed) this.only = undefined;
    this.follow(open ?? this.only);
  }

  private follow(next: vscode.TextDocument | undefined): void {
    if (next === this.current) return;
    this.current = next;
    this.changed.fire(next);
  }

  private find(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && isAssessment(active)) return active;
    const shown = shownInGrid();
    if (shown) return shown;
    if (this.current && !this.current.isClosed && isAssessment(this.current) && hasTab(this.current))
      return this.current;
    return vscode.window.visibleTextEditors.map(({ document }) => document).find(isAssessment);
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }
}

/** The assessment shown as a grid in the active tab. */
export function shownInGrid(): vscode.TextDocument | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== gridEditor) return undefined;
  const address = input.uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === address && isAssessment(document),
  );
}

/** A document stays open for a while after its tab; to the user it is closed with the tab. */
export function hasTab({ uri }: vscode.TextDocument): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => shownIn(input)?.toString() === uri.toString());
}

/** The document that a tab shows; of a diff the modified one. */
function shownIn(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
