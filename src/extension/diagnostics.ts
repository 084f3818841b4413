/** Problems of open assessments as diagnostics, and their fixes as quick fixes. */
import * as vscode from 'vscode';
import { ruleLine } from '../rules/documentation';
import type { Problem, Severity } from '../rules/rule';
import type { Analyses } from './analyses';
import type { CitedDocuments } from './cited-documents';
import { isAssessment, selector } from './documents';
import { rangeOf, workspaceEditOf } from './ranges';

/** How long typing has to pause before problems are shown anew, in milliseconds. */
const pause = 200;

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Shows problems as documents open, change and close; `refresh` shows those of all open ones anew. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('psirt-maturity');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly analyses: Analyses,
    private readonly cited: CitedDocuments,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.update(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.clear(document)),
      cited.onDidChange((uri) => this.documentOf(uri).forEach((document) => this.show(document))),
      cited.onDidChangeFiles(() => vscode.workspace.textDocuments.forEach((document) => this.schedule(document))),
      vscode.languages.registerCodeActionsProvider(selector, { provideCodeActions: (document, range, context) => this.actions(document, range, context) }, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
    this.refresh();
  }

  refresh(): void {
    vscode.workspace.textDocuments.forEach((document) => this.update(document));
  }

  private schedule(document: vscode.TextDocument): void {
    if (!isAssessment(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => this.update(document), pause));
  }

  private update(document: vscode.TextDocument): void {
    this.timers.delete(document.uri.toString());
    if (!isAssessment(document) || document.isClosed) return;
    this.show(document);
    void this.cited.lookUp(document, this.analyses.of(document).assessment);
  }

  private show(document: vscode.TextDocument): void {
    this.collection.set(document.uri, this.analyses.problems(document).map((problem) => this.diagnosticOf(document, problem)));
  }

  private clear(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(document.uri);
    this.cited.forget(document);
  }

  private documentOf(uri: vscode.Uri): vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter((document) => document.uri.toString() === uri.toString() && isAssessment(document));
  }

  private actions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const problems = this.analyses.problems(document).filter(({ span }) => rangeOf(document, span).intersection(range));
    return problems.flatMap((problem) =>
      (problem.fixes?.() ?? []).map(({ title, edits, snippet }, index) => {
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.edit = workspaceEditOf(document, edits, snippet);
        action.diagnostics = [this.diagnosticOf(document, problem)];
        action.isPreferred = index === 0;
        return action;
      }),
    );
  }

  private diagnosticOf(document: vscode.TextDocument, { rule, severity, message, span }: Problem): vscode.Diagnostic {
    const diagnostic = new vscode.Diagnostic(rangeOf(document, span), message, severities[severity]);
    const page = vscode.Uri.joinPath(this.extensionUri, 'media', `rules.${this.analyses.words.t.language}.md`);
    diagnostic.source = 'psirt-maturity';
    diagnostic.code = { value: rule, target: page.with({ fragment: `L${ruleLine(rule)}` }) };
    return diagnostic;
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.dispose();
    this.collection.dispose();
  }
}
