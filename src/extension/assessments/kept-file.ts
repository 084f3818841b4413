/** The file in the workspace's storage that keeps the index. */
import * as vscode from 'vscode';
import type { KeptFile } from './kept-index';

const name = 'assessments.jsonl';

/** The file in the folder that VS Code has for us and this workspace; none where no folder is open. */
export function keptFileIn({ storageUri, extensionMode }: vscode.ExtensionContext): KeptFile | undefined {
  // While the extension is developed, its rules change without its version.
  if (!storageUri || extensionMode === vscode.ExtensionMode.Development) return undefined;
  const { fs } = vscode.workspace;
  const [file, next] = [vscode.Uri.joinPath(storageUri, name), vscode.Uri.joinPath(storageUri, `${name}.next`)];
  return {
    read: async (longest) => ((await fs.stat(file)).size <= longest ? fs.readFile(file) : undefined),
    write: async (content) => {
      await fs.createDirectory(storageUri);
      await fs.writeFile(next, content);
      await fs.rename(next, file, { overwrite: true });
    },
  };
}
