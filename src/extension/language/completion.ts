/** Completions of assessments in VS Code, including those of evidence; their code is loaded on demand. */
import * as vscode from 'vscode';
import type { Completion } from '../../language/completion-item';
import { completionKinds } from '../../language/editor-kinds';
import { today, type Analyses } from '../core/analyses';
import { selector } from '../core/assessment-documents';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { registerSuggestions, suggestNext, type Suggest } from '../core/suggestions';
import { isOurs } from './yaml-servers';

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
    vscode.CompletionItemKind[completionKinds[kind]],
  );
  item.detail = detail;
  item.documentation = documentation ? markdownString(documentation) : undefined;
  // The texts are indented already.
  Object.assign(item, { filterText, sortText, preselect, keepWhitespace: true, range: rangeOf(document, span) });
  item.insertText = snippet ? new vscode.SnippetString(insertText) : insertText;
  if (besides?.length)
    item.additionalTextEdits = besides.map((edit) =>
      vscode.TextEdit.replace(rangeOf(document, edit.span), edit.newText),
    );
  if (continues) item.command = suggestNext;
  return item;
}
