import type { Rule } from './rule';

/**
 * An assessment that the baseline has but the checked files do not: deleting it would also evade all other rules about
 * changes.
 */
export const assessmentDeleted: Rule = {
  id: 'assessment-deleted',
  severity: 'warning',
  readsText: true,
  ofDeleted: true,
  check: ({ deletion, t }) => {
    if (!deletion) return [];
    const { name, movedTo: path } = deletion;
    const message =
      path === undefined ? t('rule.assessment-deleted', { name }) : t('rule.assessment-deleted.moved', { name, path });
    return [{ span: { start: 0, end: 0 }, message }];
  },
};
