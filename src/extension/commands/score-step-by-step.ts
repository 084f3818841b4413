/** "Score Step by Step": guided scoring in the grid, or in a native list where pages cannot be shown. */
import * as vscode from 'vscode';
import type { Grid } from '../panel/grid';
import type { GridEditor } from '../panel/grid-editor';
import type { GuidedScoringHost } from './guided-scoring';
import { documentMeant } from './meant-assessment';

interface ScoringHost extends GuidedScoringHost {
  readonly grid: Grid;
  readonly gridEditor: GridEditor;
}

/** Starts guided scoring of the assessment with the given address, or else of the active one. */
export async function scoreStepByStep(host: ScoringHost, given?: unknown): Promise<void> {
  const document = await documentMeant(host, given);
  if (!document || (await guideInGrid(host, document))) return;
  await (await import('./guided-scoring')).scoreInList(host, document.uri);
}

/**
 * Opens the grid beside the text where that is visible, or else as the file's editor; resolves to whether a grid can be
 * shown.
 */
async function guideInGrid({ active, grid, gridEditor }: ScoringHost, document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  const text = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const isFollowed = active.document === document;
  if (gridEditor.isActive(uri) || !(text || (grid.isVisible && isFollowed))) return gridEditor.guide(uri);
  if (!isFollowed) await vscode.window.showTextDocument(document, { viewColumn: text?.viewColumn });
  return grid.guide(uri);
}
