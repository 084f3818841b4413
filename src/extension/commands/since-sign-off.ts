/** Compares a file with its last signed state, in the grid: the target of the rule's quick fix. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { isAssessment } from '../core/assessment-documents';
import { gridView, type Grid } from '../panel/grid';

/** Makes the signed state the baseline of a file and shows the grid; does nothing where that state is not known. */
export async function showSinceSignOff(
  { analyses, grid }: { readonly analyses: Analyses; readonly grid: Grid },
  given: unknown,
): Promise<void> {
  const document = given instanceof vscode.Uri ? await vscode.workspace.openTextDocument(given) : undefined;
  const signed = document && isAssessment(document) && analyses.signedOf(document.uri, analyses.of(document));
  if (!signed) return;
  analyses.baselines.set(document.uri, { name: signed.name, text: signed.assessment.text });
  if (!grid.isVisible) await vscode.commands.executeCommand(`${gridView}.focus`);
}
