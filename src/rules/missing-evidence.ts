import type { ServiceEntry } from '../assessment/assessment';
import { entryOf } from '../assessment/yaml/tree';
import { levelOfCriterion } from '../sheet/criteria';
import { servicesPlace } from './average-below-target';
import { areFew, fixOf, type Edits, type Fix, type Rule, type RuleContext } from './rule';

/** From level 3 on the sheet asks for written documents: without one, a score that high is only a claim. */
export const missingEvidence: Rule = {
  id: 'missing-evidence',
  severity: 'info',
  check: (context) => {
    const { t } = context;
    const bare = context.services.flatMap(({ service: { id, title }, scored, entry }) => {
      if (!entry?.score || scored.score === null || scored.score < 3 || hasEvidence(entry)) return [];
      const { span, value: score } = entry.score;
      return [{ id, score, name: `${id} ${title}`, span, fixes: (edits: Edits) => evidenceFixes(context, id, edits) }];
    });
    if (areFew(bare.length))
      return bare.map(({ id, score, span, fixes }) => ({
        span,
        message: t('rule.missing-evidence', { id, score }),
        fixes,
      }));
    const ids = bare.map(({ id }) => id).join(t('list.separator'));
    return [
      {
        span: servicesPlace(context),
        message: t('rule.missing-evidence.many', { count: bare.length, services: ids }),
        parts: bare,
      },
    ];
  },
};

/**
 * Whether a service cites evidence for its score, directly or at a criterion of that level. Unreadable evidence is
 * reported as such, not as missing.
 */
export function hasEvidence({ evidence, value, score, criteria }: ServiceEntry): boolean {
  const isShown = [...criteria.values()].some(
    (answer) => answer.evidence.length > 0 && levelOfCriterion(answer.id) === score?.value,
  );
  if (isShown) return true;
  const listed = entryOf(value, 'evidence')?.value;
  const isEmpty =
    !listed || (listed.kind === 'scalar' ? listed.value === null : listed.kind === 'list' && listed.items.length === 0);
  return evidence.length > 0 || !isEmpty;
}

/** Adds a first piece of evidence, as a snippet that suggests existing documents. */
export function evidenceFixes(
  { assessment, t }: Pick<RuleContext, 'assessment' | 't'>,
  id: string,
  { addEvidence }: Edits,
): Fix[] {
  return fixOf(t('fix.add-evidence', { id }), addEvidence(assessment, id), { snippet: true, suggests: true });
}
