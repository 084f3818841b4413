/**
 * Applies intents to documents one after the other: concurrent edits would fail or be misapplied, and undo should
 * revert the latest one.
 */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import type { EditPlan, Intent, Refusal } from '../../assessment/edit/edit';
import type { Analyses } from './analyses';
import { workspaceEditOf } from './ranges';

export class EditQueue {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly analyses: Pick<Analyses, 'of'>) {}

  /** Plans the intent on the text at its turn, and applies it as one undo step. Resolves to the reason when refused. */
  apply(uri: vscode.Uri, intent: Intent): Promise<Refusal | undefined> {
    // Queued before loading, so that edits are applied in the order of requests.
    const loaded = import('../../assessment/edit/edit');
    return this.applyLoaded(uri, async () => {
      const { planEdit } = await loaded;
      return (assessment) => planEdit(assessment, intent);
    });
  }

  /** The same for any plan. */
  applyPlan(uri: vscode.Uri, planFor: (assessment: Assessment) => EditPlan): Promise<Refusal | undefined> {
    return this.queue(() => this.applyOnce(uri, planFor));
  }

  /** The same for a plan whose code still has to be loaded. */
  applyLoaded(
    uri: vscode.Uri,
    load: () => Promise<(assessment: Assessment) => EditPlan>,
  ): Promise<Refusal | undefined> {
    return this.queue(async () => this.applyOnce(uri, await load()));
  }

  /** Runs other work on a document at its turn. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * An edit fails when the user types at the same moment; it is then planned again on the new text, as often as that
   * happens.
   */
  private async applyOnce(
    uri: vscode.Uri,
    planFor: (assessment: Assessment) => EditPlan,
  ): Promise<Refusal | undefined> {
    for (;;) {
      const document = await vscode.workspace.openTextDocument(uri);
      const { version } = document;
      const plan = planFor(this.analyses.of(document).assessment);
      if ('refused' in plan) return plan.refused;
      if (plan.edits.length === 0 || (await vscode.workspace.applyEdit(workspaceEditOf(document, plan.edits))))
        return undefined;
      // VS Code updates the document before it reports the failure, so an unchanged version means another cause.
      if (document.version === version) return { key: 'edit.failed' };
    }
  }
}
