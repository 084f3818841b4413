import { formatNumber } from '../scoring/score';
import { countLevel } from '../scoring/suggest';
import { suggestedScore } from './score-below-criteria';
import type { Rule } from './rule';

/** A score whose level has answered criteria, fewer than half of which are met. */
export const scoreNotSupported: Rule = {
  id: 'score-not-supported',
  severity: 'warning',
  check: (context) =>
    context.services.flatMap(({ service, scored, entry }) => {
      const level = scored.score === null ? null : service.levels[scored.score];
      if (!entry?.score || scored.score === null || !level || !scored.criteria) return [];
      const { met, of, answered } = countLevel(scored.score as 0, level.criteria, scored.criteria);
      if (answered === 0 || 2 * met >= of) return [];
      const parameters = { id: service.id, score: scored.score, met: formatNumber(met), of };
      return [
        {
          span: entry.score.span,
          message: context.t('rule.score-not-supported', parameters),
          fixes: (edits) => suggestedScore(context, scored, edits),
        },
      ];
    }),
};
