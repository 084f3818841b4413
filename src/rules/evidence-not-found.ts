import { splitLink } from '../assessment/links';
import type { Rule } from './rule';

/** A cited document, or its heading, that does not exist in the workspace. Pages on the web are not looked up. */
export const evidenceNotFound: Rule = {
  id: 'evidence-not-found',
  severity: 'warning',
  check: ({ assessment, documents, t }) =>
    [...assessment.services.values()]
      .flatMap(({ evidence }) => evidence)
      .flatMap(({ link: { value, span } }) => {
        const { path, heading } = splitLink(value);
        const document = documents?.get(path);
        if (!document) return [];
        if (!document.exists) return [{ span, message: t('rule.evidence-not-found', { path }) }];
        if (!heading || !document.headings || document.headings.has(heading)) return [];
        return [{ span, message: t('rule.evidence-not-found.heading', { path, heading }) }];
      }),
};
