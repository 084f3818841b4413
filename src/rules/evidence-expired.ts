import type { Rule } from './rule';

/** Evidence whose last day of validity has passed. */
export const evidenceExpired: Rule = {
  id: 'evidence-expired',
  severity: 'warning',
  check: ({ assessment, today, t }) =>
    [...assessment.services.values()]
      .flatMap(({ evidence }) => evidence)
      .flatMap(({ link, expires }) =>
        expires && expires.value < today ? [{ span: expires.span, message: t('rule.evidence-expired', { link: link.value, date: expires.value }) }] : [],
      ),
};
