/** "New Assessment": asks for the essentials, writes the file and opens it with the grid beside it. */
import * as vscode from 'vscode';
import { newAssessment } from '../assessment/template';
import { today, type Analyses } from './analyses';
import { createFile } from './create-file';
import { languageId } from './documents';
import type { Grid } from './grid';
import { NewAssessmentSteps } from './new-assessment-steps';

/** The command; it takes the folder it is called on, if any. */
export function registerNewAssessment(analyses: Analyses, grid: Grid): vscode.Disposable {
  return vscode.commands.registerCommand('psirtMaturity.newAssessment', async (given?: unknown) => {
    const { words } = analyses;
    const answers = await new NewAssessmentSteps(words, given instanceof vscode.Uri ? given : undefined).run();
    if (!answers) return;
    const content = newAssessment({ ...words, ...answers, today: today() });
    const { place } = answers;
    if (place && !(await createFile(place, content))) {
      void vscode.window.showErrorMessage(words.t('new.failed', { path: vscode.workspace.asRelativePath(place) }));
      return;
    }
    const document = place ? await vscode.workspace.openTextDocument(place) : await vscode.workspace.openTextDocument({ language: languageId, content });
    await vscode.window.showTextDocument(document, { preview: false });
    grid.openToSide();
  });
}
