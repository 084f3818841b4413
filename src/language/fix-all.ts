/**
 * "Fix all": the fixes that can be applied on save without asking.
 *
 * Included are fixes that keep the meaning in a valid form: quotes around bare ids, ids in another form (`１．１`), quotes
 * of texts and numbers, dates in another form, a single item where a list belongs. Excluded are fixes that guess
 * (mistyped keys, severities), state a fact (days, scores), lose something (repeated entries, evidence), or add
 * content.
 */
import * as edits from '../rules/edits';
import { parseVariant } from '../assessment/parse-variant';
import { applyEdits, type TextEdit } from '../assessment/yaml/text-edit';
import { ruleOf } from '../rules/check';
import type { Problem, RuleContext } from '../rules/rule';
import type { CodeAction } from './code-action';

/** The single action that applies all safe fixes of a file; none where there are none. */
export function fixAll({ assessment, t }: RuleContext, problems: readonly Problem[]): CodeAction[] {
  if (assessment.broken) return [];
  const mended: TextEdit[] = [];
  for (const { rule, fixes } of problems) {
    // Fixes of other rules are not computed, since this runs on every save.
    const safe = ruleOf(rule).fixes === 'safe' ? fixes?.(edits).find((fix) => fix.safe) : undefined;
    // Of two fixes at one place, the other is applied the next time.
    if (safe && !safe.edits.some((edit) => mended.some((made) => meet(edit, made)))) mended.push(...safe.edits);
  }
  if (mended.length === 0 || parseVariant(applyEdits(assessment.text, mended)).broken) return [];
  return [{ title: t('fix.all'), kind: 'source.fixAll.psirt', edits: mended }];
}

function meet(a: TextEdit, b: TextEdit): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
