/** Which assessment a command is about: the active one, else one of the workspace's that the user chooses. */
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
 * The address of the assessment meant: the active one, the only one, or the one chosen; `none` where there is none to
 * choose from, nothing where the user gives up.
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
 * The assessment to be scored: that of the address given, else the one meant. Where there is none a new one is offered.
 */
export async function documentMeant(
  { active, analyses }: { readonly active: ActiveAssessment; readonly analyses: Analyses },
  given: unknown,
): Promise<vscode.TextDocument | undefined> {
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, analyses.words.t);
  if (!uri) return undefined;
  const document = uri === 'none' ? undefined : await vscode.workspace.openTextDocument(uri);
  if (document && isAssessment(document)) return document;
  // Nobody waits for the answer.
  void offerNew(analyses.words.t);
  return undefined;
}

async function offerNew(t: Translate): Promise<void> {
  const create = t('view.new');
  if ((await inform(t('guided.none'), create)) === create)
    await vscode.commands.executeCommand('psirtMaturity.newAssessment');
}
