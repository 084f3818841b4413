/** `check`: scores assessments and reports their problems. */
import { ruleIds, severities, type RuleId, type SeveritySetting } from '../assessment/model';
import { closest } from '../assessment/shape';
import type { SeverityOverrides } from '../rules/check';
import type { Translate } from '../messages/messages';
import { choice, parseArguments } from './arguments';
import { checkFormats, checkOutput } from './check-output';
import { checkAll, dayToJudgeBy, type Settings } from './assessments';
import { complain, Failure } from './failure';
import { findFiles } from './files';
import { loadSheet } from './load-texts';
import type { Io } from './terminal';

const options = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  today: { type: 'string' },
} as const;

/** From least to most severe; the index is the rank. */
const thresholds = ['info', 'warning', 'error', 'never'] as const;

/** Carries out `check`. One file that can not be read does not keep the others from being reported. */
export async function check(args: readonly string[], io: Io, t: Translate): Promise<number> {
  const { values, positionals } = parseArguments(args, options);
  const format = choice('--format', values.format, checkFormats) ?? 'text';
  const failOn = choice('--fail-on', values['fail-on'], thresholds) ?? 'error';
  const [overrides, today] = [overridesOf(values.rule ?? []), dayToJudgeBy(values.today, io)];
  const { paths, failures } = await findFiles(positionals, io.cwd);
  const settings: Settings = { overrides, today, sheet: loadSheet(t.language), t };
  const { checked, unread } = await checkAll(paths, settings, io);
  const missed = [...failures, ...unread];
  if (checked.length) io.stdout.write(await checkOutput(format, { ...settings, checked, failures: missed }, io));
  for (const failure of missed) complain(failure, io, t);
  if (missed.length) return 2;
  const reaches = checked.some(({ problems }) =>
    problems.some(({ severity }) => thresholds.indexOf(severity) >= thresholds.indexOf(failOn)),
  );
  return reaches ? 1 : 0;
}

function overridesOf(rules: readonly string[]): SeverityOverrides {
  const overrides: Partial<Record<RuleId, SeveritySetting>> = {};
  for (const value of rules) {
    const [name = '', severity, ...more] = value.split('=');
    const setting = severities.find((candidate) => candidate === severity);
    const id = ruleIds.find((candidate) => candidate === name);
    if (severity !== undefined && !id) throw unknownRule(name);
    if (!id || !setting || more.length) throw new Failure('cli.bad-rule', { value });
    overrides[id] = setting;
  }
  return overrides;
}

function unknownRule(value: string): Failure {
  const suggestion = closest(value, ruleIds);
  return suggestion ? new Failure('cli.unknown-rule.suggest', { value, suggestion }) : new Failure('cli.unknown-rule', { value });
}
