/** The view "Assessments": all assessments of the workspace. The code for its rows is loaded when it is first shown. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { once } from '../core/once';
import type { SideBar } from '../core/side-bar';
import type { AssessmentIndex } from './assessment-index';
import type { AssessmentRows } from './assessment-rows';
import type { IndexedFile } from './indexed-file';
import { viewId } from './view-id';

/** Registers the view and its commands. */
export function registerAssessmentsView(
  analyses: Analyses,
  index: () => Promise<AssessmentIndex>,
  sideBar: SideBar,
  memory: vscode.Memento,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let loaded: AssessmentRows | undefined;
  const view: vscode.TreeView<IndexedFile> = vscode.window.createTreeView<IndexedFile>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (parent) => (parent ? (await rows()).listOf(parent) : (await rows()).list()),
      getTreeItem: (file) => loaded?.itemOf(file) ?? new vscode.TreeItem(file.uri),
      getParent: () => undefined,
      resolveTreeItem: (item, file) => Object.assign(item, { tooltip: loaded?.tooltipOf(file) }),
    },
  });
  const rows = once(async (): Promise<AssessmentRows> => {
    const made = new (await import('./assessment-rows')).AssessmentRows(
      view,
      () => changed.fire(),
      analyses,
      await index(),
      sideBar,
      memory,
    );
    loaded = made;
    return made;
  });
  const command = (name: string, run: (argument?: unknown) => unknown) =>
    vscode.commands.registerCommand(`${viewId}.${name}`, run);
  return vscode.Disposable.from(
    view,
    changed,
    command('sort', async (kind) => (await rows()).chooseSort(kind)),
    command('filter', async (kind) => (await rows()).chooseFilter(kind)),
    command('refresh', async () => (await rows()).readAgain()),
    command('openGrid', (file) => openGrid(file as IndexedFile)),
    command('reveal', (file) => vscode.commands.executeCommand('revealInExplorer', (file as IndexedFile).uri)),
    { dispose: () => loaded?.dispose() },
  );
}

/** Opens the file, which the grid then follows, and the grid beside it. */
async function openGrid({ uri }: IndexedFile): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: false });
  await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
}
