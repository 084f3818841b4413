/** Registers the editor's features for evidence: links, hovers, drops, and updates of citations; loaded on demand. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { citation, uriList } from './drop-kinds';
import { selector } from '../core/assessment-documents';
import { registerEvidenceHover } from './evidence-hover';
import { registerEvidenceLinks } from './evidence-links';

export function registerEvidence(analyses: Analyses): vscode.Disposable {
  // Menus of other files show our commands only while the extension is active.
  void vscode.commands.executeCommand('setContext', 'psirtMaturity.active', true);
  return vscode.Disposable.from(
    registerEvidenceLinks(analyses),
    registerEvidenceHover(analyses),
    registerDrops(analyses),
    vscode.workspace.onWillRenameFiles((event) =>
      event.waitUntil(import('./citation-updates').then(({ citationUpdates }) => citationUpdates(analyses, event))),
    ),
  );
}

function registerDrops(analyses: Analyses): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      selector,
      {
        provideDocumentDropEdits: async (...dropped) =>
          (await import('./dropped-citations')).dropEdit(analyses, ...dropped),
      },
      { dropMimeTypes: [uriList], providedDropEditKinds: [citation] },
    ),
    vscode.languages.registerDocumentPasteEditProvider(
      selector,
      {
        provideDocumentPasteEdits: async (document, ranges, data) =>
          (await import('./dropped-citations')).pasteEdits(analyses, document, ranges, data),
      },
      { pasteMimeTypes: [uriList], providedPasteEditKinds: [citation] },
    ),
  );
}
