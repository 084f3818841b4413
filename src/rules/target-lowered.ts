import type { MessageKey } from '../messages/messages';
import { formatNumber } from '../scoring/score';
import { firstOf, overallPlace, servicesPlace } from './average-below-target';
import { type Finding, type Rule, type RuleContext } from './rule';
import type { Span } from '../assessment/yaml/tree';

/** A target lower than in the baseline: reported where it is set, not for everything that inherits it. */
export const targetLowered: Rule = {
  id: 'target-lowered',
  severity: 'warning',
  check: (context) => {
    const changes = context.changes;
    if (!changes) return [];
    const { assessment } = context;
    return [
      ...finding(context, changes.overall, 'rule.target-lowered', '', overallPlace(context)),
      ...changes.areas.flatMap((area) =>
        finding(
          context,
          area,
          'rule.target-lowered.area',
          area.id,
          assessment.areas.get(area.id)?.target?.span ?? firstOf(context, area.id),
        ),
      ),
      ...changes.services.flatMap((service) => {
        const entry = assessment.services.get(service.id);
        return finding(
          context,
          service,
          'rule.target-lowered.service',
          service.id,
          entry?.target?.span ?? entry?.key ?? servicesPlace(context),
        );
      }),
    ];
  },
};

interface Change {
  readonly ownTarget: boolean;
  readonly before: { readonly target: number };
  readonly after: { readonly target: number };
}

function finding(
  { t, baseline }: RuleContext,
  { ownTarget, before, after }: Change,
  key: MessageKey,
  id: string,
  span: Span,
): Finding[] {
  if (!ownTarget || after.target >= before.target) return [];
  return [
    {
      span,
      message: t(key, {
        id,
        name: baseline?.name ?? '',
        before: formatNumber(before.target),
        target: formatNumber(after.target),
      }),
    },
  ];
}
