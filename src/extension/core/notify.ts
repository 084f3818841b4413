/** Notifications, with texts escaped for them: names, paths and reasons from files are plain text there. */
import * as vscode from 'vscode';
import type { Refusal } from '../../assessment/edit/plan';
import { label, labelled } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import type { Label } from '../../messages/safe-text';
import { unattended } from './unattended';

/** Shows an information message; resolves to the action chosen, if any. */
export function inform(text: Label, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(text, ...actions);
}

/**
 * Asks for confirmation before something is lost or revealed; resolves to whether the action was chosen. `detail` is
 * shown below the question. Modal dialogs render no links.
 */
export async function confirmed(question: Label, action: string, detail?: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, action)) === action;
}

/** Warns that something could not be done as requested. */
export function warn(text: Label): void {
  void vscode.window.showWarningMessage(text);
}

/** Warns why an edit could not be made. */
export function warnOf({ key, parameters }: Refusal, t: Translate): void {
  warn(t(key, labelled(parameters)));
}

/** Runs work that nobody awaits, and shows the error where it fails. */
export function attempt(work: () => Promise<unknown>, t: Translate): void {
  unattended(work, (reason) => informOfError(t('panel.failed', { reason: label(reason) })));
}

/** Shows an error message. */
export function informOfError(text: Label): void {
  void vscode.window.showErrorMessage(text);
}

/** Runs long work with a progress indication at a `place` of VS Code. */
export function withProgress<T>(
  place: vscode.ProgressLocation | { readonly viewId: string },
  title: Label | undefined,
  task: (token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: place, title, cancellable: place === vscode.ProgressLocation.Notification };
  return vscode.window.withProgress(options, (_progress, token) => task(token));
}
