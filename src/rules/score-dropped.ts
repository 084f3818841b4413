import type { ServiceEntry } from '../assessment/assessment';
import type { Span } from '../assessment/yaml/tree';
import type { MessageKey } from '../messages/messages';
import type { ServiceChange } from '../scoring/compare';
import { servicesPlace } from './average-below-target';
import { type Rule, type RuleContext } from './rule';

/**
 * A score lower than in the baseline, or removed; also by an exclusion, which raises the average when the score was
 * low.
 */
export const scoreDropped: Rule = {
  id: 'score-dropped',
  severity: 'warning',
  check: (context) =>
    (context.changes?.services ?? []).flatMap((change) => {
      const key = change.before.score === null ? undefined : messageOf(change);
      if (!key) return [];
      const parameters = {
        id: change.id,
        name: context.baseline?.name ?? '',
        before: change.before.score ?? '',
        score: change.after.score ?? '',
      };
      return [
        { span: placeOf(context, context.assessment.services.get(change.id)), message: context.t(key, parameters) },
      ];
    }),
};

function messageOf({ kind }: ServiceChange): MessageKey | undefined {
  if (kind === 'dropped') return 'rule.score-dropped';
  if (kind === 'cleared') return 'rule.score-dropped.cleared';
  return kind === 'excluded' ? 'rule.score-dropped.excluded' : undefined;
}

function placeOf(context: RuleContext, entry: ServiceEntry | undefined): Span {
  if (!entry) return servicesPlace(context);
  if (entry.excluded) return entry.excluded.value ? entry.excluded.span : entry.key;
  return entry.score?.span ?? entry.key;
}
