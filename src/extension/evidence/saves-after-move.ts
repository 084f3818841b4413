/**
 * Saves documents that were edited by a move and had no unsaved changes before; other unsaved changes are never saved.
 */
import * as vscode from 'vscode';

export class SavesAfterMove implements vscode.Disposable {
  /** The expected text of each document, by its address after the move. */
  private readonly expected = new Map<string, string>();
  private readonly subscriptions: vscode.Disposable[];

  /** Waits for the move of these files. */
  constructor(files: vscode.FileWillRenameEvent['files']) {
    const isThis = (event: vscode.FileRenameEvent) =>
      event.files.some(({ oldUri }) => files.some((file) => String(file.oldUri) === String(oldUri)));
    this.subscriptions = [
      vscode.workspace.onDidRenameFiles((event) => isThis(event) && this.begin()),
      // Another move means that this one was cancelled.
      vscode.workspace.onWillRenameFiles(() => this.dispose()),
    ];
  }

  /**
   * Registers a document that is about to be edited, if VS Code's setting saves after refactorings and it has no other
   * unsaved changes.
   */
  expect(before: vscode.Uri, after: vscode.Uri, text: string): void {
    const isSaved = !vscode.workspace.textDocuments.some(
      ({ uri, isDirty }) => isDirty && uri.toString() === before.toString(),
    );
    const mayBeSaved = vscode.workspace.getConfiguration('files', before).get('refactoring.autoSave', true);
    if (isSaved && mayBeSaved) this.expected.set(after.toString(), text);
  }

  /** A document that is moved as well may be opened at its new place only later. */
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
