/** What stands between and behind the lines: figures above the areas, titles and levels behind ids and scores. */
import type { CancellationToken, CodeLens, CodeLensParams, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { inlayHintsOf } from '../language/inlay-hints';
import { lensesOf } from '../language/lenses';
import { answer } from './answers';
import { markup } from './completion';
import type { Session } from './session';

/** The figures above `services` and each area; nothing happens on a click, as clients have no grid to open. */
export function lenses(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[] | null> {
  return answer(session, uri, token, async (known) => {
    // Figures outlast half-typed YAML.
    const good = known.settings.lenses ? await session.lastGood(known) : undefined;
    if (!good) return [];
    const shown = lensesOf({ ...known, scored: good.analysis.scored }, good.stale);
    return shown.map(({ title, span }) => ({
      range: session.positions.rangeOf(known.document, span),
      command: { title, command: '' },
    }));
  });
}

/** Titles of services and summaries of levels, in a part of an assessment. */
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
