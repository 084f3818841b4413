/** Completions in VS Code. */
import * as vscode from 'vscode';
import { completionsAt, type Completion } from '../language/completion';
import { today, type Analyses } from './analyses';
import { selector } from './documents';
import { rangeOf } from './ranges';

const kinds: Record<Completion['kind'], vscode.CompletionItemKind> = {
  key: vscode.CompletionItemKind.Property,
  service: vscode.CompletionItemKind.Field,
  level: vscode.CompletionItemKind.EnumMember,
  value: vscode.CompletionItemKind.Value,
};

export function registerCompletion(analyses: Analyses): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const context = { ...analyses.words, text: document.getText(), today: today() };
      return completionsAt(context, document.offsetAt(position)).map((completion) => itemOf(document, completion));
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, '"', "'", ' ', '.');
}

function itemOf(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const { label, detail, documentation, kind, insertText, filterText, sortText, span, continues } = completion;
  const item = new vscode.CompletionItem(kind === 'level' && detail ? { label, description: detail } : label, kinds[kind]);
  item.detail = detail;
  item.documentation = documentation ? new vscode.MarkdownString(documentation) : undefined;
  Object.assign(item, { insertText, filterText, sortText, range: rangeOf(document, span) });
  if (continues) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
