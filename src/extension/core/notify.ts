/** Notifications: names, paths and reasons out of files stand in them as text, whatever they look like. */
import * as vscode from 'vscode';
import { withoutLinks } from '../../language/interface-text';

/** Tells something; gives the action that is chosen, if one is. */
export function tell(text: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(text), ...actions);
}

/** Asks before something is lost, and says whether the action was chosen. A question of this kind has no links anyway. */
export async function confirmed(question: string, action: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true }, action)) === action;
}

/** Tells that something could not be done as it was asked for. */
export function warn(text: string): void {
  void vscode.window.showWarningMessage(withoutLinks(text));
}

/** Tells that something failed. */
export function tellError(text: string): void {
  void vscode.window.showErrorMessage(withoutLinks(text));
}
