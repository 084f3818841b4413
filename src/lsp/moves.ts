/** Updates citations when cited files, folders or assessments are renamed in a client. */
import type { CancellationToken, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { parseAssessment } from '../assessment/parse';
import type { TextEdit } from '../assessment/yaml/text-edit';
import { citationEdits, mayConcern, Moves } from '../language/citation-edits';
import { addressOf, isSameSystem } from './addresses';
import { cancelled } from './answers';
import { workspaceEditOf } from './edits';
import type { Session } from './session';
import { visitAssessments } from './visit';

interface Moved {
  readonly from: URI;
  readonly to: URI;
}

/** The edits that keep citations valid after files have moved; none where the settings disable them. */
export async function editsForMoves(
  session: Session,
  { files }: RenameFilesParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const settings = await session.settings.of();
  if (settings.citations === 'never') return null;
  const moved = files.flatMap(({ oldUri, newUri }): Moved[] => {
    const [from, to] = [addressOf(oldUri), addressOf(newUri)];
    return from && to ? [{ from, to }] : [];
  });
  const edited: { document: TextDocument; version: number | null; edits: readonly TextEdit[] }[] = [];
  await visitAssessments(session, token, async (document, isOpen) => {
    const edits = await editsIn(session, document, moved);
    if (edits.length) edited.push({ document, version: isOpen ? document.version : null, edits });
  });
  if (token.isCancellationRequested) throw cancelled();
  if (edited.length === 0) return null;
  const edit = workspaceEditOf(session, edited);
  const isToConfirm = settings.citations === 'prompt' && session.client.edits.annotated;
  return isToConfirm ? confirmed(edit, (await session.words(settings)).t('lsp.update-citations')) : edit;
}

async function editsIn(
  session: Session,
  document: TextDocument,
  moved: readonly Moved[],
): Promise<readonly TextEdit[]> {
  const place = session.placeOf(document.uri);
  const own = place ? moved.filter(({ from, to }) => [from, to].every((one) => isSameSystem(one, place.uri))) : [];
  if (!place?.files || own.length === 0) return [];
  const moves = new Moves(own.map(({ from, to }) => [from.path, to.path]));
  const text = document.getText();
  if (!mayConcern(moves, place.uri.path, text)) return [];
  const after = session.placeOf(place.uri.with({ path: moves.after(place.uri.path) }).toString());
  const relocation = { before: place.home, after: after?.home ?? place.home, moves, files: place.files };
  return citationEdits(parseAssessment(text), relocation);
}

/** An edit that the client confirms with the user first. */
function confirmed(edit: WorkspaceEdit, label: string): WorkspaceEdit {
  const annotationId = 'citations';
  const documentChanges = edit.documentChanges?.map((change) =>
    'edits' in change ? { ...change, edits: change.edits.map((one) => ({ ...one, annotationId })) } : change,
  );
  return documentChanges
    ? { documentChanges, changeAnnotations: { [annotationId]: { label, needsConfirmation: true } } }
    : edit;
}
