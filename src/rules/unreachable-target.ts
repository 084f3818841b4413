import type { Located } from '../assessment/assessment';
import { formatNumber } from '../scoring/score';
import { describedLevels, type Service } from '../sheet/sheet';
import { services, type Finding, type Rule, type RuleContext } from './rule';

/** A target above the highest level the sheet describes, said where the target is written. */
export const unreachableTarget: Rule = {
  id: 'unreachable-target',
  severity: 'warning',
  check: (context) => {
    const found = new Map<Located<number>, Service[]>();
    for (const { service, scored, entry } of services(context)) {
      const highest = describedLevels(service)?.highest;
      const source = entry?.target ?? context.assessment.areas.get(service.areaId)?.target ?? context.assessment.target;
      if (!source || highest === undefined || scored.state === 'excluded' || source.value <= highest) continue;
      found.set(source, [...(found.get(source) ?? []), service]);
    }
    return [...found].map(([target, unreached]) => finding(context, target, unreached));
  },
};

function finding({ t }: RuleContext, { value, span }: Located<number>, unreached: readonly Service[]): Finding {
  const names = unreached.map(({ id }) => id).join(t('list.separator'));
  const highest = Math.max(...unreached.map((service) => describedLevels(service)?.highest ?? 0));
  return { span, message: t('rule.unreachable-target', { target: formatNumber(value), services: names, highest, count: unreached.length }) };
}
