/** Shared by the two rules about the text itself: they report what reading the file found. */
import type { Issue } from '../assessment/assessment';
import { placeAt } from '../assessment/cursor';
import type { RuleId } from '../assessment/model';
import { hasConflicts } from '../assessment/scorable';
import { conflictsOf, excerptOf } from '../assessment/yaml/conflict-markers';
import { entryOf, treeAt } from '../assessment/yaml/tree';
import type { Finding, FindingPart, Fix, RuleContext } from './rule';

/** The issues of one rule found while reading the text. */
export function issuesOf(rule: RuleId, context: RuleContext): Finding[] {
  return context.assessment.issues
    .filter((issue) => issue.rule === rule)
    .map((issue) => ({
      span: issue.span,
      message: context.t(issue.key, issue.parameters),
      beyondSchema: isBeyondSchema(issue),
      ...mendingOf(context, issue),
    }));
}

/** The fixes of an issue, at its place or at those of its parts. */
function mendingOf(context: RuleContext, issue: Issue): Pick<Finding, 'fixes' | 'parts'> {
  if (hasConflicts({ issues: [issue] })) return { parts: conflictParts(context) };
  if (issue.key === 'syntax.conflict-marker') return { fixes: (edits) => edits.removeMarker(context, issue.span) };
  const { suggestion } = issue;
  if (suggestion) return { fixes: () => rename(context, issue.span, suggestion) };
  return { fixes: (edits) => edits.mendValue(context, issue, edits) };
}

/** Each merge conflict as a part of one finding, so that it is resolved where it stands. */
function conflictParts(context: RuleContext): FindingPart[] {
  const { text } = context.assessment;
  return conflictsOf(text).map((conflict, index) => ({
    name: (['ours', 'theirs'] as const).map((side) => excerptOf(text, conflict, side)).join(' / '),
    span: conflict.span,
    fixes: (edits) => edits.mendConflict(context, index, edits),
  }));
}

/** Limits that neither YAML nor the JSON Schema has, and dates that do not exist in the calendar. */
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

/** Renames a mistyped key to the intended one, unless that is present already. */
function rename({ assessment, t }: RuleContext, span: Issue['span'], name: string): Fix[] {
  const place = placeAt(assessment, span.start);
  const owner = place && treeAt(assessment.tree, place.path.slice(0, -1));
  if (!owner || entryOf(owner, name)) return [];
  const newText = /^\d/.test(name) ? `"${name}"` : name;
  return [{ title: t('fix.rename', { name: newText }), edits: [{ span, newText }] }];
}
