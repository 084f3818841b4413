/** `merge`: the merge driver that git calls for assessments (gitattributes(5), "Defining a custom merge driver"). */
import { isUtf8 } from 'node:buffer';
import { merge as mergeTexts } from '../../assessment/merge/merge';
import { Failure } from '../../node/failure';
import { writeFile } from '../../node/file-writer';
import { isStandardInput, readBytes } from '../../node/read-file';
import { ours } from '../../messages/safe-text';
import { complain } from '../complain';
import type { Io } from '../terminal';
import { command } from './command';

/** Runs `merge`: writes the result to OURS. Returns 1 where it has conflicts, 2 when nothing is written. */
export const merge = command({}, async ({ positionals }, io, t) => {
  const [base, own, theirs, surplus] = positionals;
  if (base === undefined || own === undefined || theirs === undefined || isStandardInput(own))
    throw new Failure('cli.merge-paths');
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const before = await readBytes(own, io);
  const texts = [await wholeText(base, io), wholeOf(before, own), await wholeText(theirs, io)] as const;
  const { text, conflicts } = mergeTexts(...texts);
  if (text !== texts[1]) {
    const lost = writeFile(own, text, io.cwd, { inputs: [base, theirs], isAssessment: true, expected: before });
    for (const failure of lost) complain(failure, io, t);
  }
  if (conflicts > 0) await io.stderr.say(ours`${t('cli.merge-conflicts', { count: conflicts })}\n`);
  return conflicts > 0 ? 1 : 0;
});

async function wholeText(path: string, io: Io): Promise<string> {
  return wholeOf(await readBytes(path, io), path);
}

/** The text of a file with its byte order mark. */
function wholeOf(bytes: Buffer, path: string): string {
  if (!isUtf8(bytes)) throw new Failure('cli.not-text', { path });
  return bytes.toString('utf8');
}
