/** `import`: applies the changes made in a table that `report --format csv` or `xlsx` wrote. */
import type { Translate } from '../../messages/messages';
import { parseAssessment } from '../../assessment/parse';
import { applyEdits } from '../../assessment/yaml/text-edit';
import { planImport } from '../../exchange/csv-import';
import { changeText, remarkText, serviceText } from '../../report/table/csv-import-text';
import type { Reading } from '../../exchange/csv-read';
import { readTable } from '../../exchange/read-table';
import { printable } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { command } from './command';
import { complain } from '../complain';
import { Failure } from '../../node/failure';
import { writeFile } from '../../node/file-writer';
import { loadSheet } from '../../node/load-texts';
import { isStandardInput, readBytes, startOf, textOf } from '../../node/read-file';
import type { Io } from '../terminal';

/** Runs `import`: 0 when every row fits, 1 when some are skipped, 2 when nothing can be read or written. */
export const importTable = command({ 'dry-run': { type: 'boolean' } }, async ({ values, positionals }, io, t) => {
  const [table, path, surplus] = positionals;
  if (table === undefined || path === undefined || isStandardInput(path)) throw new Failure('cli.import-paths');
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const sheet = loadSheet(t.language);
  const before = await readBytes(path, io);
  const assessment = parseAssessment(textOf(before, path));
  const { rows, remarks, edits } = planImport(assessment, await readingsOf(table, io, t), sheet);
  const { stdout, stderr } = io;
  const colon = t('import.colon');
  for (const row of rows) await stdout.say(ours`${serviceText(row, sheet)}${colon}${changeText(row, t)}\n`);
  // Changes are shown before they are written.
  if (edits.length && !values['dry-run']) {
    const text = startOf(before) + applyEdits(assessment.text, edits);
    const lost = writeFile(path, text, io.cwd, { inputs: [table], isAssessment: true, expected: before });
    for (const failure of lost) complain(failure, io, t);
  }
  const summary = t(values['dry-run'] ? 'import.would-change' : 'import.changed', { count: rows.length });
  await stdout.say(ours`${summary}\n`);
  const start = ours`psirt-maturity: ${printable(table)}: `;
  for (const remark of remarks) await stderr.say(ours`${start}${remarkText(remark, t)}\n`);
  return remarks.some(({ kind }) => kind === 'error') ? 1 : 0;
});

async function readingsOf(path: string, io: Io, t: Translate): Promise<readonly Reading[]> {
  const table = await readTable(await readBytes(path, io));
  if ('refused' in table) throw new Failure('import.unreadable', { path, reason: t(table.refused, table.parameters) });
  return table.readings;
}
