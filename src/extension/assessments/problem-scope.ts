/** Whether problems of assessments that are not open are shown. */
import * as vscode from 'vscode';
import { once } from '../core/once';

/** The present value of the setting. */
export function areProblemsOfAllWanted(): boolean {
  return vscode.workspace.getConfiguration('psirtMaturity').get('problems.scope') === 'workspace';
}

/**
 * Loads the code that shows them once, when the setting first asks for it; from then on that code follows the setting.
 */
export function whenProblemsOfAllAreWanted(load: () => Promise<unknown>): vscode.Disposable {
  const loaded = once(load);
  const follow = (): void => {
    if (areProblemsOfAllWanted()) void loaded();
  };
  follow();
  return vscode.workspace.onDidChangeConfiguration(follow);
}
