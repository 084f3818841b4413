/** The one converter between spans of the core and VS Code's ranges and edits. */
import * as vscode from 'vscode';
import type { TextEdit } from '../../assessment/edit/edit';
import type { Span } from '../../assessment/yaml/tree';

/** The range of a span; a span without length keeps none. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A workspace edit that makes all the edits in one document, as one undo step. */
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
    // Our texts are indented already.
    snippetEdit.keepWhitespace = true;
    return snippetEdit;
  });
  edit.set(document.uri, made as vscode.TextEdit[]);
  return edit;
}
