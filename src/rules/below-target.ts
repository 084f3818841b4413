import { formatNumber } from '../scoring/score';
import { nextLevel } from '../sheet/sheet';
import { services, type Rule } from './rule';

/** A score under its target, with the gap and what the next level asks for. */
export const belowTarget: Rule = {
  id: 'below-target',
  severity: 'warning',
  check: (context) =>
    services(context).flatMap(({ service, scored, entry }) => {
      if (!scored.gap || !entry?.score) return [];
      const { t } = context;
      const numbers = { id: service.id, score: scored.score ?? 0, target: formatNumber(scored.target), gap: formatNumber(scored.gap) };
      const next = nextLevel(service, entry.score.value);
      const message = t('rule.below-target', numbers) + (next ? t('rule.below-target.next', { level: next.number, summary: next.level.summary }) : '');
      return [{ span: entry.score.span, message }];
    }),
};
