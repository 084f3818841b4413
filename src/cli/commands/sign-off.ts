/** `sign-off`: records a person's approval of the present state of an assessment. */
import { localDay } from '../../assessment/day';
import { addSignature } from '../../assessment/edit/sign-off-edit';
import { parseAssessment } from '../../assessment/parse';
import { isScorable } from '../../assessment/scorable';
import { contentDigest, isOfPresentState } from '../../assessment/sign-off';
import { applyEdits } from '../../assessment/yaml/text-edit';
import { printable } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { Failure } from '../../node/failure';
import { writeFile } from '../../node/file-writer';
import { isStandardInput, readBytes, startOf, textOf } from '../../node/read-file';
import { complain } from '../complain';
import { command } from './command';

/** Runs `sign-off`; writes nothing where that person has signed this state already. */
export const signOff = command({ by: { type: 'string' } }, async ({ values, positionals }, io, t) => {
  const [path, surplus] = positionals;
  if (path === undefined || isStandardInput(path)) throw new Failure('cli.sign-off-path');
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const by = values.by?.trim();
  if (!by) throw new Failure('cli.sign-off-by');
  const before = await readBytes(path, io);
  const assessment = parseAssessment(textOf(before, path));
  if (!isScorable(assessment) || assessment.individualFor) throw new Failure('cli.sign-off-not', { path });
  const content = contentDigest(assessment);
  const isThere = assessment.signOff.some((one) => one.by === by && isOfPresentState(assessment, one));
  if (!isThere) {
    const plan = addSignature(assessment, { by, on: localDay(io.now()), content });
    if ('refused' in plan) throw new Failure('cli.not-edited', { path, reason: t(plan.refused.key) });
    const text = startOf(before) + applyEdits(assessment.text, plan.edits);
    const lost = writeFile(path, text, io.cwd, { isAssessment: true, expected: before });
    for (const failure of lost) complain(failure, io, t);
  }
  const said = t(isThere ? 'cli.sign-off-there' : 'cli.signed-off', { path, by, content });
  await io.stdout.say(ours`${printable(said)}\n`);
  return 0;
});
