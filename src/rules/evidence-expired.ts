import { allEvidence } from '../assessment/assessment';
import { fixOf, type Edits, type Finding, type Rule } from './rule';
import { addMonths } from '../assessment/day';

/** Evidence whose last day of validity has passed. */
export const evidenceExpired: Rule = {
  id: 'evidence-expired',
  severity: 'warning',
  check: ({ assessment, today, t }) =>
    [...assessment.services.values()].flatMap((entry) =>
      allEvidence(entry).flatMap(({ link, expires }): Finding[] => {
        if (!expires || expires.value >= today) return [];
        const fixes = ({ replaceScalar, removeEvidence }: Edits) => [
          ...fixOf(t('fix.renew'), replaceScalar(assessment, expires.span, addMonths(today, 12), true), {
            preferred: false,
            snippet: true,
          }),
          ...fixOf(t('fix.remove-evidence'), removeEvidence(assessment, entry, link.span), { preferred: false }),
        ];
        const message = t('rule.evidence-expired', { link: link.value, date: expires.value });
        return [{ span: expires.span, message, evidence: 'expired', fixes }];
      }),
    ),
};
