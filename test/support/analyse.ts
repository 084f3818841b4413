/** What the tests of the assessment share: the sheet in English, the whole way of a text, and marked-up samples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../src/assessment/assessment';
import { applyEdits, planEdit, type EditPlan, type Intent, type TextEdit } from '../../src/assessment/edit/edit';
import { parseAssessment } from '../../src/assessment/parse';
import type { Span } from '../../src/assessment/yaml/tree';
import { translator } from '../../src/messages/catalogues';
import { checkAssessment } from '../../src/rules/check';
import type { Problem } from '../../src/rules/rule';
import { scoreAssessment, type Scored } from '../../src/scoring/score';
import criteria from '../../src/sheet/criteria.json';
import { composeSheet, noGlossary, type CriteriaStructure } from '../../src/sheet/sheet';
import wording from '../../src/sheet/wording.en.json';
import { root } from './root';

export const sheet = composeSheet(wording, noGlossary, criteria as CriteriaStructure);
export const t = translator('en');
export const today = '2026-11-23';

/** The example files by name. */
export const examples: ReadonlyMap<string, string> = new Map(
  readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.psirt.yaml'))
    .map((name) => [name, readFileSync(join(root, 'examples', name), 'utf8')]),
);

export interface Analysis {
  readonly assessment: Assessment;
  readonly scored: Scored;
  readonly problems: readonly Problem[];
}

/** The way of a text through parser, scoring and rules. */
export function analyse(text: string): Analysis {
  const assessment = parseAssessment(text);
  const scored = scoreAssessment(sheet, assessment);
  return { assessment, scored, problems: checkAssessment({ sheet, assessment, scored, today, t }) };
}

export function errorsOf({ problems }: Analysis): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** The text of a span. */
export function slice(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

/** A sample with `|` where the cursor is, as text and offset. */
export function cursorIn(sample: string): { text: string; offset: number } {
  const offset = sample.indexOf('|');
  return { text: sample.slice(0, offset) + sample.slice(offset + 1), offset };
}

/** The text after an intent, or the key of the refusal's message. */
export function edited(text: string, intent: Intent): string {
  return afterPlan(text, planEdit(parseAssessment(text), intent));
}

/** The text after a plan, or the key of the refusal's message. */
export function afterPlan(text: string, plan: EditPlan): string {
  return 'refused' in plan ? plan.refused.key : applyEdits(text, plan.edits);
}

/** The edits of a plan; `undefined` for none, and where it is refused. */
export function editsOf(plan: EditPlan | undefined): readonly TextEdit[] | undefined {
  return plan && 'edits' in plan ? plan.edits : undefined;
}

export const score = (service: string, level: number | null): Intent => ({ kind: 'score', service, score: level });
export const exclude = (service: string, reason: string): Intent => ({ kind: 'exclude', service, reason });
export const include = (service: string): Intent => ({ kind: 'include', service });
