/** Completions in VS Code. */
import * as vscode from 'vscode';
import { completionsAt, type Completion } from '../language/completion';
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

export function registerCompletion(analyses: Analyses): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      if (!isOurs('completion', document)) return [];
      const context = { ...analyses.words, text: document.getText(), today: today() };
      return completionsAt(context, document.offsetAt(position)).map((completion) => itemOf(document, completion));
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, '"', "'", ' ', '.');
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
