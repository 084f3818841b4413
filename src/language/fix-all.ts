/**
 * "Fix all": what can be mended on save without asking.
 *
 * In it is what says the same in a form that is read as meant: bare ids in quotes, ids written another way (`１．１`),
 * text and numbers with and without quotes, dates written another way, a single item where a list belongs. Not in it is
 * whatever guesses (mistyped keys, severities), states a fact (days, scores), loses something (second entries,
 * evidence), or adds what the user has not written.
 */
import * as edits from '../rules/edits';
import { parseVariant } from '../assessment/parse-variant';
import { applyEdits, type TextEdit } from '../assessment/yaml/text-edit';
import { ruleOf } from '../rules/check';
import type { Problem, RuleContext } from '../rules/rule';
import type { CodeAction } from './code-action';

/** The one action that makes all safe fixes of a file; none where there is nothing to do. */
export function fixAll({ assessment, t }: RuleContext, problems: readonly Problem[]): CodeAction[] {
  if (assessment.broken) return [];
  const mended: TextEdit[] = [];
  for (const { rule, fixes } of problems) {
    // Those of other rules need not be worked out on every save.
    const safe = ruleOf(rule).fixes === 'safe' ? fixes?.(edits).find((fix) => fix.safe) : undefined;
    // Two problems at one place: the other is mended the next time.
    if (safe && !safe.edits.some((edit) => mended.some((made) => meet(edit, made)))) mended.push(...safe.edits);
  }
  if (mended.length === 0 || parseVariant(applyEdits(assessment.text, mended)).broken) return [];
  return [{ title: t('fix.all'), kind: 'source.fixAll.psirt', edits: mended }];
}

function meet(a: TextEdit, b: TextEdit): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
