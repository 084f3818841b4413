/** "Score Step by Step": guided scoring in the grid, or in a native list where no page can be shown. */
import * as vscode from 'vscode';
import type { Grid } from '../panel/grid';
import type { GridEditor } from '../panel/grid-editor';
import type { GuidedScoringHost } from './guided-scoring';
import { documentMeant } from './meant-assessment';

interface ScoringHost extends GuidedScoringHost {
  readonly grid: Grid;
  readonly gridEditor: GridEditor;
}

/** Begins guided scoring of an assessment: that of the address given, else the active one. */
export async function scoreStepByStep(host: ScoringHost, given?: unknown): Promise<void> {
  const document = await documentMeant(host, given);
  if (!document || (await guideInGrid(host, document))) return;
  await (await import('./guided-scoring')).scoreInList(host, document.uri);
}

/** Beside the text where that shows, else in an editor of its own; answers whether a grid can be shown at all. */
async function guideInGrid({ active, grid, gridEditor }: ScoringHost, document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  const text = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const isFollowed = active.document === document;
  if (gridEditor.isActive(uri) || !(text || (grid.isVisible && isFollowed))) return gridEditor.guide(uri);
  if (!isFollowed) await vscode.window.showTextDocument(document, { viewColumn: text?.viewColumn });
  return grid.guide(uri);
}
