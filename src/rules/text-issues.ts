/** What the two rules about the text itself share: they pass on what reading it found. */
import type { Issue } from '../assessment/assessment';
import { placeAt } from '../assessment/cursor';
import type { RuleId } from '../assessment/model';
import { entryOf, treeAt } from '../assessment/yaml/tree';
import type { Finding, Fix, RuleContext } from './rule';

/** What reading the text met, of one rule. */
export function issuesOf(rule: RuleId, context: RuleContext): Finding[] {
  return context.assessment.issues
    .filter((issue) => issue.rule === rule)
    .map((issue) => ({
      span: issue.span,
      message: context.t(issue.key, issue.parameters),
      beyondSchema: isBeyondSchema(issue),
      fixes: (edits) =>
        issue.suggestion ? rename(context, issue.span, issue.suggestion) : edits.mendValue(context, issue, edits),
    }));
}

/** Limits of ours on what YAML allows, and the calendar. */
function isBeyondSchema({ key, parameters: { value } }: Issue): boolean {
  return (
    ourLimits.has(key) ||
    (key === 'expected.date' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(String(value)))
  );
}

const ourLimits: ReadonlySet<Issue['key']> = new Set([
  'syntax.documents',
  'syntax.large',
  'syntax.binary',
  'syntax.aliases',
]);

/** Gives a mistyped key the name that was meant, unless that one is there already. */
function rename({ assessment, t }: RuleContext, span: Issue['span'], name: string): Fix[] {
  const place = placeAt(assessment, span.start);
  const owner = place && treeAt(assessment.tree, place.path.slice(0, -1));
  if (!owner || entryOf(owner, name)) return [];
  const newText = /^\d/.test(name) ? `"${name}"` : name;
  return [{ title: t('fix.rename', { name: newText }), edits: [{ span, newText }] }];
}
