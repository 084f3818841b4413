import { describedLevels, isDescribed } from '../sheet/sheet';
import { services, type Rule } from './rule';

/** A score the sheet gives no meaning to: 1 to 3 where it starts at 4, or 5 where it ends at 4. */
export const levelNotDescribed: Rule = {
  id: 'level-not-described',
  severity: 'warning',
  check: (context) =>
    services(context).flatMap(({ service, scored, entry }) => {
      const levels = describedLevels(service);
      if (!entry?.score || scored.state !== 'scored' || !levels || isDescribed(service, entry.score.value)) return [];
      const score = entry.score.value;
      const hint = score < levels.lowest ? context.t('rule.level-not-described.not-there-yet') : '';
      return [{ span: entry.score.span, message: context.t('rule.level-not-described', { id: service.id, score, ...levels }) + hint }];
    }),
};
