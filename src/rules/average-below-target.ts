import type { Span } from '../assessment/yaml/tree';
import type { Translate } from '../messages/messages';
import { formatBelow, type Aggregate } from '../scoring/score';
import type { Rule, RuleContext } from './rule';
import { areaIdOf } from '../sheet/sheet';

/** The overall average, or an area's, is below its target. The unrounded mean is compared. */
export const averageBelowTarget: Rule = {
  id: 'average-below-target',
  severity: 'warning',
  check: (context) => {
    const { sheet, assessment, scored, t } = context;
    const overall = isBelow(scored.overall)
      ? [{ span: overallPlace(context), message: t('rule.average-below-target', averageParameters(scored.overall, t)) }]
      : [];
    const areas = sheet.areas.flatMap(({ id, title }, index) => {
      const area = scored.areas[index];
      if (!area || !isBelow(area)) return [];
      const span = assessment.areas.get(id)?.target?.span ?? firstOf(context, id);
      return [{ span, message: t('rule.average-below-target.area', { id, title, ...averageParameters(area, t) }) }];
    });
    return [...overall, ...areas];
  },
};

/** Whether an average is below its target; no average is not. */
export function isBelow({ mean, target }: Aggregate): boolean {
  return mean !== null && mean < target;
}

/** The parameters of messages about an average: its coverage, and the figures that a mean hides. */
export function averageParameters(
  { mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate,
  t: Translate,
) {
  const coverage = t(excluded ? 'rule.average-below-target.coverage-excluded' : 'rule.average-below-target.coverage', {
    scored,
    applicable,
    excluded,
  });
  return { ...formatBelow(mean, target), coverage, floor: floor ?? 0, below: belowTarget };
}

/** The range for a finding about the whole file: its target, or else its services. */
export function overallPlace({ assessment }: Pick<RuleContext, 'assessment'>): Span {
  return assessment.target?.span ?? servicesPlace({ assessment });
}

/** The range for a finding about services without an entry of their own. */
export function servicesPlace({ assessment }: Pick<RuleContext, 'assessment'>): Span {
  return assessment.servicesKey ?? { start: 0, end: 0 };
}

/** The range for an area: its own entry, or else its first scored service. */
export function firstOf({ assessment }: Pick<RuleContext, 'assessment'>, area: string): Span {
  const first = [...assessment.services.values()].find(({ id, score }) => areaIdOf(id) === area && score);
  return first?.key ?? { start: 0, end: 0 };
}
