/**
 * Lenses above merge conflicts in VS Code, and what a click on them does. Where VS Code's own Merge Conflict extension
 * shows lenses to take sides, ours describe the conflict, and a click asks.
 */
import * as vscode from 'vscode';
import { takeSide, type Taken } from '../../assessment/edit/conflict-edit';
import { yieldToHost } from '../../language/yield-to-host';
import { conflictLenses, conflictTitle, shownConflicts } from '../../language/conflicts';
import { label } from '../../language/interface-text';
import { choose } from '../core/ask';
import { isAssessment } from '../core/assessment-documents';
import { warn, warnOf } from '../core/notify';
import { rangeOf, workspaceEditOf } from '../core/ranges';
import type { Words } from '../core/words';

/** A conflict in a version of a document, and the side to take; without that the user is asked. */
interface Choice {
  readonly uri: string;
  readonly version: number;
  readonly index: number;
  readonly taken?: Taken;
}

/** The lenses of a document with conflicts. */
export async function conflictLensesOf(document: vscode.TextDocument, words: Words): Promise<vscode.CodeLens[]> {
  const { version } = document;
  const conflicts = await shownConflicts(document.getText(), words.t, yieldToHost);
  if (document.version !== version) return [];
  return conflictLenses(conflicts, words, hasOwnLenses(document)).map(({ span, title, index, taken }) => {
    const choice: Choice = { uri: document.uri.toString(), version, index, taken };
    return new vscode.CodeLens(rangeOf(document, span), {
      title: label(title),
      command: 'psirtMaturity.takeSide',
      arguments: [choice],
    });
  });
}

/** Whether VS Code shows its own lenses above conflicts. */
function hasOwnLenses(document: vscode.TextDocument): boolean {
  const isThere = vscode.extensions.getExtension('vscode.merge-conflict') !== undefined;
  return isThere && vscode.workspace.getConfiguration('merge-conflict', document).get('codeLens.enabled', true);
}

/** Takes a side of a conflict, or both, as one undo step; asks which where that is not given. */
export async function resolveConflict(words: (document: vscode.TextDocument) => Words, given: unknown): Promise<void> {
  const { uri, version, index, taken } = given as Partial<Choice>;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri && isAssessment(one));
  if (!document || index === undefined) return;
  const { t, sheet } = words(document);
  if (document.version !== version) return warn(t('edit.failed'));
  const side = taken ?? (await asked(document, index, { t, sheet }));
  if (!side) return;
  if (document.version !== version) return warn(t('edit.failed'));
  const plan = takeSide(document.getText(), index, side);
  if ('refused' in plan) return warnOf(plan.refused, t);
  if (!(await vscode.workspace.applyEdit(workspaceEditOf(document, plan.edits)))) warn(t('edit.failed'));
}

async function asked(
  document: vscode.TextDocument,
  index: number,
  { t, sheet }: Pick<Words, 't' | 'sheet'>,
): Promise<Taken | undefined> {
  const conflict = (await shownConflicts(document.getText(), t, yieldToHost))[index];
  if (!conflict) return undefined;
  const items = conflict.choices.map(({ taken, title }) => ({ label: label(title), taken }));
  return (await choose(items, { title: label(conflictTitle(conflict, sheet, t)) }))?.taken;
}
