import { outOfScopeIds } from '../sheet/sheet';
import { fixOf, type Edits, type Rule } from './rule';

/** The sheet puts a service (6.3) out of scope: a score for it does not count in any average. */
export const outOfScopeService: Rule = {
  id: 'out-of-scope-service',
  severity: 'warning',
  check: ({ assessment, t }) =>
    outOfScopeIds.flatMap((id) => {
      const entry = assessment.services.get(id);
      if (!entry?.score) return [];
      const fixes = ({ removeService }: Edits) =>
        fixOf(t('fix.remove-service', { id }), removeService(assessment, entry));
      return [{ span: entry.score.span, message: t('rule.out-of-scope-service', { id }), fixes }];
    }),
};
