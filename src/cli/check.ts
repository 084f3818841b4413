/** `check`: scores assessments and reports their problems. */
import { ruleIds, severities, type RuleId, type SeveritySetting } from '../assessment/model';
import { closest } from '../assessment/shape';
import type { SeverityOverrides } from '../rules/check';
import type { Translate } from '../messages/messages';
import { plain } from '../report/paint';
import { choice } from './arguments';
import { clockOf, type Against } from './assessments';
import type { CheckCache } from './check-cache';
import { checkFormats, frameOf } from './check-output';
import type { CheckOrder } from './checker';
import { command } from './command';
import { complain, Failure } from './failure';
import { findFiles, type Found } from './files';
import { chosenWording } from './own-wording';
import { Progress } from './progress';
import { columnsOf, paintFor, write, type Io } from './terminal';
import { verdicts } from './verdicts';

const options = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  today: { type: 'string' },
  cache: { type: 'string' },
  against: { type: 'string' },
  wording: { type: 'string' },
} as const;

/** From least to most severe; the index is the rank. */
const thresholds = ['info', 'warning', 'error', 'never'] as const;

/** Carries out `check`. One file that can not be read does not keep the others from being reported. */
export const check = command(options, async ({ values, positionals }, io, t) => {
  const format = choice('--format', values.format, checkFormats) ?? 'text';
  const failOn = choice('--fail-on', values['fail-on'], thresholds) ?? 'error';
  const look = { format, cwd: io.cwd, colours: paintFor(io.stdout, io.env) !== plain, width: columnsOf(io.stdout, Infinity) };
  const judging = { overrides: overridesOf(values.rule ?? []), ...clockOf(values.today, io) };
  const order = { look, ...judging, language: t.language, wording: await chosenWording(values.wording, io, t) };
  const cache = values.cache === undefined ? undefined : new (await import('./check-cache')).CheckCache(values.cache, order);
  const { paths, failures } = await findFiles(positionals, io.cwd);
  const against = values.against === undefined ? undefined : await (await import('./earlier')).textsAgainst(paths, values.against, io);
  const { counts, unread } = await print({ paths, failures, against }, order, cache, io, t);
  for (const failure of [...failures, ...unread]) complain(failure, io, t);
  cache?.save();
  if (failures.length || unread.length) return 2;
  const found = { info: counts.infos, warning: counts.warnings, error: counts.errors, never: 0 };
  return thresholds.some((severity, rank) => rank >= thresholds.indexOf(failOn) && found[severity] > 0) ? 1 : 0;
});

/** Writes what there is to say of each file as soon as it is its turn, so that little is kept however many there are. */
async function print({ paths, failures, against }: Found & { readonly against?: Against }, order: CheckOrder, cache: CheckCache | undefined, io: Io, t: Translate) {
  const frame = frameOf(order.look, t, io.env);
  const counts = { errors: 0, warnings: 0, infos: 0 };
  const unread: Failure[] = [];
  const pieces: string[] = [];
  let assessments = 0;
  const progress = new Progress(paths.length, io, t);
  for await (const verdict of verdicts(paths, order, cache, io, against)) {
    progress.show(assessments + unread.length);
    if (verdict instanceof Failure) {
      unread.push(verdict);
      continue;
    }
    for (const kind of ['errors', 'warnings', 'infos'] as const) counts[kind] += verdict.counts[kind];
    if (frame.keepsPieces) pieces.push(verdict.piece);
    else await write(io.stdout, (assessments ? frame.between : frame.start) + verdict.piece);
    assessments++;
  }
  progress.end();
  const sentences = [...failures, ...unread].map(({ key, parameters }) => t(key, parameters));
  if (assessments) await write(io.stdout, await frame.end({ assessments, counts }, sentences, pieces));
  return { counts, unread };
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
