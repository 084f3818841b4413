/** Wording files in the editor: problems, hovers and completions, all loaded when the first such file opens. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';

const language = 'psirt-wording-yaml';

/** Waits for the first wording file; a file of that name opened as plain YAML is its server's, which has our JSON Schema. */
export function registerWordingFiles(analyses: Analyses, extensionUri: vscode.Uri): vscode.Disposable {
  const parts: vscode.Disposable[] = [];
  const start = async (document: vscode.TextDocument): Promise<void> => {
    if (document.languageId !== language || parts.length) return;
    // In this very step, so that a second file does not start it again.
    parts.push(waiting);
    const { WordingEditor } = await import('./wording-editor');
    parts.push(new WordingEditor(language, analyses, extensionUri));
  };
  const waiting = vscode.workspace.onDidOpenTextDocument(start);
  vscode.workspace.textDocuments.forEach((document) => void start(document));
  return { dispose: () => [waiting, ...parts].forEach((part) => part.dispose()) };
}
