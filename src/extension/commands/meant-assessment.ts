/** Which assessment a command is about: the active one, else one of the workspace's that the user chooses. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import { findAssessments } from '../assessments/find-assessments';
import type { ActiveAssessment } from '../core/active-assessment';
import { choose } from '../core/ask';

/** The address of the assessment meant; `none` where there is none to choose from, nothing where the user gives up. */
export async function meantAssessment(
  active: ActiveAssessment,
  t: Translate,
): Promise<vscode.Uri | 'none' | undefined> {
  if (active.document) return active.document.uri;
  const found = await findAssessments(new vscode.CancellationTokenSource().token);
  if (found.length === 0) return 'none';
  const items = found
    .map((uri) => ({ label: label(vscode.workspace.asRelativePath(uri)), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await choose(items, { title: t('choose.assessment') }))?.uri;
}
