/** Assessments side by side as comma-separated values. */
import type { Printable } from '../../messages/safe-text';
import { csvTable } from '../table/csv-table';
import { sideBySideTable, type SideBySideInput } from './side-by-side-table';

/** The table as CSV for spreadsheets; missing values are empty. */
export function sideBySideCsv(input: SideBySideInput): Printable {
  const { columns, rows } = sideBySideTable(input);
  return csvTable(
    columns.map(({ title }) => title),
    rows.map((row) => row.map(({ value }) => value ?? '')),
  );
}
