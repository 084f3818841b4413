import { addAction } from '../assessment/record-edit';
import { formatNumber } from '../scoring/score';
import { nextLevel } from '../sheet/sheet';
import { fixOf, services, type Rule } from './rule';
import { addMonths } from './stale-assessment';

/** A score under its target, with the gap and what the next level asks for. */
export const belowTarget: Rule = {
  id: 'below-target',
  severity: 'warning',
  check: (context) =>
    services(context).flatMap(({ service, scored, entry }) => {
      if (!scored.gap || !entry?.score) return [];
      const { assessment, today, t } = context;
      const numbers = { id: service.id, score: scored.score ?? 0, target: formatNumber(scored.target), gap: formatNumber(scored.gap) };
      const next = nextLevel(service, entry.score.value);
      const message = t('rule.below-target', numbers) + (next ? t('rule.below-target.next', { level: next.number, summary: next.level.summary }) : '');
      const plan = { action: next?.level.summary ?? '', due: addMonths(today, 3) };
      const fixes = () => (next ? fixOf(t('fix.plan-action', { level: next.number }), addAction(assessment, entry, plan), { preferred: false, snippet: true }) : []);
      return [{ span: entry.score.span, message, fixes }];
    }),
};
