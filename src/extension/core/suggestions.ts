/**
 * Suggestions while typing, without VS Code's trigger characters: after one of those VS Code keeps the old list while
 * it requests a new one, and Enter or Tab would then insert an entry of the old list over the text typed since.
 */
import * as vscode from 'vscode';
import { isListDue, isListStillDue } from '../../language/due';

/** Computes suggestions at a position. */
export type Suggest = (
  document: vscode.TextDocument,
  position: vscode.Position,
) => Promise<readonly vscode.CompletionItem[]>;

/** Opens the next suggestions as if triggered by typing, so that a completely typed value needs no Enter to confirm. */
export const suggestNext: vscode.Command = {
  command: 'editor.action.triggerSuggest',
  title: '',
  arguments: [{ auto: true }],
};

/** Where a list was requested. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/**
 * Registers suggestions for documents. They open at the user's request, at the start of words, and where `isListDue`
 * says so.
 */
export function registerSuggestions(selector: vscode.DocumentSelector, kinds: readonly Suggest[]): vscode.Disposable {
  /** Where a list was requested, until VS Code asks for suggestions at the cursor. */
  let asked: Place | undefined;

  const onType = async (event: vscode.TextDocumentChangeEvent): Promise<void> => {
    const { document } = event;
    const typed = vscode.languages.match(selector, document) ? placeTyped(event) : undefined;
    if (!typed || !vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true))
      return;
    const own = { document, position: typed };
    asked = own;
    await vscode.commands.executeCommand(suggestNext.command, ...(suggestNext.arguments ?? []));
    if (asked === own) asked = undefined;
  };

  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      if (asked && isOutdated(asked, document, position)) return [];
      return (await Promise.all(kinds.map((suggest) => suggest(document, position)))).flat();
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(selector, provider),
    vscode.workspace.onDidChangeTextDocument(onType),
  );
}

/** Whether the cursor has gone on by now: an outdated list would take the next Enter. */
function isOutdated(asked: Place, document: vscode.TextDocument, position: vscode.Position): boolean {
  if (asked.document !== document || asked.position.line !== position.line) return true;
  if (position.isBefore(asked.position)) return true;
  return !isListStillDue(document.getText(new vscode.Range(asked.position, position)));
}

/** The position after a character typed in the active editor, if a list opens there. */
function placeTyped({
  document,
  contentChanges: [change, ...others],
  reason,
}: vscode.TextDocumentChangeEvent): vscode.Position | undefined {
  if (!change || others.length > 0 || reason !== undefined || vscode.window.activeTextEditor?.document !== document)
    return undefined;
  // Opening quotes and brackets are inserted together with the closing ones.
  if (change.rangeLength > 0 || !/^(?:.|""|''|\[\])$/.test(change.text)) return undefined;
  const position = change.range.start.translate(0, 1);
  return isListDue(document.lineAt(position).text.slice(0, position.character)) ? position : undefined;
}
