import { evidenceFixes, hasEvidence } from './missing-evidence';
import type { Rule } from './rule';

/** A score higher than in the baseline, without evidence that would explain it. */
export const raisedWithoutEvidence: Rule = {
  id: 'raised-without-evidence',
  severity: 'warning',
  check: (context) =>
    (context.changes?.services ?? []).flatMap(({ id, kind, before }) => {
      const entry = context.assessment.services.get(id);
      if (kind !== 'raised' || !entry?.score || hasEvidence(entry)) return [];
      const parameters = {
        id,
        name: context.baseline?.name ?? '',
        before: before.score ?? '',
        score: entry.score.value,
      };
      return [
        {
          span: entry.score.span,
          message: context.t('rule.raised-without-evidence', parameters),
          fixes: (edits) => evidenceFixes(context, id, edits),
        },
      ];
    }),
};
