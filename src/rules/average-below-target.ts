import type { Span } from '../assessment/tree';
import { formatMean, formatNumber, type Aggregate } from '../scoring/score';
import type { Rule, RuleContext } from './rule';

/** The overall average, or an area's, under its target. The exact mean decides, not the rounded one. */
export const averageBelowTarget: Rule = {
  id: 'average-below-target',
  severity: 'warning',
  check: (context) => {
    const { sheet, assessment, scored, t } = context;
    const overall = isBelow(scored.overall)
      ? [{ span: overallPlace(context), message: t('rule.average-below-target', numbers(scored.overall)) }]
      : [];
    const areas = sheet.areas.flatMap(({ id, title }, index) => {
      const area = scored.areas[index];
      if (!area || !isBelow(area)) return [];
      const span = assessment.areas.get(id)?.target?.span ?? firstOf(context, id);
      return [{ span, message: t('rule.average-below-target.area', { id, title, ...numbers(area) }) }];
    });
    return [...overall, ...areas];
  },
};

function isBelow({ mean, target }: Aggregate): boolean {
  return mean !== null && mean < target;
}

function numbers({ mean, target, scored, applicable }: Aggregate) {
  return { mean: formatMean(mean), target: formatNumber(target), scored, applicable };
}

function overallPlace({ assessment }: RuleContext): Span {
  return assessment.target?.span ?? assessment.servicesKey ?? { start: 0, end: 0 };
}

/** An area without an entry of its own is spoken of at its first scored service. */
function firstOf({ assessment }: RuleContext, area: string): Span {
  const first = [...assessment.services.values()].find(({ id, score }) => id.startsWith(`${area}.`) && score);
  return first?.key ?? { start: 0, end: 0 };
}
