/** Links from evidence: to documents at a heading, to web pages, and to the overlay file an assessment names. */
import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { readingsOf, resolvePath } from '../assessment/evidence/citation-paths';
import { splitLink } from '../assessment/evidence/links';
import { citationsOf, type Citation } from '../language/citations';
import { citedLine, readCited } from '../language/evidence';
import { answer } from './answers';
import { member } from './members';
import type { Known, Session } from './session';

/** The links of an assessment; the target of a document link is resolved when the link is opened. */
export function links(
  session: Session,
  { textDocument: { uri } }: DocumentLinkParams,
  token: CancellationToken,
): Promise<DocumentLink[] | null> {
  return answer(session, uri, token, (known) => [
    ...citationsOf(known.assessment).flatMap((citation) => linkOf(session, known, citation)),
    ...overlayLink(session, known),
  ]);
}

function linkOf({ positions }: Session, { document, home }: Known, { link, span, web }: Citation): DocumentLink[] {
  const range = positions.rangeOf(document, span);
  if (web) return URL.canParse(link) ? [{ range, target: link }] : [];
  return readingsOf(home, link).length > 0 ? [{ range, data: { from: document.uri, link } }] : [];
}

function overlayLink({ positions }: Session, { document, home, uri, assessment: { wording } }: Known): DocumentLink[] {
  const place = wording && resolvePath(home, wording.value);
  return place === undefined || !wording
    ? []
    : [{ range: positions.rangeOf(document, wording.span), target: uri.with({ path: place }).toString() }];
}

/** A link with its target. A missing document keeps its name as target, so that the client reports it. */
export async function resolveLink(session: Session, given: DocumentLink): Promise<DocumentLink> {
  const [from, link] = [member(given.data, 'from'), member(given.data, 'link')];
  const place = typeof from === 'string' ? session.placeOf(from) : undefined;
  if (!place || typeof link !== 'string') return given;
  const { uri, home, files } = place;
  const cited = files && (await readCited(home, link, files));
  const path = cited?.place ?? resolvePath(home, splitLink(link).path);
  if (path === undefined) return given;
  const line = cited && !cited.isFolder ? citedLine(cited) : undefined;
  const target = uri.with({ path, fragment: line === undefined ? '' : `L${line + 1}` }).toString();
  return { ...given, target };
}
