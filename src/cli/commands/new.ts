/** `new`: writes a new assessment. */
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { defaultTarget, targetCalled } from '../../sheet/sheet';
import { localDay } from '../../assessment/day';
import { isAssessmentName, withEnding, withoutEnding } from '../../assessment/file-name';
import { ownFile } from '../../assessment/edit/own-file';
import { parseAssessment } from '../../assessment/parse';
import { newAssessment } from '../../assessment/template';
import type { Translate } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { command } from './command';
import { Failure } from '../../node/failure';
import { writeFile } from '../../node/file-writer';
import { loadSheet } from '../../node/load-texts';
import { readText } from '../../node/read-file';
import type { Io } from '../terminal';

const options = {
  subject: { type: 'string' },
  target: { type: 'string' },
  'individual-for': { type: 'string' },
  assessor: { type: 'string' },
} as const;

/** Runs `new`. */
export const newFile = command(options, async ({ values, positionals }, io, t) => {
  const [given, surplus] = positionals;
  if (given === undefined) throw new Failure('cli.missing-path');
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const path = fileName(given);
  const owner = values['individual-for'];
  const text = owner === undefined ? freshText(path, values, io, t) : await ownText(path, owner, values, io);
  writeFile(path, text, io.cwd, { isAssessment: true, refusal: 'cli.exists' });
  await io.stdout.write(ours`${printable(path.split(sep).join('/'))}\n`);
  return 0;
});

type Values = Readonly<Partial<Record<keyof typeof options, string>>>;

function freshText(path: string, { target: given, subject }: Values, io: Io, t: Translate): string {
  const target = given === undefined ? defaultTarget : targetOf(given);
  const what = { subject: subject ?? withoutEnding(basename(path)), target };
  return newAssessment({ ...what, today: localDay(io.now()), sheet: loadSheet(t.language), t });
}

/** The text of an individual scoring for an assessment, with its subject and targets. */
async function ownText(path: string, owner: string, { assessor, ...values }: Values, io: Io): Promise<string> {
  const surplus = values.subject ?? values.target;
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  if (!assessor?.trim()) throw new Failure('cli.new-assessor');
  const agreed = parseAssessment(await readText(owner, io));
  const from = relative(dirname(resolve(io.cwd, path)), resolve(io.cwd, owner))
    .split(sep)
    .join('/');
  const made = ownFile(agreed, { owner: from, assessor: assessor.trim() });
  if ('refused' in made) throw new Failure('cli.not-judged', { path: owner });
  return made.text;
}

/** The path with the ending of an assessment. */
function fileName(given: string): string {
  const path = withEnding(given);
  const namesFolder = /(^|[\\/])\.{0,2}$/.test(given);
  if (namesFolder || !isAssessmentName(path)) throw new Failure('cli.not-a-file-name', { path: given });
  return path;
}

function targetOf(value: string): number {
  const target = targetCalled(value);
  if (target === undefined) throw new Failure('cli.bad-target', { value });
  return target;
}
