/** Language features of overlay and crosswalk files, with each version parsed once. */
import * as vscode from 'vscode';
import type { Hover } from '../../language/hover';
import type { OwnFileCompletion } from '../../language/overlay';
import type { OwnFileProblem } from '../../rules/check-overlay';
import type { Analyses } from '../core/analyses';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { registerSuggestions } from '../core/suggestions';
import { diagnosticOf } from './diagnostics';

/** The pause in typing after which problems are updated, in milliseconds. */
const pause = 200;

/** A kind of file: how it is parsed, and its problems, hovers and completions. */
export interface OwnFileKind<File> {
  /** The language id. */
  readonly language: string;
  parse(text: string): File;
  problems(file: File): readonly OwnFileProblem[];
  hoverAt(file: File, offset: number): Promise<Hover | undefined>;
  completionsAt(file: File, offset: number): Promise<readonly OwnFileCompletion[]>;
}

export class OwnFileEditor<File> implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly file: File }>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly kind: OwnFileKind<File>,
    private readonly analyses: Analyses,
    private readonly extensionUri: vscode.Uri,
  ) {
    const { language } = kind;
    this.collection = vscode.languages.createDiagnosticCollection(language);
    this.subscriptions = vscode.Disposable.from(
      this.collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.show(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
      analyses.onDidChangeWords(() => this.showAll()),
      vscode.languages.registerHoverProvider(language, {
        provideHover: (document, position) => this.hover(document, position),
      }),
      registerSuggestions(language, [(document, position) => this.complete(document, position)]),
    );
    this.showAll();
  }

  private showAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.show(document));
  }

  private schedule(document: vscode.TextDocument): void {
    if (document.languageId !== this.kind.language) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    const show = () => this.show(document);
    this.timers.set(key, setTimeout(show, pause));
  }

  private show(document: vscode.TextDocument): void {
    if (document.languageId !== this.kind.language || document.isClosed) return;
    const { language } = this.analyses.words.t;
    const problems = this.kind.problems(this.fileOf(document));
    this.collection.set(
      document.uri,
      problems.map((problem) => diagnosticOf(problem, rangeOf(document, problem.span), this.extensionUri, language)),
    );
  }

  private fileOf(document: vscode.TextDocument): File {
    const known = this.read.get(document);
    if (known?.version === document.version) return known.file;
    const file = this.kind.parse(document.getText());
    this.read.set(document, { version: document.version, file });
    return file;
  }

  private async hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const hover = await this.kind.hoverAt(this.fileOf(document), document.offsetAt(position));
    return hover && new vscode.Hover(markdownString(hover.markdown), rangeOf(document, hover.span));
  }

  private async complete(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const completions = await this.kind.completionsAt(this.fileOf(document), document.offsetAt(position));
    return completions.map(({ label, insertText, detail, documentation, span, isValue }, index) => {
      const item = new vscode.CompletionItem(
        detail ? { label, description: detail } : label,
        isValue ? vscode.CompletionItemKind.Value : vscode.CompletionItemKind.Property,
      );
      const typed = document.getText(rangeOf(document, span));
      const filterText = `${/^["']/.exec(typed)?.[0] ?? ''}${label} ${detail ?? ''}`;
      item.documentation = documentation ? markdownString(documentation) : undefined;
      const sortText = String(index).padStart(2, '0');
      return Object.assign(item, { insertText, filterText, sortText, range: rangeOf(document, span) });
    });
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.dispose();
  }
}
