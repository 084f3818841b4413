import { spreadOf } from '../scoring/consensus';
import { entryOf } from '../assessment/yaml/tree';
import type { Rule } from './rule';

/**
 * Scores two or more levels apart mean that the assessors saw different things: the file should say how they agreed.
 */
export const unresolvedDisagreement: Rule = {
  id: 'unresolved-disagreement',
  severity: 'info',
  check: (context) =>
    context.services.flatMap(({ service: { id }, entry }) => {
      const key = entry && entryOf(entry.value, 'votes')?.keySpan;
      const scores = [...(entry?.votes.values() ?? [])].map(({ value }) => value);
      if (!key || entry.note?.value.trim() || spreadOf(scores) < 2) return [];
      const parameters = { id, lowest: Math.min(...scores), highest: Math.max(...scores) };
      return [{ span: key, message: context.t('rule.unresolved-disagreement', parameters) }];
    }),
};
