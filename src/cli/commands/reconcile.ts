/** `reconcile`: combines the scorings of several assessors in the agreed file. */
import { dirname, resolve } from 'node:path';
import type { Assessment } from '../../assessment/assessment';
import { reconciledText } from '../../assessment/edit/reconcile-edit';
import { withoutEnding } from '../../assessment/file-name';
import { parseAssessment } from '../../assessment/parse';
import { isScorable } from '../../assessment/scorable';
import { printable } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { Failure } from '../../node/failure';
import { writeFile } from '../../node/file-writer';
import { loadSheet } from '../../node/load-texts';
import { isStandardInput, readBytes, readText, startOf, textOf } from '../../node/read-file';
import { realPlace } from '../../node/real-path';
import { consensusLines } from '../../report/terminal/consensus-table';
import { takes, votesOf, type Scoring } from '../../scoring/consensus';
import { complain } from '../complain';
import { measureFor, type Io } from '../terminal';
import { choice } from './arguments';
import { command } from './command';

const options = { into: { type: 'string' }, take: { type: 'string' } } as const;

/** Runs `reconcile`: writes votes and the scores derived from them; returns 1 where something could not be written. */
export const reconcile = command(options, async ({ values, positionals }, io, t) => {
  const take = choice('--take', values.take, takes) ?? 'agreed';
  const { into } = values;
  if (into === undefined || isStandardInput(into) || positionals.length < 2) throw new Failure('cli.reconcile-paths');
  const before = await readBytes(into, io);
  const agreed = scorable(parseAssessment(textOf(before, into)), into);
  const scorings: Scoring[] = [];
  for (const path of positionals) scorings.push(await scoringAt(path, into, io));
  const names = scorings.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Failure('cli.reconcile-twice', { name: twice });
  const sheet = loadSheet(t.language);
  const services = votesOf(sheet, scorings, take).filter(({ id }) => !agreed.services.get(id)?.excluded);
  const { text, refusals } = reconciledText(agreed, services);
  if (text !== agreed.text) {
    const writing = { inputs: positionals, isAssessment: true, expected: before };
    for (const failure of writeFile(into, startOf(before) + text, io.cwd, writing)) complain(failure, io, t);
  }
  const reached = parseAssessment(text);
  const lines = consensusLines({ names, services, reached, sheet, t }, await measureFor(names.join('')));
  for (const line of lines) await io.stdout.say(ours`${printable(line)}\n`);
  for (const { id, key, parameters } of refusals)
    complain(new Failure('cli.not-edited', { path: `${into}: ${id}`, reason: t(key, parameters) }), io, t);
  return refusals.length > 0 ? 1 : 0;
});

/** One assessor's scoring, under the name that the file gives. Throws `Failure`. */
async function scoringAt(path: string, into: string, io: Io): Promise<Scoring> {
  const assessment = scorable(parseAssessment(await readText(path, io)), path);
  const belongsTo = assessment.individualFor?.value;
  const other = belongsTo !== undefined && resolve(io.cwd, dirname(path), belongsTo);
  if (other && realPlace(other) !== realPlace(resolve(io.cwd, into)))
    throw new Failure('cli.reconcile-other', { path, other: belongsTo });
  return { name: assessment.assessors[0] ?? withoutEnding(path), assessment };
}

function scorable(assessment: Assessment, path: string): Assessment {
  if (!isScorable(assessment)) throw new Failure('cli.not-judged', { path });
  return assessment;
}
