/**
 * Documents a rule, for the page of rules and for hovers: what it reports and why, an example and its correction, and
 * how to switch it off. `t` needs the texts `rules.why.*`, which editors load on demand.
 */
import { ruleIds, type RuleId } from '../assessment/vocabulary';
import { overlayRules, type OverlayRule } from '../overlay/overlay-rules';
import type { Translate } from '../messages/messages';
import { joined, ours, type Own } from '../messages/safe-text';
import { ruleOf } from './check';
import { ruleExamples, type ExplainedRule } from './examples';
import type { ExampleFile, RuleExample } from './rule-example';
import type { Severity } from './rule';

/** Problems of overlay files only; their other problems share the names of rules. */
const ownToOverlays = ['changed-reference', 'long-summary'] as const satisfies readonly OverlayRule[];

/** The rules in the order of the page. */
export const explainedRules: readonly ExplainedRule[] = [...ruleIds, ...ownToOverlays];

/** The page of all rules, as Markdown. */
export function rulesDocument(t: Translate): string {
  const head = [`# ${t('rules.title')}`, t('rules.severities'), t('rules.example')];
  const sections = explainedRules.map((id) => `## ${id}\n\n${ruleDocumentation(id, t)}`);
  return `${[...head, ...sections].join('\n\n')}\n`;
}

/** The line of each rule's heading in the page, counted from 1: problems link to it. */
export function ruleLines(t: Translate): Record<ExplainedRule, number> {
  const lines = rulesDocument(t).split('\n');
  return Object.fromEntries(explainedRules.map((id) => [id, lines.indexOf(`## ${id}`) + 1])) as Record<
    ExplainedRule,
    number
  >;
}

/** The documentation of a rule, as Markdown without a heading. */
export function ruleDocumentation(id: ExplainedRule, t: Translate): Own {
  const rule = isRule(id) ? ruleOf(id) : undefined;
  const severity: Severity = rule?.severity ?? overlayRules[id as OverlayRule];
  return joined(
    [
      t(`key.rules.${id}`),
      t(`rules.why.${id}`),
      t('rules.default', { severity }),
      ...(rule?.fixes === 'safe' ? [t('rules.safe-fix', { action: t('fix.all') })] : []),
      ...examples(ruleExamples[id], t),
      rule ? t('rules.switch-off', { id: rule.id }) : t('rules.always-on'),
    ],
    '\n\n',
  );
}

function isRule(id: ExplainedRule): id is RuleId {
  return (ruleIds as readonly string[]).includes(id);
}

function examples({ fails, mended, today, baseline, files }: RuleExample, t: Translate): Own[] {
  const reported = today ? t('rules.fails-on', { date: today }) : t('rules.fails');
  return [
    ...(files ? [t('rules.files', { files: joined(files.map(pathOf), t('list.separator')) })] : []),
    ...(baseline ? [captioned(t('rules.baseline'), baseline)] : []),
    fails ? captioned(reported, fails) : ours`**${reported}**\n\n${t('rules.deleted')}`,
    captioned(t('rules.mended'), mended),
  ];
}

function pathOf({ path }: ExampleFile): Own {
  return ours`\`${path}\``;
}

function captioned(caption: Own, yaml: Own): Own {
  return ours`**${caption}**\n\n\`\`\`yaml\n${yaml}\n\`\`\``;
}
