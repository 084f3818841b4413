/** Which YAML servers there are at the moment, and what they leave to us. */
import * as vscode from 'vscode';
import { isOursBeside, isYamlServer, type SharedFeature } from '../../language/coexistence';

/** Whether we show a feature in an assessment; always so in those of our own language. */
export function isOurs(feature: SharedFeature, document: vscode.TextDocument): boolean {
  if (document.languageId !== 'yaml') return true;
  // An extension that is installed but does not run yet is about to: it is started by the same document.
  const servers = vscode.extensions.all.filter(isYamlServer);
  return isOursBeside(feature, servers, (setting) =>
    vscode.workspace.getConfiguration('', document).get(setting, true),
  );
}

/** Tells when `isOurs` may answer otherwise: extensions came or went, or were set up differently. */
export function onDidChangeYamlServers(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('yaml') && listener()),
  );
}
