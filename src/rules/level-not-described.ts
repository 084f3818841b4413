import { describedLevels, isDescribed } from '../sheet/sheet';
import { services, type Rule } from './rule';

/** A score the sheet gives no meaning to: 1 to 3 where it starts at 4, or 5 where it ends at 4. */
export const levelNotDescribed: Rule = {
  id: 'level-not-described',
  severity: 'warning',
  check: (context) =>
    services(context).flatMap(({ service, entry }) => {
      const levels = describedLevels(service);
      if (!entry?.score || !levels || isDescribed(service, entry.score.value)) return [];
      const parameters = { id: service.id, score: entry.score.value, ...levels };
      return [{ span: entry.score.span, message: context.t('rule.level-not-described', parameters) }];
    }),
};
