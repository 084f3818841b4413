/** "Record Digests of Evidence": records what the cited files are now, so that a later change is noticed. */
import * as vscode from 'vscode';
import { allEvidence, type Assessment, type Evidence, type ServiceEntry } from '../../assessment/assessment';
import type { CitedDocument } from '../../assessment/evidence/cited-document';
import { isChanged } from '../../assessment/evidence/recorded-digest';
import { recordDigests as planDigests } from '../../assessment/edit/digest-edit';
import type { Refusal } from '../../assessment/edit/plan';
import { splitLink } from '../../assessment/evidence/links';
import { label } from '../../language/interface-text';
import type { ActiveAssessment } from '../core/active-assessment';
import { today, type Analyses } from '../core/analyses';
import { isAssessment } from '../core/assessment-documents';
import type { EditQueue } from '../core/edit-queue';
import { inform, warn, warnOf } from '../core/notify';
import { meantAssessment } from './meant-assessment';

interface Host {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
}

/** Records the digests of all cited files that have none, or of those behind one link of a service. */
export async function recordDigests({ analyses, active, edits }: Host, given: unknown, target: unknown): Promise<void> {
  const { t } = analyses.words;
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, t);
  if (!uri) return;
  const document = uri === 'none' ? undefined : await vscode.workspace.openTextDocument(uri);
  if (!document || !isAssessment(document)) return void inform(t('digest.none'));
  const one = targetIn(target);
  const { refused, recorded, changed } = await recordDigestsOf(analyses, edits, document, { target: one });
  if (refused) return warnOf(refused, t);
  if (one && recorded === 0) return warn(t('digest.gone', { path: label(splitLink(one.link).path) }));
  // What the cursor is on changes before the user's eyes.
  if (one) return;
  const said = recorded > 0 ? t('digest.recorded', { count: recorded }) : t('digest.nothing');
  void inform(changed > 0 ? t('digest.left', { count: changed }) : said);
}

/** The evidence of a service with a link. */
interface Target {
  readonly service: string;
  readonly link: string;
}

interface Wanted {
  /** All evidence by default. */
  readonly target?: Target | undefined;
  /** Also where the file has changed since its digest was recorded; the evidence then counts as collected today. */
  readonly renews?: boolean;
}

interface Outcome {
  readonly refused?: Refusal | undefined;
  /** How many digests were recorded. */
  readonly recorded: number;
  /** How many were left, since the file has changed. */
  readonly changed: number;
}

/** Records digests as one undo step. */
export async function recordDigestsOf(
  analyses: Analyses,
  edits: EditQueue,
  document: vscode.TextDocument,
  { target, renews = false }: Wanted,
): Promise<Outcome> {
  const links = piecesIn(analyses.of(document).assessment, target).map(({ piece }) => piece.link.value);
  const documents = await analyses.cited.behind(
    document.uri,
    [...new Set(links)].map((link) => [link, true]),
  );
  let counts = { recorded: 0, changed: 0 };
  const refused = await edits.applyPlan(document.uri, (assessment) => {
    const all = piecesIn(assessment, target);
    const missing = all.filter(({ piece }) => !piece.sha256 && digestFor(piece, documents) !== undefined);
    const changed = all.filter(({ piece }) => isChanged(piece, documents.get(piece.link.value)));
    counts = { recorded: missing.length, changed: changed.length };
    return planDigests(assessment, [
      ...missing.map((one) => newDigest(one, documents)),
      ...(renews ? changed : []).map((one) => ({ ...newDigest(one, documents), collected: today() })),
    ]);
  });
  return { refused, ...counts };
}

interface Piece {
  readonly entry: ServiceEntry;
  readonly piece: Evidence;
}

function piecesIn({ services }: Assessment, target: Target | undefined): Piece[] {
  return [...services.values()]
    .filter(({ id }) => !target || id === target.service)
    .flatMap((entry) => allEvidence(entry).map((piece) => ({ entry, piece })))
    .filter(({ piece }) => !target || piece.link.value === target.link);
}

type Documents = ReadonlyMap<string, CitedDocument>;

function digestFor({ link }: Evidence, documents: Documents): string | undefined {
  return documents.get(link.value)?.digest;
}

function newDigest({ entry, piece }: Piece, documents: Documents) {
  return { entry, link: piece.link.span, digest: digestFor(piece, documents) ?? '' };
}

/** The evidence that a command is called on; `undefined` for any other argument. */
function targetIn(given: unknown): Target | undefined {
  if (typeof given !== 'object' || given === null || !('service' in given) || !('link' in given)) return undefined;
  const { service, link } = given;
  return typeof service === 'string' && typeof link === 'string' ? { service, link } : undefined;
}
