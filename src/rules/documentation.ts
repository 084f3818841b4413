/** The page that documents the rules, in one language: problems link to their rule's line in it. */
import { ruleIds, type RuleId } from '../assessment/model';
import type { Translate } from '../messages/messages';
import { rules } from './index';

/** Lines of the page before the first rule, and lines each rule takes. */
const head = 6;
const each = 6;

/** The page, as Markdown. */
export function rulesDocument(t: Translate): string {
  const lines = [`# ${t('rules.title')}`, '', t('rules.severities'), '', t('rules.example'), ''];
  for (const { id, severity } of rules) {
    lines.push(`## ${id}`, '', t('rules.default', { severity }), '', t(`key.rules.${id}`), '');
  }
  return lines.join('\n');
}

/** The line of a rule's heading in the page, counted from 1. */
export function ruleLine(id: RuleId): number {
  return head + ruleIds.indexOf(id) * each + 1;
}
