import type { CitedDocument } from '../assessment/evidence/cited-document';
import { isChanged } from '../assessment/evidence/recorded-digest';
import { allEvidence, type Evidence, type ServiceEntry } from '../assessment/assessment';
import { fixOf, type Edits, type Finding, type Fix, type Rule, type RuleContext } from './rule';

/**
 * A cited file that is another than when it was collected: its content differs from the digest recorded for it. Files
 * that cannot be read, and web pages, are not reported here.
 */
export const evidenceChanged: Rule = {
  id: 'evidence-changed',
  severity: 'warning',
  check: (context) =>
    [...context.assessment.services.values()].flatMap((entry) =>
      allEvidence(entry).flatMap((piece) => findingOf(context, entry, piece)),
    ),
};

function findingOf(context: RuleContext, entry: ServiceEntry, piece: Evidence): Finding[] {
  const { documents, t } = context;
  const { link, collected, sha256 } = piece;
  const document = documents?.get(link.value);
  if (!sha256 || !document) return [];
  const { path } = document;
  const { span } = sha256;
  if (document.tooLarge) return [{ span, severity: 'info', message: t('rule.evidence-changed.too-large', { path }) }];
  if (!isChanged(piece, document)) return [];
  const message = collected
    ? t('rule.evidence-changed', { path, date: collected.value })
    : t('rule.evidence-changed.undated', { path });
  return [{ span, message, evidence: 'changed', fixes: (edits) => fixesFor(context, entry, piece, document, edits) }];
}

/** That the document still shows what it was cited for is for a person to say: no fix is preferred. */
function fixesFor(
  { assessment, today: collected, t }: RuleContext,
  entry: ServiceEntry,
  { link }: Evidence,
  { digest }: CitedDocument,
  { recordDigests, removeEvidence }: Edits,
): Fix[] {
  const renewal = digest ? [{ entry, link: link.span, digest, collected }] : [];
  return [
    ...fixOf(t('fix.renew-digest'), recordDigests(assessment, renewal), { preferred: false }),
    ...fixOf(t('fix.remove-evidence'), removeEvidence(assessment, entry, link.span), { preferred: false }),
  ];
}
