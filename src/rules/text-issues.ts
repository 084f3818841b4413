/** What the two rules about the text itself share: they pass on what reading it found. */
import type { RuleId } from '../assessment/model';
import type { Rule } from './rule';

/** A rule whose findings are the issues of that name found while parsing. */
export function issueRule(id: RuleId): Rule {
  return {
    id,
    severity: 'error',
    readsText: true,
    check: ({ assessment, t }) =>
      assessment.issues
        .filter((issue) => issue.rule === id)
        .map(({ key, parameters, span, suggestion }) => ({
          span,
          message: t(key, parameters),
          fixes: suggestion
            ? () => [{ title: t('fix.rename', { name: suggestion }), edits: [{ span, newText: suggestion }] }]
            : undefined,
        })),
  };
}
