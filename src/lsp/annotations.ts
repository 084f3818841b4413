/** What stands between and behind the lines: figures above the areas, titles and levels behind ids and scores. */
import type { CancellationToken, CodeLens, CodeLensParams, InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { inlayHintsOf } from '../language/inlay-hints';
import { LastGood } from '../language/last-good';
import { lensesOf } from '../language/lenses';
import { answer } from './answers';
import { markup } from './completion';
import type { Known, Session } from './session';

/** Figures that outlast half-typed YAML. */
export class Lenses {
  private readonly current = new WeakMap<TextDocument, Known>();
  private readonly lastGood = new LastGood<TextDocument>({ of: (document) => this.current.get(document) as Known });

  constructor(private readonly session: Session) {}

  /** The figures above `services` and each area; nothing happens on a click, as clients have no grid to open. */
  offer({ textDocument: { uri } }: CodeLensParams, token: CancellationToken): Promise<CodeLens[] | null> {
    return answer(this.session, uri, token, (known) => {
      const { document, settings } = known;
      this.current.set(document, known);
      const figures = this.lastGood.of(document);
      if (!settings.lenses || !figures) return [];
      return lensesOf({ ...known, scored: figures.scored }, figures.stale).map(({ title, span }) => ({
        range: this.session.positions.rangeOf(document, span),
        command: { title, command: '' },
      }));
    });
  }
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
