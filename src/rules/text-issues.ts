/** Shared by the two rules about the text itself: they report what reading the file found. */
import type { Issue } from '../assessment/assessment';
import type { RuleId } from '../assessment/vocabulary';
import { hasConflicts } from '../assessment/scorable';
import { conflictsOf, excerptOf } from '../assessment/yaml/conflict-markers';
import type { Finding, FindingPart, RuleContext } from './rule';

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
