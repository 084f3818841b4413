/** All that the editor does for evidence: links, completions, hovers, and keeping citations right. */
import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import { registerCitationUpdates } from './citation-updates';
import { registerCiteDrop } from './cite-drop';
import { registerEvidenceCompletion } from './evidence-completion';
import { registerEvidenceHover } from './evidence-hover';
import { registerEvidenceLinks } from './evidence-links';
import { registerFindCitations } from './find-citations';

export function registerEvidence(analyses: Analyses): vscode.Disposable {
  return vscode.Disposable.from(
    registerEvidenceLinks(analyses),
    registerEvidenceCompletion(),
    registerEvidenceHover(analyses),
    registerCiteDrop(analyses),
    registerCitationUpdates(analyses),
    registerFindCitations(analyses),
  );
}
