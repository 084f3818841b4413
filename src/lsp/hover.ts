/** Hovers on ids, scores, keys and evidence, and in overlay files. */
import type { CancellationToken, Hover, HoverParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { evidenceHoverAt } from '../language/evidence';
import { hoverAt, type Hover as Explanation } from '../language/hover';
import { overlayHoverAt } from '../language/overlay';
import { answer } from './answers';
import { markup } from './completion';
import type { Known, Session } from './session';
import { overlayContext } from './overlay-files';

/** The hover at a position. */
export async function hover(
  session: Session,
  { textDocument: { uri }, position }: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const overlay = await overlayContext(session, uri);
  if (overlay) {
    const { document, file } = overlay;
    return shown(session, document, overlayHoverAt(overlay, file, session.positions.offsetAt(document, position)));
  }
  return answer(session, uri, token, async (known) => {
    const { document, settings } = known;
    if (!session.isOurs('hover', document, settings)) return null;
    const offset = session.positions.offsetAt(document, position);
    return shown(session, document, hoverAt(known, offset) ?? (await evidenceHover(session, known, offset)));
  });
}

async function evidenceHover(session: Session, known: Known, offset: number): Promise<Explanation | undefined> {
  const { assessment, home, files, t } = known;
  if (!files) return undefined;
  const nameOf = (place: string) => place.slice(home.root.replace(/\/$/, '').length + 1);
  return evidenceHoverAt(assessment, offset, home, files, { t, nameOf, documents: await session.evidenceOf(known) });
}

function shown({ client, positions }: Session, document: TextDocument, found: Explanation | undefined): Hover | null {
  if (!found) return null;
  return { contents: markup(found.markdown, client.hoverMarkdown), range: positions.rangeOf(document, found.span) };
}
