/** All that the editor does for evidence: links, completions, hovers, and keeping citations right. */
import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import { registerCiteDrop } from './cite-drop';
import { registerEvidenceCompletion } from './evidence-completion';
import { registerEvidenceHover } from './evidence-hover';
import { registerEvidenceLinks } from './evidence-links';

export function registerEvidence(analyses: Analyses): vscode.Disposable {
  // In the menus of other files our commands show once the extension is at work.
  void vscode.commands.executeCommand('setContext', 'psirtMaturity.active', true);
  return vscode.Disposable.from(
    registerEvidenceLinks(analyses),
    registerEvidenceCompletion(),
    registerEvidenceHover(analyses),
    registerCiteDrop(analyses),
    vscode.workspace.onWillRenameFiles((event) => event.waitUntil(import('./citation-updates').then(({ citationUpdates }) => citationUpdates(analyses, event)))),
  );
}
