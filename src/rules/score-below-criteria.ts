import type { ScoredService } from '../scoring/score';
import { reasonText } from '../scoring/suggestion-text';
import { fixOf, type Edits, type Fix, type Rule, type RuleContext } from './rule';

/** Answered criteria suggest a higher score than the one given. */
export const scoreBelowCriteria: Rule = {
  id: 'score-below-criteria',
  severity: 'info',
  check: (context) =>
    context.services.flatMap(({ service, scored, entry }) => {
      const { score, suggestion } = scored;
      if (!entry?.score || score === null || !suggestion || suggestion.level <= score) return [];
      const { t } = context;
      const parameters = { id: service.id, score, level: suggestion.level, reason: reasonText(suggestion, t) };
      return [
        {
          span: entry.score.span,
          message: t('rule.score-below-criteria', parameters),
          fixes: (edits) => suggestedScore(context, scored, edits),
        },
      ];
    }),
};

/** Sets the score that a service's answers suggest; not preferred, since the decision is the assessor's. */
export function suggestedScore(
  { assessment, t }: Pick<RuleContext, 'assessment' | 't'>,
  { id, score, suggestion }: ScoredService,
  { planEdit }: Edits,
): Fix[] {
  if (!suggestion || suggestion.level === score) return [];
  const title = t('fix.set-score', { id, score: suggestion.level });
  const plan = planEdit(assessment, { kind: 'score', service: id, score: suggestion.level });
  return fixOf(title, plan, { preferred: false });
}
