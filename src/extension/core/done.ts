/**
 * Tells VS Code's walkthrough that a step is complete: running the command is not enough, since it may be cancelled.
 */
import * as vscode from 'vscode';

/** A step of the walkthrough that the user has to carry out. */
export type Step = 'create' | 'score' | 'plan' | 'next';

export function done(step: Step): void {
  void vscode.commands.executeCommand('setContext', `psirtMaturity.done.${step}`, true);
}
