/** `new`: writes a fresh assessment. */
import { basename, sep } from 'node:path';
import { defaultTarget, targetCalled } from '../../sheet/sheet';
import { localDay } from '../../assessment/day';
import { isAssessmentName, withEnding, withoutEnding } from '../../assessment/file-name';
import { newAssessment } from '../../assessment/template';
import { printable } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { command } from './command';
import { Failure } from '../../node/failure';
import { writeFile } from '../../node/file-writer';
import { loadSheet } from '../../node/load-texts';

const options = { subject: { type: 'string' }, target: { type: 'string' } } as const;

/** Carries out `new`. */
export const newFile = command(options, async ({ values, positionals }, io, t) => {
  const [given, surplus] = positionals;
  if (given === undefined) throw new Failure('cli.missing-path');
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const path = fileName(given);
  const target = values.target === undefined ? defaultTarget : targetOf(values.target);
  const subject = values.subject ?? withoutEnding(basename(path));
  const text = newAssessment({ subject, target, today: localDay(io.now()), sheet: loadSheet(t.language), t });
  writeFile(path, text, io.cwd, { isAssessment: true, refusal: 'cli.exists' });
  await io.stdout.write(ours`${printable(path.split(sep).join('/'))}\n`);
  return 0;
});

/** The path with the ending an assessment has. */
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
