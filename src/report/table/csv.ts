/** Assessments as a table for spreadsheets: a row for each service, which can be changed and read back. */
import type { Printable } from '../../messages/safe-text';
import { columns } from '../../exchange/csv-columns';
import { tableRows } from '../../exchange/csv-rows';
import { csvTable } from './csv-table';
import type { ReportInput } from '../report';

/**
 * Comma-separated values as spreadsheets take them: a byte order mark, CRLF, one line of column names, numbers bare and
 * texts in quotes. A table of several assessments says in a second column which file a row is from.
 */
export function csvReport({ checked, sheet }: Pick<ReportInput, 'checked' | 'sheet'>): Printable {
  const several = checked.length > 1;
  const fields = several ? ['id', 'file', ...columns.slice(1)] : [...columns];
  const rows = checked.flatMap((one) =>
    tableRows(one, sheet).map(({ id, ...cells }) => [id, ...(several ? [one.path] : []), ...Object.values(cells)]),
  );
  return csvTable(fields, rows);
}
