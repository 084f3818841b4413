/** Features for all assessments of the workspace. They are read by an index that is loaded on demand. */
import * as vscode from 'vscode';
import type { SideBar } from '../core/side-bar';
import type { Analyses } from '../core/analyses';
import { once } from '../core/once';
import type { CitedDocuments } from '../evidence/cited-documents';
import { registerAssessmentsView } from './assessments-view';
import { whenProblemsOfAllAreWanted } from './problem-scope';

/** Registers the view "Assessments", and the problems of files that are not open. */
export function registerAssessments(
  analyses: Analyses,
  cited: CitedDocuments,
  sideBar: SideBar,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  const { extensionUri, subscriptions, workspaceState } = context;
  const index = once(async () => {
    const made = (await import('./make-index')).makeIndex(analyses, cited, context);
    subscriptions.push(made);
    return made;
  });
  return vscode.Disposable.from(
    registerAssessmentsView(analyses, index, sideBar, workspaceState),
    whenProblemsOfAllAreWanted(async () => {
      const { WorkspaceProblems } = await import('./workspace-problems');
      subscriptions.push(new WorkspaceProblems(analyses, await index(), extensionUri));
    }),
  );
}
