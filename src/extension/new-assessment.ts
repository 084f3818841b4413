/** "New Assessment": a fresh file in an untitled editor, the grid beside it. */
import * as vscode from 'vscode';
import { newAssessment } from '../assessment/template';
import { defaultTarget } from '../sheet/sheet';
import { today, type Analyses } from './analyses';
import { languageId } from './documents';
import type { Grid } from './grid';

export async function openNewAssessment({ words }: Analyses, grid: Grid): Promise<void> {
  const content = newAssessment({ ...words, subject: '', target: defaultTarget, today: today() });
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  await vscode.window.showTextDocument(document);
  grid.openToSide();
}
