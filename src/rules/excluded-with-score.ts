import { fixOf, type Edits, type Rule } from './rule';

/** A service is either scored or excluded; the exclusion counts. */
export const excludedWithScore: Rule = {
  id: 'excluded-with-score',
  severity: 'warning',
  check: (context) =>
    context.services.flatMap(({ scored, entry }) => {
      if (scored.state !== 'excluded' || !entry?.score) return [];
      const { assessment, t } = context;
      const { id, score } = entry;
      const fixes = ({ removeKey }: Edits) =>
        (['score', 'excluded'] as const).flatMap((key) =>
          fixOf(t(key === 'score' ? 'fix.drop-score' : 'fix.drop-exclusion', { id }), removeKey(assessment, id, key)),
        );
      return [{ span: score.span, message: t('rule.excluded-with-score', { id, score: score.value }), fixes }];
    }),
};
