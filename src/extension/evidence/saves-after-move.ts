/**
 * Saves the documents that a move changed and that were saved before it: what the user had not saved stays as it is.
 */
import * as vscode from 'vscode';

export class SavesAfterMove implements vscode.Disposable {
  /** The text each document is expected to have, by its address after the move. */
  private readonly expected = new Map<string, string>();
  private readonly subscriptions: vscode.Disposable[];

  /** Waits for these files to be moved. */
  constructor(files: vscode.FileWillRenameEvent['files']) {
    const isThis = (event: vscode.FileRenameEvent) =>
      event.files.some(({ oldUri }) => files.some((file) => String(file.oldUri) === String(oldUri)));
    this.subscriptions = [
      vscode.workspace.onDidRenameFiles((event) => isThis(event) && this.begin()),
      // Then this one was given up.
      vscode.workspace.onWillRenameFiles(() => this.dispose()),
    ];
  }

  /**
   * Expects a document to be changed, where VS Code's setting lets refactorings be saved and there is nothing else to
   * save in it.
   */
  expect(before: vscode.Uri, after: vscode.Uri, text: string): void {
    const isSaved = !vscode.workspace.textDocuments.some(
      ({ uri, isDirty }) => isDirty && uri.toString() === before.toString(),
    );
    const mayBeSaved = vscode.workspace.getConfiguration('files', before).get('refactoring.autoSave', true);
    if (isSaved && mayBeSaved) this.expected.set(after.toString(), text);
  }

  /** A document that moved, too, may be opened at its new place only later. */
  private begin(): void {
    this.subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.save(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.save(document)),
    );
    vscode.workspace.textDocuments.forEach((document) => this.save(document));
  }

  private save(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!document.isDirty || document.getText() !== this.expected.get(key)) return;
    this.expected.delete(key);
    void document.save();
    if (this.expected.size === 0) this.dispose();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => void subscription.dispose());
  }
}
