/** Runs the rules on an assessment, with the severities that the file and the settings choose. */
import type { Assessment } from '../assessment/assessment';
import { isIndividual } from '../assessment/individual';
import { isScorable } from '../assessment/scorable';
import type { RuleId, SeveritySetting } from '../assessment/vocabulary';
import { rules } from './index';
import { inputOf, type Problem, type Rule, type RuleContext, type RuleInput } from './rule';

/** Severities from settings or the command line; those in the file take precedence. */
export type SeverityOverrides = Readonly<Partial<Record<RuleId, SeveritySetting>>>;

/** All problems of an assessment, in the order of the text. Rules that are `off` do not run. */
export function checkAssessment(context: RuleContext, overrides: SeverityOverrides = {}): Problem[] {
  const input = inputOf(context);
  const found = rulesFor(context).flatMap((rule) => runRule(rule, input, overrides));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The rule with an id. */
export function ruleOf(id: RuleId): Rule {
  return rulesById.get(id) as Rule;
}

const rulesById: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/**
 * The rules that apply to a file: to a deleted assessment those about deletion, to an individual scoring those about
 * its text.
 */
export function rulesFor({ deletion, assessment }: Pick<RuleContext, 'deletion' | 'assessment'>): readonly Rule[] {
  const isOwn = isIndividual(assessment);
  return rules.filter(({ ofDeleted = false, ofText }) => ofDeleted === Boolean(deletion) && (ofText || !isOwn));
}

/** The severity chosen by the file, or else by the settings; `undefined` where neither chooses one. */
export function chosenSeverity(
  rule: RuleId,
  { severities }: Assessment,
  overrides: SeverityOverrides,
): SeveritySetting | undefined {
  return severities.get(rule) ?? overrides[rule];
}

function runRule(rule: Rule, input: RuleInput, overrides: SeverityOverrides): Problem[] {
  const { assessment } = input;
  const isRequired = rule.isRequired?.(input) ?? false;
  const chosen = isRequired ? undefined : chosenSeverity(rule.id, assessment, overrides);
  if (chosen === 'off' || (!rule.readsText && !isScorable(assessment))) return [];
  const { id, severity: usual } = rule;
  return rule
    .check(input)
    .map(({ severity, ...finding }) => ({ ...finding, rule: id, severity: chosen ?? severity ?? usual }));
}
