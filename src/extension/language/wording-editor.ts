/** What VS Code shows in wording files, from the one reading of each version. */
import * as vscode from 'vscode';
import { parseWording, type WordingFile } from '../../overlay/read-wording';
import { wordingCompletionsAt, wordingHoverAt } from '../../language/wording';
import { checkWording } from '../../rules/check-wording';
import type { Analyses } from '../core/analyses';
import { diagnosticOf } from './diagnostics';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { registerSuggestions } from '../core/suggestions';
import { loadSheet } from '../core/wording';

/** How long typing has to pause before problems are shown anew, in milliseconds. */
const pause = 200;

export class WordingEditor implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('psirt-maturity-wording');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly file: WordingFile }>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly language: string,
    private readonly analyses: Analyses,
    private readonly extensionUri: vscode.Uri,
  ) {
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
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    if (document.languageId === this.language)
      this.timers.set(
        key,
        setTimeout(() => this.show(document), pause),
      );
  }

  private show(document: vscode.TextDocument): void {
    if (document.languageId !== this.language || document.isClosed) return;
    const { t } = this.analyses.words;
    const problems = checkWording(this.fileOf(document), t);
    this.collection.set(
      document.uri,
      problems.map((problem) => diagnosticOf(problem, rangeOf(document, problem.span), this.extensionUri, t.language)),
    );
  }

  private fileOf(document: vscode.TextDocument): WordingFile {
    const known = this.read.get(document);
    if (known?.version === document.version) return known.file;
    const file = parseWording(document.getText());
    this.read.set(document, { version: document.version, file });
    return file;
  }

  private async hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const file = this.fileOf(document);
    const hover = wordingHoverAt(await this.context(file), file, document.offsetAt(position));
    return hover && new vscode.Hover(markdownString(hover.markdown), rangeOf(document, hover.span));
  }

  private async complete(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const context = await this.context(this.fileOf(document));
    return wordingCompletionsAt(context, document.getText(), document.offsetAt(position)).map(
      ({ label, insertText, detail, documentation, span, isValue }, index) => {
        const item = new vscode.CompletionItem(
          detail ? { label, description: detail } : label,
          isValue ? vscode.CompletionItemKind.Value : vscode.CompletionItemKind.Property,
        );
        const typed = document.getText(rangeOf(document, span));
        const filterText = `${/^["']/.exec(typed)?.[0] ?? ''}${label} ${detail ?? ''}`;
        item.documentation = documentation ? markdownString(documentation) : undefined;
        return Object.assign(item, {
          insertText,
          filterText,
          sortText: String(index).padStart(2, '0'),
          range: rangeOf(document, span),
        });
      },
    );
  }

  /** The words a file replaces are those of its own language, whatever the user's is. */
  private async context({ overlay }: WordingFile) {
    const { sheet, t } = this.analyses.words;
    const isOther = overlay && overlay.language !== t.language;
    return { t, sheet: isOther ? await loadSheet(this.extensionUri, overlay.language) : sheet };
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.dispose();
  }
}
