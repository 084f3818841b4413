/** Keeps citations right when cited files, folders or assessments themselves are moved or renamed in VS Code. */
import * as vscode from 'vscode';
import { LineIndex } from '../assessment/lines';
import { parseAssessment } from '../assessment/parse';
import { citationEdits, moved, type Moves } from '../language/citation-edits';
import type { Analyses } from './analyses';
import { visitAssessments } from './assessment-texts';
import { homeOf } from './cited-documents';

type Files = vscode.FileWillRenameEvent['files'];

/**
 * The edits are made before the files move. With `prompt` VS Code asks, and the move and the edits are one step to undo;
 * with `always` they are made without a question.
 */
export async function citationUpdates(analyses: Analyses, event: vscode.FileWillRenameEvent): Promise<vscode.WorkspaceEdit | undefined> {
  const mode = vscode.workspace.getConfiguration('psirtMaturity', event.files[0]?.oldUri).get<string>('updateCitationsOnFileMove', 'prompt');
  if (mode === 'never') return undefined;
  const edit = await updates(analyses, event.files, event.token);
  if (mode !== 'always') return edit;
  if (edit && !event.token.isCancellationRequested) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  return undefined;
}

/** The edits that a move asks for in all assessments, or `undefined` when there are none. */
async function updates({ words }: Analyses, files: Files, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = new vscode.WorkspaceEdit();
  const ofSystem = movesBySystem(files);
  await visitAssessments(token, (uri, text) => {
    const moves = ofSystem.get(systemOf(uri));
    if (!moves || !mayConcern(moves, uri, text)) return;
    const after = uri.with({ path: moved(uri.path, moves) });
    const edits = citationEdits(parseAssessment(text), homeOf(uri), homeOf(after), moves);
    const lines = new LineIndex(text);
    const position = (offset: number) => new vscode.Position(lines.positionAt(offset).line, lines.positionAt(offset).character);
    const label = words.t('cite.update', { path: vscode.workspace.asRelativePath(uri) });
    for (const { span, newText } of edits) {
      edit.replace(uri, new vscode.Range(position(span.start), position(span.end)), newText, { label, needsConfirmation: false });
    }
  });
  return edit.size > 0 ? edit : undefined;
}

/** The moves of each file system. */
function movesBySystem(files: Files): ReadonlyMap<string, Moves> {
  const systems = new Map<string, Map<string, string>>();
  for (const { oldUri, newUri } of files) {
    const moves = systems.get(systemOf(oldUri)) ?? new Map<string, string>();
    systems.set(systemOf(oldUri), moves.set(oldUri.path, newUri.path));
  }
  return systems;
}

function systemOf({ scheme, authority }: vscode.Uri): string {
  return `${scheme}://${authority}`;
}

/** More names than these take longer to look for than a text to parse. */
const maximumNames = 100;

/** Whether a text may cite what moves, which it then names, or moves along; an escape may hide a name. Most need no parsing to be left alone. */
function mayConcern(moves: Moves, { path }: vscode.Uri, text: string): boolean {
  if (moves.size > maximumNames || text.includes('\\') || moved(path, moves) !== path) return true;
  return [...moves.keys()].some((from) => text.includes(from.slice(from.lastIndexOf('/') + 1)));
}
