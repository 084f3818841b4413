import { spreadOf } from '../scoring/consensus';
import { entryOf } from '../assessment/yaml/tree';
import { services, type Rule } from './rule';

/** Assessors who saw a service two levels apart saw different things: the file should say how they came to agree. */
export const unresolvedDisagreement: Rule = {
  id: 'unresolved-disagreement',
  severity: 'info',
  check: (context) =>
    services(context).flatMap(({ service: { id }, entry }) => {
      const key = entry && entryOf(entry.value, 'votes')?.keySpan;
      const scores = [...(entry?.votes.values() ?? [])].map(({ value }) => value);
      if (!key || entry.note?.value.trim() || spreadOf(scores) < 2) return [];
      const parameters = { id, lowest: Math.min(...scores), highest: Math.max(...scores) };
      return [{ span: key, message: context.t('rule.unresolved-disagreement', parameters) }];
    }),
};
