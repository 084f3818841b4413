import type { Located } from '../assessment/assessment';
import { formatNumber } from '../scoring/score';
import { describedLevels, type Service } from '../sheet/sheet';
import { fixOf, type Edits, type Finding, type Fix, type Rule, type RuleContext } from './rule';

/** A target above the highest described level, reported where the target is written. */
export const unreachableTarget: Rule = {
  id: 'unreachable-target',
  severity: 'warning',
  check: (context) => {
    const found = new Map<Located<number>, Service[]>();
    for (const { service, scored, entry } of context.services) {
      const highest = describedLevels(service)?.highest;
      const source = entry?.target ?? context.assessment.areas.get(service.areaId)?.target ?? context.assessment.target;
      if (!source || highest === undefined || scored.state === 'excluded' || source.value <= highest) continue;
      found.set(source, [...(found.get(source) ?? []), service]);
    }
    return [...found].map(([target, unreached]) => finding(context, target, unreached));
  },
};

function finding(context: RuleContext, target: Located<number>, unreached: readonly Service[]): Finding {
  const { t } = context;
  const { value, span } = target;
  const names = unreached.map(({ id }) => id).join(t('list.separator'));
  const highest = Math.max(...unreached.map((service) => describedLevels(service)?.highest ?? 0));
  const message = t('rule.unreachable-target', {
    target: formatNumber(value),
    services: names,
    highest,
    count: unreached.length,
  });
  return { span, message, fixes: (edits) => targetFixes(context, target, unreached, highest, edits) };
}

/** A target for many services stays; services that cannot reach it get a target of their own. */
function targetFixes(
  { assessment, t }: RuleContext,
  { span }: Located<number>,
  unreached: readonly Service[],
  target: number,
  { replaceScalar, setTargets }: Edits,
): Fix[] {
  const entries = unreached.flatMap(({ id }) => assessment.services.get(id) ?? []);
  const isOwn = entries.some((entry) => entry.target?.span.start === span.start);
  const lowered = fixOf(
    t('fix.lower-target', { target }),
    replaceScalar(assessment, span, target),
    isOwn ? {} : { preferred: false },
  );
  if (isOwn || entries.length < unreached.length) return lowered;
  const parameters = { services: entries.map(({ id }) => id).join(t('list.separator')), target, count: entries.length };
  return [...fixOf(t('fix.own-target', parameters), setTargets(assessment, entries, target)), ...lowered];
}
