import { splitLink } from '../assessment/links';
import type { Located } from '../assessment/assessment';
import { fixOf, type CitedDocument, type Edits, type Fix, type Rule, type RuleContext } from './rule';
import { mostSimilar } from './similar';

/** A cited document, or its heading, that does not exist in the workspace. Pages on the web are not looked up. */
export const evidenceNotFound: Rule = {
  id: 'evidence-not-found',
  severity: 'warning',
  check: ({ assessment, documents, t }) =>
    [...assessment.services.values()].flatMap((entry) =>
      entry.evidence.flatMap(({ link }) => {
        const { path, heading } = splitLink(link.value);
        const document = documents?.get(path);
        if (!document) return [];
        if (!document.exists) {
          const fixes = ({ removeEvidence }: Edits) => fixOf(t('fix.remove-evidence'), removeEvidence(assessment, entry, link.span), { preferred: false });
          return [{ span: link.span, message: t('rule.evidence-not-found', { path }), fixes }];
        }
        if (!heading || !document.headings || document.headings.has(heading)) return [];
        const fixes = (edits: Edits) => headingFixes({ assessment, t }, link, document, edits);
        return [{ span: link.span, message: t('rule.evidence-not-found.heading', { path, heading }), fixes }];
      }),
    ),
};

/** The headings most like the one cited, then the document as a whole. */
function headingFixes({ assessment, t }: Pick<RuleContext, 'assessment' | 't'>, { value, span }: Located<string>, { headings }: CitedDocument, { rewriteScalar }: Edits): Fix[] {
  const { path, heading } = splitLink(value);
  const source = assessment.text.slice(span.start, span.end);
  const [at, quote] = [source.indexOf('#'), /["']$/.exec(source)?.[0] ?? ''];
  if (at < 0) return [];
  const cite = (anchor: string) => rewriteScalar(assessment, span, source.slice(0, at) + anchor + quote, path + anchor);
  const likely = mostSimilar(heading, [...(headings ?? [])]);
  return [
    ...likely.flatMap((name) => fixOf(t('fix.heading', { heading: name }), cite(`#${name}`), likely.length > 1 ? { preferred: false } : {})),
    ...fixOf(t('fix.drop-heading'), cite(''), { preferred: false }),
  ];
}
