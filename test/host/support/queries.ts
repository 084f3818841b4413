/** Asks VS Code what it would show at a place. */
import * as vscode from 'vscode';

/** What is said at a place, one text a hover. */
export async function hovers(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return found.map(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value).join('\n'));
}

/** What is suggested at a place, in the order shown; words of the text are left out. */
export async function completions(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}
