/** Whether the user wants to see problems of assessments that are not open. */
import * as vscode from 'vscode';

/** As the setting has it by now. */
export function areProblemsOfAllWanted(): boolean {
  return vscode.workspace.getConfiguration('psirtMaturity').get('problems.scope') === 'workspace';
}

/** Loads what shows them, once, when the setting first asks for it; from then on that follows the setting itself. */
export function whenProblemsOfAllAreWanted(load: () => Promise<unknown>): vscode.Disposable {
  let isLoaded = false;
  const follow = (): void => {
    if (isLoaded || !areProblemsOfAllWanted()) return;
    isLoaded = true;
    void load();
  };
  follow();
  return vscode.workspace.onDidChangeConfiguration(follow);
}
