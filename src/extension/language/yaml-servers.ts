/** Detects YAML servers, and which features are left to them. */
import * as vscode from 'vscode';
import { isOursBeside, isYamlServer, type SharedFeature } from '../../language/coexistence';

/** Whether this extension shows a feature in a document; always true for assessments of our own language. */
export function isOurs(feature: SharedFeature, document: vscode.TextDocument): boolean {
  if (document.languageId !== 'yaml') return true;
  // Installed extensions count before they run: the same document activates them.
  const servers = vscode.extensions.all.filter(isYamlServer);
  return isOursBeside(feature, servers, (setting) =>
    vscode.workspace.getConfiguration('', document).get(setting, true),
  );
}

/** Fires when the result of `isOurs` may have changed: extensions or their settings changed. */
export function onDidChangeYamlServers(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('yaml') && listener()),
  );
}
