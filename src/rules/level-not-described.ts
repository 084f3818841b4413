import { describedLevels, isDescribed, levelNumbers, type Service } from '../sheet/sheet';
import { fixOf, type Edits, type Fix, type Rule, type RuleContext } from './rule';

/** A score without a description: 1 to 3 where the sheet starts at 4, or 5 where it ends at 4. */
export const levelNotDescribed: Rule = {
  id: 'level-not-described',
  severity: 'warning',
  check: (context) =>
    context.services.flatMap(({ service, scored, entry }) => {
      const levels = describedLevels(service);
      if (!entry?.score || scored.state !== 'scored' || !levels || isDescribed(service, entry.score.value)) return [];
      const score = entry.score.value;
      const hint = score < levels.lowest ? context.t('rule.level-not-described.not-there-yet') : '';
      const message = context.t('rule.level-not-described', { id: service.id, score, ...levels }) + hint;
      return [{ span: entry.score.span, message, fixes: (edits) => nearestLevels(context, service, score, edits) }];
    }),
};

/** The nearest described levels below and above; the choice is the assessor's. */
function nearestLevels({ assessment, t }: RuleContext, service: Service, score: number, { planEdit }: Edits): Fix[] {
  const described = levelNumbers.filter((number) => isDescribed(service, number));
  const around = [described.findLast((number) => number < score), described.find((number) => number > score)];
  const nearest = around
    .filter((number) => number !== undefined)
    .sort((a, b) => Math.abs(a - score) - Math.abs(b - score));
  return nearest.flatMap((number) => {
    const plan = planEdit(assessment, { kind: 'score', service: service.id, score: number });
    const title = t('fix.set-score', { id: service.id, score: number });
    return fixOf(title, plan, nearest.length > 1 ? { preferred: false } : {});
  });
}
