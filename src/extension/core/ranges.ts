/** Converts spans and edits to VS Code's ranges and edits; the only place that does. */
import * as vscode from 'vscode';
import type { TextEdit } from '../../assessment/edit/edit';
import type { Span } from '../../assessment/yaml/tree';

/** The range of a span; an empty span gives an empty range. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A workspace edit with all edits of one document, as one undo step. */
export function workspaceEditOf(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  snippet = false,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const made = edits.map(({ span, newText }) => {
    const range = rangeOf(document, span);
    if (!snippet || !newText.includes('${')) return vscode.TextEdit.replace(range, newText);
    const snippetEdit = vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(newText));
    // The texts are indented already.
    snippetEdit.keepWhitespace = true;
    return snippetEdit;
  });
  edit.set(document.uri, made as vscode.TextEdit[]);
  return edit;
}
