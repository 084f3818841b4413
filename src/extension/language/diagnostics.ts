/** Problems of open assessments as diagnostics. */
import * as vscode from 'vscode';
import { severityKinds } from '../../language/editor-kinds';
import type { Language } from '../../messages/messages';
import { ruleLines } from '../../rules/rule-lines';
import type { Problem } from '../../rules/rule';
import type { Analyses } from '../core/analyses';
import { yieldToHost } from '../../language/yield-to-host';
import type { CitedDocuments } from '../evidence/cited-documents';
import { isSchemaProblem } from '../../language/coexistence';
import { isAssessment } from '../core/assessment-documents';
import { rangeOf } from '../core/ranges';
import { isOurs, onDidChangeYamlServers } from './yaml-servers';

/** The pause in typing after which problems are updated, in milliseconds. */
const pause = 200;

/** Updates problems as documents open, change and close; `refresh` updates those of all open ones. */
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
      analyses.onDidChange(({ document, by }) => (by === 'text' ? this.schedule(document) : this.show(document))),
      vscode.workspace.onDidCloseTextDocument((document) => this.clear(document)),
      cited.onDidChangeFiles(() => vscode.workspace.textDocuments.forEach((document) => this.schedule(document))),
      onDidChangeYamlServers(() => this.refresh()),
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
    this.timers.set(
      key,
      setTimeout(() => void this.update(document), pause),
    );
  }

  private async update(document: vscode.TextDocument): Promise<void> {
    this.timers.delete(document.uri.toString());
    if (!isAssessment(document)) return;
    // An edit of many documents opens them all at once.
    await yieldToHost();
    if (document.isClosed) return;
    this.show(document);
    void this.cited.lookUp(document, this.analyses.of(document).assessment);
    void this.analyses.lookUpWords(document);
  }

  private show(document: vscode.TextDocument): void {
    const all = this.analyses.problems(document);
    const ours = isOurs('schemaProblems', document) ? all : all.filter((problem) => !isSchemaProblem(problem));
    this.collection.set(
      document.uri,
      ours.map((problem) => this.diagnosticOf(document, problem)),
    );
  }

  private clear(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(document.uri);
    this.cited.forget(document);
  }

  private diagnosticOf(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
    return diagnosticOf(problem, rangeOf(document, problem.span), this.extensionUri, this.analyses.words.t.language);
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.dispose();
    this.collection.dispose();
  }
}

/** A problem as a diagnostic, linked to the rule's page in the user's language. */
export function diagnosticOf(
  { rule, severity, message }: { readonly rule: keyof typeof ruleLines } & Pick<Problem, 'severity' | 'message'>,
  range: vscode.Range,
  extensionUri: vscode.Uri,
  language: Language,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity[severityKinds[severity]]);
  const page = vscode.Uri.joinPath(extensionUri, 'media', `rules.${language}.md`);
  diagnostic.source = 'psirt-maturity';
  diagnostic.code = { value: rule, target: page.with({ fragment: `L${ruleLines[rule]}` }) };
  return diagnostic;
}
