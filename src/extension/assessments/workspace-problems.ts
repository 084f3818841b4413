/**
 * Shows problems of assessments that are not open, if the setting asks for them, from the index that the view uses,
 * too.
 */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import type { AssessmentIndex } from './assessment-index';
import { yieldToHost } from '../../language/yield-to-host';
import { diagnosticOf } from '../language/diagnostics';
import { isAssessment } from '../core/assessment-documents';
import { areProblemsOfAllWanted } from './problem-scope';

/** The number of files whose problems are shown at a stretch. */
const together = 50;

/** Uses a diagnostic collection of its own: a file is in either this one or that of open documents. */
export class WorkspaceProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('psirt-maturity-workspace');
  private readonly subscriptions: vscode.Disposable;
  private wanted = false;

  constructor(
    private readonly analyses: Analyses,
    private readonly index: AssessmentIndex,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('psirtMaturity.problems.scope') && this.refresh(),
      ),
      index.onDidChange((uris) => this.show(uris)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.show([uri])),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.show([uri])),
    );
    this.refresh();
  }

  /** Shows or clears everything according to the setting. */
  private refresh(): void {
    this.wanted = areProblemsOfAllWanted();
    if (!this.wanted) return this.collection.clear();
    void this.show(this.index.files.map(({ uri }) => uri));
    void this.index.start();
  }

  /** Shows the present problems of some files, a few files at a time, as they may be thousands. */
  private async show(uris: readonly vscode.Uri[]): Promise<void> {
    for (let at = 0; at < uris.length; at += together) {
      await yieldToHost();
      if (!this.wanted) return;
      const open = new Set(vscode.workspace.textDocuments.filter(isAssessment).map(({ uri }) => uri.toString()));
      const shown = (uri: vscode.Uri) => (open.has(uri.toString()) ? undefined : this.diagnosticsOf(uri));
      this.collection.set(uris.slice(at, at + together).map((uri) => [uri, shown(uri)]));
    }
  }

  private diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] | undefined {
    return this.index.get(uri)?.problems.map((problem) => {
      const { start, end } = problem.range;
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return diagnosticOf(problem, range, this.extensionUri, this.analyses.words.t.language);
    });
  }

  dispose(): void {
    this.wanted = false;
    this.subscriptions.dispose();
    this.collection.dispose();
  }
}
