/** `check`: scores assessments and reports their problems. */
import { ruleIds, severities, type RuleId, type SeveritySetting } from '../../assessment/vocabulary';
import { isIndividual } from '../../assessment/individual';
import { parseAssessment } from '../../assessment/parse';
import { closest } from '../../assessment/closest';
import type { SeverityOverrides } from '../../rules/check';
import type { Severity } from '../../rules/rule';
import type { Translate } from '../../messages/messages';
import { plain } from '../../report/terminal/paint';
import { choice } from './arguments';
import { clockOf, type Baselines } from '../../node/assessments';
import type { CheckCache } from '../check/check-cache';
import type { Look } from '../check/check-format';
import { checkFormats } from '../check/check-formats';
import { Printer } from '../check/printer';
import { Checker, type CheckOrder, type FileResult } from '../check/checker';
import { command } from './command';
import { complain } from '../complain';
import { Failure } from '../../node/failure';
import { findFiles, type Found } from '../../node/files';
import { destinationOf, formatOf, writingTo } from '../files/output';
import { chosenOverlay } from '../../node/overlays';
import { Progress } from '../check/progress';
import type { Output } from '../files/streams';
import { columnsOf, paintFor, type Io } from '../terminal';

const options = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  today: { type: 'string' },
  cache: { type: 'string' },
  against: { type: 'string' },
  wording: { type: 'string' },
  'require-sign-off': { type: 'boolean' },
} as const;

/** From least to most severe; the index is the rank. */
const thresholds = ['info', 'warning', 'error', 'never'] as const;

/** Runs `check`. A file that cannot be read does not prevent the others from being reported. */
export const check = command(options, async ({ values, positionals }, io, t) => {
  const failOn = choice('--fail-on', values['fail-on'], thresholds) ?? 'error';
  const requiresSignOff = values['require-sign-off'] ?? false;
  const judging = { overrides: overridesOf(values.rule ?? []), requiresSignOff, ...clockOf(values.today, io) };
  const given = positionals.length ? positionals : ['.'];
  const found = await findFiles(given, io.cwd);
  const { paths } = found;
  const others = [values.cache, values.wording].filter((path) => path !== undefined);
  const destination = destinationOf(values.output, io, { inputs: [...paths, ...others] });
  const failing = failingFrom(failOn);
  const format = formatOf(checkFormats, 'text', values);
  const look = { ...lookOf(destination.output, io), failing };
  const overlay = await chosenOverlay(values.wording, io, t);
  const order = { format, look, ...judging, language: t.language, overlay, isCached: values.cache !== undefined };
  const cache = values.cache === undefined ? undefined : await cacheAt(values.cache, order, paths);
  const sought = values.against === undefined ? found : await compared(given, found, values.against, order, io);
  const { failures } = sought;
  const run = { order, cache, output: destination.output, io, t };
  const { counts, unread } = await writingTo(destination, t, () => print(sought, run));
  for (const failure of [...failures, ...unread]) complain(failure, io, t);
  cache?.save();
  if (failures.length || unread.length) return 2;
  const problems = { info: counts.infos, warning: counts.warnings, error: counts.errors };
  return failing.some((severity) => problems[severity] > 0) ? 1 : 0;
});

/** The severities at or above a threshold. */
function failingFrom(threshold: (typeof thresholds)[number]): Severity[] {
  return (['info', 'warning', 'error'] as const).filter(
    (severity) => thresholds.indexOf(severity) >= thresholds.indexOf(threshold),
  );
}

async function cacheAt(path: string, order: CheckOrder, inputs: readonly string[]): Promise<CheckCache> {
  const { CheckCache } = await import('../check/check-cache');
  return new CheckCache(path, order, inputs);
}

function lookOf(output: Output, { cwd, env }: Io): Omit<Look, 'failing'> {
  return { cwd, colours: paintFor(output, env) !== plain, width: columnsOf(output, Infinity) };
}

/** The files to check, with their baselines. */
interface Sought extends Found {
  readonly baselines?: Baselines;
  /** The results for deleted assessments. */
  readonly deleted?: readonly FileResult[];
}

/**
 * The files that arguments match, now and in a revision; an argument that matches only deleted files is not an error.
 */
async function compared(
  given: readonly string[],
  found: Found,
  revision: string,
  order: CheckOrder,
  io: Io,
): Promise<Sought> {
  const [{ Bases }, { baselineTexts }, { deletedSince }] = await Promise.all([
    import('../git/bases'),
    import('../git/baselines'),
    import('../git/deleted'),
  ]);
  const bases = new Bases(revision, io);
  const baselines = await baselineTexts(found.paths, revision, io, bases);
  const { deleted, met } = await deletedSince(given, found.paths, bases);
  const assessments = deleted.filter(({ text }) => !isIndividual(parseAssessment(text)));
  const answered = new Set(Array.from(met, (argument) => found.unmet.get(argument)));
  const failures = found.failures.filter((failure) => !answered.has(failure));
  return { ...found, failures, baselines, deleted: await new Checker(order).check(assessments) };
}

interface Run {
  readonly order: CheckOrder;
  readonly cache?: CheckCache;
  readonly output: Output;
  readonly io: Io;
  readonly t: Translate;
}

/** Writes each result as soon as it is its turn, so that memory use does not grow with the number of files. */
async function print({ paths, failures, baselines, deleted }: Sought, { order, cache, output, io, t }: Run) {
  const printer = new Printer(checkFormats[order.format], output, { t, env: io.env, colours: order.look.colours });
  const unread: Failure[] = [];
  // Deleted assessments come first, since code hosts show only the beginning of long output.
  for (const result of deleted ?? []) await printer.addDeleted(result);
  const { checkFiles } = await import('../check/check-files');
  const progress = new Progress(paths.length, { stdout: output, stderr: io.stderr }, t);
  for await (const result of checkFiles(paths, order, cache, io, baselines)) {
    progress.show(printer.files + unread.length);
    if (result instanceof Failure) unread.push(result);
    else await printer.add(result);
  }
  progress.end();
  if (printer.files || deleted?.length) {
    const sentences = [...failures, ...unread].map(({ key, parameters }) => t(key, parameters));
    await printer.end(deleted !== undefined, sentences);
  }
  return { counts: printer.counts, unread };
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
  return suggestion
    ? new Failure('cli.unknown-rule.suggest', { value, suggestion })
    : new Failure('cli.unknown-rule', { value });
}
