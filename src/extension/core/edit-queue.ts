/**
 * Applies intents to documents one after the other: overlapping edits would fail or be misapplied, and what is undone
 * is what came last.
 */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import type { EditPlan, Intent, Refusal } from '../../assessment/edit/edit';
import type { Analyses } from './analyses';
import { workspaceEditOf } from './ranges';

export class EditQueue {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly analyses: Pick<Analyses, 'of'>) {}

  /**
   * Plans the intent on the text as it is when its turn comes, and applies it as one undo step. Gives the reason when
   * refused.
   */
  apply(uri: vscode.Uri, intent: Intent): Promise<Refusal | undefined> {
    // Queued at once: what is asked for later comes later, however long loading takes.
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

  /** The same for a plan whose code is still to be loaded. */
  applyLoaded(
    uri: vscode.Uri,
    load: () => Promise<(assessment: Assessment) => EditPlan>,
  ): Promise<Refusal | undefined> {
    return this.queue(async () => this.applyOnce(uri, await load()));
  }

  /** Does something else to a document when its turn comes. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * A user typing at the same moment makes an edit fail; it is then planned again on the new text, as often as that
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
      // VS Code tells of what was typed before it answers.
      if (document.version === version) return { key: 'edit.failed' };
    }
  }
}
