/** Determines the assessment a command is for: the active one, or else one of the workspace that the user chooses. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import { findAssessments } from '../assessments/find-assessments';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { choose } from '../core/ask';
import { isAssessment } from '../core/assessment-documents';
import { inform } from '../core/notify';

/**
 * The address of the assessment: the active one, the only one, or the chosen one; `none` where the workspace has none,
 * `undefined` where the user cancels.
 */
export async function meantAssessment(
  active: ActiveAssessment,
  t: Translate,
): Promise<vscode.Uri | 'none' | undefined> {
  if (active.document) return active.document.uri;
  const found = await findAssessments(new vscode.CancellationTokenSource().token);
  if (found.length === 0) return 'none';
  if (found.length === 1) return found[0];
  const items = found
    .map((uri) => ({ label: label(vscode.workspace.asRelativePath(uri)), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await choose(items, { title: t('choose.assessment') }))?.uri;
}

/**
 * The assessment to score: the one with the given address, or else as `meantAssessment`. Where there is none, offers to
 * create one.
 */
export async function documentMeant(
  { active, analyses }: { readonly active: ActiveAssessment; readonly analyses: Analyses },
  given: unknown,
): Promise<vscode.TextDocument | undefined> {
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, analyses.words.t);
  if (!uri) return undefined;
  const document = uri === 'none' ? undefined : await vscode.workspace.openTextDocument(uri);
  if (document && isAssessment(document)) return document;
  // Not awaited: the command does not depend on the answer.
  void offerNew(analyses.words.t);
  return undefined;
}

async function offerNew(t: Translate): Promise<void> {
  const create = t('view.new');
  if ((await inform(t('guided.none'), create)) === create)
    await vscode.commands.executeCommand('psirtMaturity.newAssessment');
}
