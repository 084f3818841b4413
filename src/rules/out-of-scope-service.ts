import { removeService } from '../assessment/file-edit';
import { outOfScopeIds } from '../sheet/sheet';
import type { Rule } from './rule';

/** The sheet itself leaves a service (6.3) out: a score for it does not enter any average. */
export const outOfScopeService: Rule = {
  id: 'out-of-scope-service',
  severity: 'warning',
  check: ({ assessment, t }) =>
    outOfScopeIds.flatMap((id) => {
      const entry = assessment.services.get(id);
      if (!entry?.score) return [];
      const fixes = () => {
        const edits = removeService(assessment, entry);
        return edits ? [{ title: t('fix.remove-service', { id }), edits }] : [];
      };
      return [{ span: entry.score.span, message: t('rule.out-of-scope-service', { id }), fixes }];
    }),
};
