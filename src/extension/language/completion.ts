/** Completions of assessments in VS Code, those of evidence among them; what works them out is loaded when it is first asked to. */
import * as vscode from 'vscode';
import type { Completion } from '../../language/completion';
import { today, type Analyses } from '../core/analyses';
import { selector } from '../core/documents';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { registerSuggestions, suggestNext, type Suggest } from '../core/suggestions';
import { isOurs } from './yaml-servers';

const kinds: Record<Completion['kind'], vscode.CompletionItemKind> = {
  key: vscode.CompletionItemKind.Property,
  service: vscode.CompletionItemKind.Field,
  level: vscode.CompletionItemKind.EnumMember,
  value: vscode.CompletionItemKind.Value,
  // Not its own kind: that one goes by a setting for VS Code's list of snippets, which is off.
  snippet: vscode.CompletionItemKind.Struct,
};

export function registerCompletion(analyses: Analyses): vscode.Disposable {
  const completions: Suggest = async (document, position) => {
    if (!isOurs('completion', document)) return [];
    const { completionsAt } = await import('../../language/completion');
    const context = { ...analyses.wordsOf(document), text: document.getText(), today: today() };
    return completionsAt(context, document.offsetAt(position)).map((completion) => itemOf(document, completion));
  };
  const evidence: Suggest = async (document, position) =>
    (await import('../evidence/evidence-completion')).evidenceCompletions(document, position);
  return registerSuggestions(selector, [completions, evidence]);
}

function itemOf(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const {
    label,
    detail,
    documentation,
    kind,
    insertText,
    filterText,
    sortText,
    span,
    continues,
    preselect,
    snippet,
    besides,
  } = completion;
  const item = new vscode.CompletionItem(
    kind === 'level' && detail ? { label, description: detail } : label,
    kinds[kind],
  );
  item.detail = detail;
  item.documentation = documentation ? markdownString(documentation) : undefined;
  // Our texts are indented already.
  Object.assign(item, { filterText, sortText, preselect, keepWhitespace: true, range: rangeOf(document, span) });
  item.insertText = snippet ? new vscode.SnippetString(insertText) : insertText;
  if (besides?.length)
    item.additionalTextEdits = besides.map((edit) =>
      vscode.TextEdit.replace(rangeOf(document, edit.span), edit.newText),
    );
  if (continues) item.command = suggestNext;
  return item;
}
