/** Language features for overlay and crosswalk files; loaded when the first file of a kind opens. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { once } from '../core/once';

const wording = 'psirt-wording-yaml';
const crosswalk = 'psirt-crosswalk-yaml';

/**
 * Waits for the first file of each kind. Files opened as plain YAML are left to a YAML server, which has our JSON
 * Schema.
 */
export function registerOwnFiles(analyses: Analyses, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    onFirst(wording, async () => {
      const [{ OwnFileEditor }, { overlayKind }] = await Promise.all([
        import('./own-file-editor'),
        import('./overlay-kind'),
      ]);
      return new OwnFileEditor(overlayKind(wording, analyses, extensionUri), analyses, extensionUri);
    }),
    onFirst(crosswalk, async () => {
      const [{ OwnFileEditor }, { crosswalkKind }] = await Promise.all([
        import('./own-file-editor'),
        import('./crosswalk-kind'),
      ]);
      return new OwnFileEditor(crosswalkKind(crosswalk, analyses), analyses, extensionUri);
    }),
  );
}

/** Starts a feature when the first document of a language opens. */
function onFirst(language: string, start: () => Promise<vscode.Disposable>): vscode.Disposable {
  const parts: vscode.Disposable[] = [];
  const started = once(async () => parts.push(await start()));
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (document.languageId === language) await started();
  };
  parts.push(vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach((document) => void look(document));
  return { dispose: () => parts.forEach((part) => part.dispose()) };
}
