/** Applies intents to documents one after the other: overlapping edits would fail or be misapplied. */
import * as vscode from 'vscode';
import { parseAssessment } from '../assessment/parse';
import type { Assessment } from '../assessment/assessment';
import type { EditPlan, Intent } from '../assessment/edit';
import type { MessageKey } from '../messages/messages';
import { workspaceEditOf } from './ranges';

export class EditQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Plans the intent on the text as it is when its turn comes, and applies it as one undo step. Gives the reason when refused. */
  apply(uri: vscode.Uri, intent: Intent): Promise<MessageKey | undefined> {
    // Queued at once: what is asked for later comes later, however long loading takes.
    const loaded = import('../assessment/edit');
    return this.queue(async () => {
      const { planEdit } = await loaded;
      return applyOnce(uri, (assessment) => planEdit(assessment, intent));
    });
  }

  /** The same for any plan. */
  applyPlan(uri: vscode.Uri, planFor: (assessment: Assessment) => EditPlan): Promise<MessageKey | undefined> {
    return this.queue(() => applyOnce(uri, planFor));
  }

  private queue(work: () => Promise<MessageKey | undefined>): Promise<MessageKey | undefined> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** A user typing at the same moment makes an edit fail; it is then planned again on the new text. */
const attempts = 5;

async function applyOnce(uri: vscode.Uri, planFor: (assessment: Assessment) => EditPlan): Promise<MessageKey | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const document = await vscode.workspace.openTextDocument(uri);
    const plan = planFor(parseAssessment(document.getText()));
    if ('refused' in plan) return plan.refused;
    if (plan.edits.length === 0 || (await vscode.workspace.applyEdit(workspaceEditOf(document, plan.edits)))) return undefined;
  }
  return 'edit.failed';
}
