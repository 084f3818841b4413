/**
 * Suggestions that come as one types, without VS Code's trigger characters: after one of those VS Code leaves the old
 * list standing while it asks again, and Enter or Tab then writes an entry of the old list over what was typed since.
 */
import * as vscode from 'vscode';
import { isListDue } from '../../language/due';

/** What is suggested at a place; several kinds may be. */
export type Suggest = (
  document: vscode.TextDocument,
  position: vscode.Position,
) => Promise<readonly vscode.CompletionItem[]>;

/** Shows what is suggested next, as if it came by itself: what is typed out in full then takes no Enter to confirm. */
export const suggestNext: vscode.Command = {
  command: 'editor.action.triggerSuggest',
  title: '',
  arguments: [{ auto: true }],
};

/**
 * Registers suggestions for documents; they are asked for by the user, by words that are begun, and where `isListDue`
 * says so.
 */
export function registerSuggestions(selector: vscode.DocumentSelector, kinds: readonly Suggest[]): vscode.Disposable {
  /** Where a list was asked for, until VS Code has looked where the cursor is by then. */
  let asked: { readonly document: vscode.TextDocument; readonly line: number } | undefined;

  const onType = async (event: vscode.TextDocumentChangeEvent): Promise<void> => {
    const { document } = event;
    const typed = vscode.languages.match(selector, document) ? placeTyped(event) : undefined;
    if (!typed || !vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true))
      return;
    const own = { document, line: typed.line };
    asked = own;
    await vscode.commands.executeCommand(suggestNext.command, ...(suggestNext.arguments ?? []));
    if (asked === own) asked = undefined;
  };

  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      // The next line is being typed by now: a list that nobody waits for would take the next Enter.
      if (asked && (asked.document !== document || asked.line !== position.line)) return [];
      return (await Promise.all(kinds.map((suggest) => suggest(document, position)))).flat();
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(selector, provider),
    vscode.workspace.onDidChangeTextDocument(onType),
  );
}

/** The place behind a character that was typed in the active editor, where a list is due there. */
function placeTyped({
  document,
  contentChanges: [change, ...others],
  reason,
}: vscode.TextDocumentChangeEvent): vscode.Position | undefined {
  if (!change || others.length > 0 || reason !== undefined || vscode.window.activeTextEditor?.document !== document)
    return undefined;
  // An opening quote or bracket comes with its other half.
  if (change.rangeLength > 0 || !/^(?:.|""|''|\[\])$/.test(change.text)) return undefined;
  const position = change.range.start.translate(0, 1);
  return isListDue(document.lineAt(position).text.slice(0, position.character)) ? position : undefined;
}
