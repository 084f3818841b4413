/** Completions of evidence links: files, folders, and headings of the cited document. */
import * as vscode from 'vscode';
import type { CitationCompletion } from '../../language/citation-completion';
import { citationKinds } from '../../language/editor-kinds';
import { citationCompletionsAt } from '../../language/evidence';
import { homeOf } from './cited-documents';
import { filesNear } from './files-near';
import { rangeOf } from '../core/ranges';
import { suggestNext } from '../core/suggestions';

/** The completions at a position. */
export async function evidenceCompletions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const { uri } = document;
  const offset = document.offsetAt(position);
  const completions = await citationCompletionsAt(document.getText(), offset, homeOf(uri), filesNear(uri));
  return completions.map((completion) => itemOf(document, completion));
}

function itemOf(document: vscode.TextDocument, completion: CitationCompletion): vscode.CompletionItem {
  const { label, detail, kind, insertText, filterText, sortText, span, continues } = completion;
  const shown = detail ? { label, description: detail } : label;
  const item = new vscode.CompletionItem(shown, vscode.CompletionItemKind[citationKinds[kind]]);
  Object.assign(item, { insertText, filterText, sortText, range: rangeOf(document, span) });
  if (continues) item.command = suggestNext;
  return item;
}
