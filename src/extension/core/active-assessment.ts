/** Which assessment the panel follows: the one last looked at, as long as it is open; else the only one there is. */
import * as vscode from 'vscode';
import { isAssessment } from './assessment-documents';

/** The grid as an editor of a file. */
export const gridEditor = 'psirtMaturity.gridEditor';

export class ActiveAssessment implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument | undefined>();
  private readonly subscriptions: vscode.Disposable;
  private current: vscode.TextDocument | undefined;
  /** The only assessment of the workspace, followed until one is opened. */
  private only: vscode.TextDocument | undefined;

  /** Another document is followed, or none. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.current = this.find();
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.update()),
      // A change of language closes a document and opens it again.
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.workspace.onDidCloseTextDocument(() => this.update()),
    );
  }

  get document(): vscode.TextDocument | undefined {
    return this.current;
  }

  /**
   * Follows the only assessment of the workspace while none is open; answers whether one is followed by then, which a
   * file that cannot be read is not.
   */
  async adopt(uri: vscode.Uri): Promise<boolean> {
    const only = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (only && isAssessment(only)) this.only = only;
    this.update();
    return this.current !== undefined;
  }

  private update(): void {
    const open = this.find();
    // Once closed, it may no longer be the only one.
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

/** The assessment that the active tab shows as a grid. */
export function shownInGrid(): vscode.TextDocument | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== gridEditor) return undefined;
  const address = input.uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === address && isAssessment(document),
  );
}

/** A document outlives its tab for a while; to the user it is closed with it. */
export function hasTab({ uri }: vscode.TextDocument): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => shownIn(input)?.toString() === uri.toString());
}

/** The text that a tab shows, of two the newer one. */
function shownIn(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
