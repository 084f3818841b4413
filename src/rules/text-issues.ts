/** What the two rules about the text itself share: they pass on what reading it found. */
import type { Issue } from '../assessment/assessment';
import { placeAt } from '../assessment/cursor';
import type { RuleId } from '../assessment/model';
import { entryOf, treeAt } from '../assessment/tree';
import type { Fix, Rule, RuleContext } from './rule';

/** A rule whose findings are the issues of that name found while parsing. */
export function issueRule(id: RuleId): Rule {
  return {
    id,
    severity: 'error',
    readsText: true,
    check: (context) =>
      context.assessment.issues
        .filter((issue) => issue.rule === id)
        .map(({ key, parameters, span, suggestion }) => ({
          span,
          message: context.t(key, parameters),
          fixes: suggestion ? () => rename(context, span, suggestion) : undefined,
        })),
  };
}

/** Gives a mistyped key the name that was meant, unless that one is there already. */
function rename({ assessment, t }: RuleContext, span: Issue['span'], name: string): Fix[] {
  const place = placeAt(assessment, span.start);
  const owner = place && treeAt(assessment.tree, place.path.slice(0, -1));
  if (!owner || entryOf(owner, name)) return [];
  const newText = /^\d/.test(name) ? `"${name}"` : name;
  return [{ title: t('fix.rename', { name: newText }), edits: [{ span, newText }] }];
}
