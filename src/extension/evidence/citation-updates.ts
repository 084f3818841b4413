/** Keeps citations valid when cited files, folders or assessments are moved or renamed in VS Code. */
import * as vscode from 'vscode';
import { LineIndex } from '../../assessment/yaml/lines';
import { parseAssessment } from '../../assessment/parse';
import { applyEdits } from '../../assessment/yaml/text-edit';
import { citationEdits, mayConcern, Moves } from '../../language/citation-edits';
import type { Analyses } from '../core/analyses';
import { visitAssessments } from '../assessments/assessment-texts';
import { homeOf } from './cited-documents';
import { filesNear, type FoundFiles } from './files-near';
import { SavesAfterMove } from './saves-after-move';

type Files = vscode.FileWillRenameEvent['files'];

/**
 * Updates citations before files move. With `prompt` VS Code asks, and the move and the edits are one undo step; with
 * `always` the edits are made without asking. Documents that had no unsaved changes are saved after the move.
 */
export async function citationUpdates(
  analyses: Analyses,
  event: vscode.FileWillRenameEvent,
): Promise<vscode.WorkspaceEdit | undefined> {
  const mode = vscode.workspace
    .getConfiguration('psirtMaturity', event.files[0]?.oldUri)
    .get<string>('updateCitationsOnFileMove', 'prompt');
  if (mode === 'never') return undefined;
  const saves = new SavesAfterMove(event.files);
  const edit = await updates(analyses, event, saves);
  if (!edit || event.token.isCancellationRequested) return void saves.dispose();
  if (mode !== 'always') return edit;
  // Not marked as a refactoring, which would also save documents with other changes.
  await vscode.workspace.applyEdit(edit);
  return undefined;
}

/** The edits of all assessments for a move; `undefined` when there are none. */
async function updates(
  { words }: Analyses,
  { files, token }: vscode.FileWillRenameEvent,
  saves: SavesAfterMove,
): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = new vscode.WorkspaceEdit();
  const known: FoundFiles = new Map();
  const ofSystem = movesBySystem(files);
  await visitAssessments(token, async (uri, text) => {
    const moves = ofSystem.get(systemOf(uri));
    if (!moves || !mayConcern(moves, uri.path, text)) return;
    const after = uri.with({ path: moves.after(uri.path) });
    const edits = await citationEdits(parseAssessment(text), {
      before: homeOf(uri),
      after: homeOf(after),
      moves,
      files: filesNear(uri, known),
    });
    if (edits.length === 0) return;
    saves.expect(uri, after, applyEdits(text, edits));
    const lines = new LineIndex(text);
    const position = (offset: number) =>
      new vscode.Position(lines.positionAt(offset).line, lines.positionAt(offset).character);
    const label = words.t('cite.update', { path: vscode.workspace.asRelativePath(uri) });
    for (const { span, newText } of edits) {
      edit.replace(uri, new vscode.Range(position(span.start), position(span.end)), newText, {
        label,
        needsConfirmation: false,
      });
    }
  });
  return edit.size > 0 ? edit : undefined;
}

/** The moves by file system. */
function movesBySystem(files: Files): ReadonlyMap<string, Moves> {
  const systems = new Map<string, [from: string, to: string][]>();
  for (const { oldUri, newUri } of files) {
    const moves = systems.get(systemOf(oldUri)) ?? [];
    moves.push([oldUri.path, newUri.path]);
    systems.set(systemOf(oldUri), moves);
  }
  return new Map([...systems].map(([system, moves]) => [system, new Moves(moves)]));
}

function systemOf({ scheme, authority }: vscode.Uri): string {
  return `${scheme}://${authority}`;
}
