/** Tells VS Code's walkthrough that one of its steps is done: the command alone may have been given up. */
import * as vscode from 'vscode';

/** A step of the walkthrough that is more than a look at something. */
export type Step = 'create' | 'score' | 'plan' | 'next';

export function done(step: Step): void {
  void vscode.commands.executeCommand('setContext', `psirtMaturity.done.${step}`, true);
}
