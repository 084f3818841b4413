/** Completions in VS Code; what works them out is loaded when it is first asked to. */
import * as vscode from 'vscode';
import type { Completion } from '../language/completion';
import { today, type Analyses } from './analyses';
import { selector } from './documents';
import { rangeOf } from './ranges';
import { isOurs } from './yaml-servers';

const kinds: Record<Completion['kind'], vscode.CompletionItemKind> = {
  key: vscode.CompletionItemKind.Property,
  service: vscode.CompletionItemKind.Field,
  level: vscode.CompletionItemKind.EnumMember,
  value: vscode.CompletionItemKind.Value,
};

/** Those that ids begin with: VS Code itself takes them for numbers, and asks nobody. */
const digits = ['1', '2', '3', '4', '5', '6'];

export function registerCompletion(analyses: Analyses): vscode.Disposable {
  let shown: { readonly document: vscode.TextDocument; readonly position: vscode.Position } | undefined;
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, _token, { triggerCharacter }) {
      if (!isOurs('completion', document)) return [];
      const { completionsAt } = await import('../language/completion');
      const context = { ...analyses.wordsOf(document), text: document.getText(), today: today() };
      const found = completionsAt(context, document.offsetAt(position));
      // A score that is typed over calls for no list; one that is there already stays.
      const goesOn = shown?.document === document && shown.position.isEqual(position.translate(0, -1));
      const wanted = digits.includes(triggerCharacter ?? '') && !goesOn ? found.filter(({ kind }) => kind === 'service') : found;
      shown = { document, position };
      return wanted.map((completion) => itemOf(document, completion));
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, '"', "'", ' ', '.', ...digits);
}

function itemOf(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const { label, detail, documentation, kind, insertText, filterText, sortText, span, continues, preselect, snippet, removes } = completion;
  const item = new vscode.CompletionItem(kind === 'level' && detail ? { label, description: detail } : label, kinds[kind]);
  item.detail = detail;
  item.documentation = documentation ? new vscode.MarkdownString(documentation) : undefined;
  // Our texts are indented already.
  Object.assign(item, { filterText, sortText, preselect, keepWhitespace: true, range: rangeOf(document, span) });
  item.insertText = snippet ? new vscode.SnippetString(insertText) : insertText;
  if (removes) item.additionalTextEdits = [vscode.TextEdit.delete(rangeOf(document, removes))];
  if (continues) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
