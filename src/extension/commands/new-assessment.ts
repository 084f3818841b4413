/** "New Assessment": asks the questions, writes the file and opens it with guided scoring. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import { newAssessment } from '../../assessment/template';
import { today, type Analyses } from '../core/analyses';
import { createFile } from '../core/create-file';
import { languageId } from '../core/assessment-documents';
import { done } from '../core/done';
import type { GridEditor } from '../panel/grid-editor';
import { NewAssessmentSteps } from './new-assessment-steps';
import { informOfError } from '../core/notify';

/** Asks, writes and opens; in the folder the command is called on, if any. */
export async function createAssessment(analyses: Analyses, gridEditor: GridEditor, given?: unknown): Promise<void> {
  const { words } = analyses;
  const answers = await new NewAssessmentSteps(words, given instanceof vscode.Uri ? given : undefined).run();
  if (!answers) return;
  const { place } = answers;
  if (place) await analyses.findWords(place, {});
  const modeline = vscode.workspace.getConfiguration('psirtMaturity', place).get('newAssessment.modeline', false);
  const own = place ? analyses.wordsOf({ uri: place }) : words;
  const content = newAssessment({ ...own, ...answers, modeline, today: today() });
  if (place && !(await createFile(place, content))) {
    informOfError(words.t('new.failed', { path: label(vscode.workspace.asRelativePath(place)) }));
    return;
  }
  const { uri } = place
    ? await vscode.workspace.openTextDocument(place)
    : await vscode.workspace.openTextDocument({ language: languageId, content });
  done('create');
  if (!(await gridEditor.guide(uri))) await vscode.commands.executeCommand('psirtMaturity.scoreInList', uri);
}
