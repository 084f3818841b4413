/** Creates files, never replacing existing ones. */
import * as vscode from 'vscode';

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Creates a file with its folders; resolves to whether it was created. VS Code itself refuses where one exists. */
export async function createFile(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(edit).then(undefined, () => false);
}
