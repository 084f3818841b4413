/** Code lenses with the figures of areas, and inlay hints with titles and levels. */
import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type CodeLens,
  type CodeLensParams,
  type ExecuteCommandParams,
  type InlayHint,
  type InlayHintParams,
} from 'vscode-languageserver';
import { takeSide } from '../assessment/edit/conflict-edit';
import { hasConflicts } from '../assessment/scorable';
import { yieldToHost } from '../language/yield-to-host';
import { conflictLenses, shownConflicts } from '../language/conflicts';
import { inlayHintsOf } from '../language/inlay-hints';
import { lensesOf } from '../language/lenses';
import { answer } from './answers';
import { markup } from './completion';
import { workspaceEditOf } from './edits';
import type { Known, Session } from './session';

/** The figures above `services` and each area. A click does nothing, since clients have no grid to open. */
export function lenses(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[] | null> {
  return answer(session, uri, token, async (known) => {
    if (known.settings.lenses && hasConflicts(known.assessment)) return lensesOfConflicts(session, known);
    // The last good figures remain while the YAML is being typed.
    const good = known.settings.lenses ? await session.lastGood(known) : undefined;
    if (!good) return [];
    const shown = lensesOf({ ...known, scored: good.analysis.scored }, good.stale);
    return shown.map(({ title, span }) => ({
      range: session.positions.rangeOf(known.document, span),
      command: { title, command: '' },
    }));
  });
}

/** The name of the command that takes a side of a conflict. */
export const takeSideCommand = 'psirtMaturity.takeSide';

/** Lenses above each conflict to take a side. A click makes the edit where the client lets servers apply edits. */
async function lensesOfConflicts(session: Session, { document, version, sheet, t }: Known): Promise<CodeLens[]> {
  const conflicts = await shownConflicts(document.getText(), t, yieldToHost);
  return conflictLenses(conflicts, { sheet, t }, false).map(({ title, span, index, taken }) => ({
    range: session.positions.rangeOf(document, span),
    command: session.client.edits.applied
      ? { title, command: takeSideCommand, arguments: [document.uri, version, index, taken] }
      : { title, command: '' },
  }));
}

/** Takes a side of a conflict, unless the text has changed since the lens was shown. Throws for any other command. */
export async function takeConflictSide(
  session: Session,
  { command, arguments: given = [] }: ExecuteCommandParams,
): Promise<void> {
  if (command !== takeSideCommand) throw new ResponseError(ErrorCodes.MethodNotFound, 'there is no such command');
  const [uri, version, index, side] = given as unknown[];
  const document = typeof uri === 'string' ? session.assessment(uri) : undefined;
  const taken = (['ours', 'theirs', 'both'] as const).find((one) => one === side);
  if (!document || document.version !== version || typeof index !== 'number' || !taken) return;
  const plan = takeSide(document.getText(), index, taken);
  if ('refused' in plan) return;
  await session.connection.workspace.applyEdit(workspaceEditOf(session, [{ document, version, edits: plan.edits }]));
}

/** Titles of services and summaries of levels, in a range of an assessment. */
export function hints(
  session: Session,
  { textDocument: { uri }, range }: InlayHintParams,
  token: CancellationToken,
): Promise<InlayHint[] | null> {
  return answer(session, uri, token, (known) => {
    const { document, settings } = known;
    const { start, end } = session.positions.spanOf(document, range);
    const inside = inlayHintsOf(known, settings.hints).filter(({ offset }) => start <= offset && offset <= end);
    return inside.map(({ offset, label, afterComment, tooltip }) => ({
      position: session.positions.positionAt(document, offset),
      label: afterComment ? `   · ${label}` : label,
      paddingLeft: true,
      tooltip: markup(tooltip, session.client.hoverMarkdown),
    }));
  });
}
