/** The page that documents the rules, in one language: problems link to their rule's line in it. */
import { ruleIds, type RuleId } from '../assessment/model';
import { wordingRules, type WordingRule } from '../overlay/wording-rules';
import type { Translate } from '../messages/messages';
import { rules } from './index';

/** Lines of the page before the first rule, and lines each rule takes. */
const head = 6;
const each = 6;

/** What only wording files can have: their other problems go by the names of rules. */
const ownToWording = ['changed-reference', 'long-summary'] as const satisfies readonly WordingRule[];

/** The page, as Markdown. */
export function rulesDocument(t: Translate): string {
  const lines = [`# ${t('rules.title')}`, '', t('rules.severities'), '', t('rules.example'), ''];
  for (const { id, severity } of rules) {
    lines.push(`## ${id}`, '', t('rules.default', { severity }), '', t(`key.rules.${id}`), '');
  }
  for (const id of ownToWording)
    lines.push(`## ${id}`, '', t('rules.default', { severity: wordingRules[id] }), '', t(`key.rules.${id}`), '');
  return lines.join('\n');
}

/** The line of a rule's heading in the page, counted from 1. */
export function ruleLine(id: RuleId | WordingRule): number {
  return head + [...ruleIds, ...ownToWording].indexOf(id) * each + 1;
}
