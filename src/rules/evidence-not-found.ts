import type { CitedDocument } from '../assessment/evidence/cited-document';
import { findAnchor, lineOf } from '../assessment/evidence/links';
import { allEvidence, type Located } from '../assessment/assessment';
import { fixOf, type Edits, type Finding, type Fix, type Rule, type RuleContext } from './rule';
import { mostSimilar } from './similar';

/** A cited document, or heading in it, that does not exist in the workspace. Web pages are not looked up. */
export const evidenceNotFound: Rule = {
  id: 'evidence-not-found',
  severity: 'warning',
  check: ({ assessment, documents, t }) =>
    [...assessment.services.values()].flatMap((entry) =>
      allEvidence(entry).flatMap(({ link }): Finding[] => {
        const document = documents?.get(link.value);
        if (!document) return [];
        const { exists, path, fragment, tooLong } = document;
        if (!exists) {
          const fixes = ({ removeEvidence }: Edits) =>
            fixOf(t('fix.remove-evidence'), removeEvidence(assessment, entry, link.span), { preferred: false });
          return [{ span: link.span, message: t('rule.evidence-not-found', { path }), evidence: 'missing', fixes }];
        }
        if (tooLong) {
          return [{ span: link.span, severity: 'info', message: t('rule.evidence-not-found.too-long', { path }) }];
        }
        if (isThere(document)) return [];
        const fixes = (edits: Edits) => headingFixes({ assessment, t }, link, document, edits);
        const message = t('rule.evidence-not-found.heading', { path, heading: fragment });
        return [{ span: link.span, message, evidence: 'no-heading', fixes }];
      }),
    ),
};

/** Whether the cited heading exists, as far as the headings are known; the top and line numbers always do. */
function isThere({ fragment, headings }: CitedDocument): boolean {
  return fragment === '' || !headings || findAnchor(headings, fragment) !== undefined || lineOf(fragment) !== undefined;
}

/** The most similar headings, then the document as a whole. */
function headingFixes(
  { assessment, t }: Pick<RuleContext, 'assessment' | 't'>,
  { value, span }: Located<string>,
  document: CitedDocument,
  { rewriteScalar }: Edits,
): Fix[] {
  const { path, fragment, headings } = document;
  const source = assessment.text.slice(span.start, span.end);
  const quote = /["']$/.exec(source)?.[0] ?? '';
  const tail = value.slice(path.length) + quote;
  // With YAML escapes, the heading's part of the source is not known.
  if (!source.endsWith(tail)) return [];
  const cite = (anchor: string) =>
    rewriteScalar(assessment, span, source.slice(0, -tail.length) + anchor + quote, path + anchor);
  const likely = mostSimilar(fragment, [...new Set(headings?.values())]);
  return [
    ...likely.flatMap((name) =>
      fixOf(t('fix.heading', { heading: name }), cite(`#${name}`), likely.length > 1 ? { preferred: false } : {}),
    ),
    ...fixOf(t('fix.drop-heading'), cite(''), { preferred: false }),
  ];
}
