/** Assessments as a table for spreadsheets: one row per service, which can be edited and imported. */
import type { Printable } from '../../messages/safe-text';
import { columnsFor } from '../../exchange/csv-columns';
import { tableRows } from '../../exchange/csv-rows';
import { csvTable } from './csv-table';
import type { ReportInput } from '../report';

/**
 * CSV for spreadsheets: with a byte order mark, CRLF, one row of column names, bare numbers and quoted texts. In a
 * table of several assessments the second column names the file of a row.
 */
export function csvReport({ checked, sheet }: Pick<ReportInput, 'checked' | 'sheet'>): Printable {
  const several = checked.length > 1;
  const [id, ...others] = columnsFor(checked.map(({ assessment }) => assessment));
  const fields = [id, ...(several ? ['file'] : []), ...others];
  const rows = checked.flatMap(({ path, ...one }) => {
    const file = several ? [path] : [];
    return tableRows(one, sheet).map((row) => [row[id], ...file, ...others.map((column) => row[column])]);
  });
  return csvTable(fields, rows);
}
