/** Keeps citations right when cited files, folders or assessments themselves are moved or renamed in VS Code. */
import * as vscode from 'vscode';
import { isBelow } from '../assessment/citation-paths';
import { LineIndex } from '../assessment/lines';
import { parseAssessment } from '../assessment/parse';
import { citationEdits, moved, type Move } from '../language/citation-edits';
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
  await visitAssessments(token, (uri, text) => {
    const moves = files.filter(({ oldUri }) => isNear(oldUri, uri)).map(({ oldUri, newUri }) => ({ from: oldUri.path, to: newUri.path }));
    if (!moves.some((move) => mayConcern(move, uri, text))) return;
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

/** Whether two addresses are of one file system. */
function isNear(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.scheme === other.scheme && one.authority === other.authority;
}

/** What cites a place names it, or moves along; an escape may hide the name. Most texts need no parsing to be left alone. */
function mayConcern({ from }: Move, uri: vscode.Uri, text: string): boolean {
  return uri.path === from || isBelow(uri.path, from) || text.includes('\\') || text.includes(from.slice(from.lastIndexOf('/') + 1));
}
