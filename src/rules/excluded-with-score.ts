import { dropKey } from '../assessment/file-edit';
import type { Rule } from './rule';

/** A service is either scored or excluded; the exclusion counts. */
export const excludedWithScore: Rule = {
  id: 'excluded-with-score',
  severity: 'warning',
  check: ({ assessment, t }) =>
    [...assessment.services.values()].flatMap((entry) => {
      const { id, excluded, score } = entry;
      if (!excluded || !score) return [];
      const fixes = () =>
        (['score', 'excluded'] as const).flatMap((key) => {
          const edits = dropKey(assessment.text, entry, key);
          return edits ? [{ title: t(key === 'score' ? 'fix.drop-score' : 'fix.drop-exclusion', { id }), edits }] : [];
        });
      return [{ span: score.span, message: t('rule.excluded-with-score', { id, score: score.value }), fixes }];
    }),
};
