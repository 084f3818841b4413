/** `wording`: imports the published wording of the sheet as an overlay, and checks an overlay file. */
import { basename } from 'node:path';
import { LineIndex } from '../../assessment/yaml/lines';
import { parseOverlay } from '../../overlay/read-overlay';
import { conventionalName } from '../../overlay/overlay-places';
import { overlayText } from '../../overlay/overlay-text';
import type { Translate } from '../../messages/messages';
import { findingText, importSummary } from '../../report/sheet/import-words';
import { printable, printableLines } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { checkOverlay } from '../../rules/check-overlay';
import { importOverlay } from '../../overlay/import/import-overlay';
import { isLoss } from '../../overlay/import/imported-overlay';
import { command } from './command';
import { Failure } from '../../node/failure';
import { destinationOf, writingTo } from '../files/output';
import { readBytes, readText } from '../../node/read-file';
import type { Io } from '../terminal';

const options = { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const;

/** Runs `wording`: returns 1 where something could not be placed, or a checked file has errors. */
export const wording = command(options, async ({ values, positionals }, io, t) => {
  const [task, path, surplus] = positionals;
  if (task !== 'import' && task !== 'check')
    throw new Failure('cli.bad-choice', { option: 'wording', value: task ?? '', choices: 'import | check' });
  if (path === undefined) throw new Failure('cli.missing-source', { task });
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  return task === 'check'
    ? checkFile(path, io, t)
    : importFile(path, values.output ?? conventionalName(), values.force ?? false, io, t);
});

async function checkFile(path: string, io: Io, t: Translate): Promise<number> {
  const text = await readText(path, io);
  const problems = checkOverlay(parseOverlay(text), t);
  const lines = new LineIndex(text);
  for (const { rule, severity, message, span } of problems) {
    const { line, character } = lines.positionAt(span.start);
    const place = ours`${printable(path)}:${line + 1}:${character + 1}`;
    await io.stdout.say(ours`${place} ${t(`report.severity.${severity}`)} ${printable(message)} (${rule})\n`);
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function importFile(path: string, output: string, force: boolean, io: Io, t: Translate): Promise<number> {
  const refusal = force ? undefined : 'cli.exists-force';
  const destination = destinationOf(output, io, { inputs: [path], refusal });
  const imported = await importOverlay(path, await readBytes(path, io));
  if (!imported) throw new Failure('cli.not-text', { path });
  const remarks = [
    t('imported.head', { name: basename(path) }),
    ...imported.findings.map((finding) => findingText(finding, t)),
  ];
  const text = overlayText(imported.overlay, remarks);
  const { isFile } = destination.output;
  // A file keeps the exact text; only text for a terminal or log is escaped.
  await writingTo(destination, t, () => destination.output.write(isFile ? Buffer.from(text) : printableLines(text)));
  if (isFile) await io.stdout.write(ours`${printable(output)}\n`);
  for (const remark of remarks.slice(1)) await io.stderr.say(ours`${printable(remark)}\n`);
  await io.stderr.say(ours`${importSummary(imported, t)}\n`);
  return imported.findings.some(isLoss) ? 1 : 0;
}
