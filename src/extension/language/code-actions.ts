/** Quick fixes, "fix all" and refactorings in VS Code; their code is loaded on demand. */
import * as vscode from 'vscode';
import { actionKinds } from '../../language/action-kinds';
import type { CodeAction } from '../../language/code-action';
import type { Problem } from '../../rules/rule';
import { today, type Analyses } from '../core/analyses';
import { yieldToHost } from '../../language/yield-to-host';
import { selector } from '../core/assessment-documents';
import { rangeOf, workspaceEditOf } from '../core/ranges';
import { suggestNext } from '../core/suggestions';

export function registerCodeActions(analyses: Analyses): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only, triggerKind, diagnostics }, token) {
      const { codeActionsAt } = await import('../../language/code-actions');
      const context = {
        ...analyses.wordsOf(document),
        ...analyses.of(document),
        today: today(),
        signed: analyses.signedOf(document.uri, analyses.of(document)),
      };
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const request = { span, only: only?.value, invoked: triggerKind === vscode.CodeActionTriggerKind.Invoke };
      const { version } = document;
      const actions: vscode.CodeAction[] = [];
      for (const action of codeActionsAt(context, analyses.problems(document), request)) {
        actions.push(actionOf(document, action, diagnostics));
        await yieldToHost();
        // The remaining actions would be for an outdated text.
        if (token.isCancellationRequested || document.version !== version) return undefined;
      }
      return actions;
    },
  };
  const providedCodeActionKinds = Object.values(actionKinds).map((kind) => vscode.CodeActionKind.Empty.append(kind));
  return vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds });
}

function actionOf(
  document: vscode.TextDocument,
  action: CodeAction,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const { title, kind, edits, snippet, suggests, isPreferred, problem, command, target, disabled } = action;
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.Empty.append(kind));
  if (command) made.command = { title, command: `psirtMaturity.${command}`, arguments: [document.uri, target] };
  else if (disabled === undefined) made.edit = workspaceEditOf(document, edits, snippet);
  else made.disabled = { reason: disabled };
  if (suggests) made.command = suggestNext;
  if (problem) made.diagnostics = diagnostics.filter((diagnostic) => isAbout(document, diagnostic, problem));
  made.isPreferred = isPreferred;
  return made;
}

/** Whether a diagnostic corresponds to a problem. */
function isAbout(
  document: vscode.TextDocument,
  { source, code, range }: vscode.Diagnostic,
  { rule, span }: Problem,
): boolean {
  return (
    source === 'psirt-maturity' &&
    typeof code === 'object' &&
    code.value === rule &&
    range.isEqual(rangeOf(document, span))
  );
}
