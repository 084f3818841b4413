/** Notifications, in texts that are fit for them: names, paths and reasons out of files stand in them as text. */
import * as vscode from 'vscode';
import type { Refusal } from '../../assessment/edit/plan';
import { label, labelled } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import type { Label } from '../../messages/safe-text';
import { unattended } from './unattended';

/** Tells something; gives the action that is chosen, if one is. */
export function inform(text: Label, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(text, ...actions);
}

/**
 * Asks before something is lost or given, and says whether the action was chosen; `detail` stands below the question. A
 * question of this kind has no links anyway.
 */
export async function confirmed(question: Label, action: string, detail?: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, action)) === action;
}

/** Tells that something could not be done as it was asked for. */
export function warn(text: Label): void {
  void vscode.window.showWarningMessage(text);
}

/** Tells why an edit could not be made. */
export function warnOf({ key, parameters }: Refusal, t: Translate): void {
  warn(t(key, labelled(parameters)));
}

/** Does what nobody waits for, and tells why where it fails. */
export function attempt(work: () => Promise<unknown>, t: Translate): void {
  unattended(work, (reason) => informOfError(t('panel.failed', { reason: label(reason) })));
}

/** Tells that something failed. */
export function informOfError(text: Label): void {
  void vscode.window.showErrorMessage(text);
}

/** Does what takes a while, and tells so in a `place` of VS Code. */
export function withProgress<T>(
  place: vscode.ProgressLocation | { readonly viewId: string },
  title: Label | undefined,
  task: (token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: place, title, cancellable: place === vscode.ProgressLocation.Notification };
  return vscode.window.withProgress(options, (_progress, token) => task(token));
}
