/** Assessments as a table for spreadsheets: a row for each service, which can be changed and read back. */
import type { Printable } from '../../messages/safe-text';
import { columnsFor } from '../../exchange/csv-columns';
import { tableRows } from '../../exchange/csv-rows';
import { csvTable } from './csv-table';
import type { ReportInput } from '../report';

/**
 * Comma-separated values as spreadsheets take them: a byte order mark, CRLF, one line of column names, numbers bare and
 * texts in quotes. A table of several assessments says in a second column which file a row is from.
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
