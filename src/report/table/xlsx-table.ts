/** Tables as worksheets, with column names that stay visible. */
import type { Row } from 'write-excel-file/universal';
import type { Translate } from '../../messages/messages';
import type { Checked } from '../check/result';
import { reportTitle, titlesOf } from '../document/report-words';
import type { ReportInput } from '../report';
import { simpleWidth } from '../terminal/columns';
import { headerCell, textCell, withHeight } from './xlsx-cells';
import type { Check, Page } from './xlsx-page';

/** The content of a column, and its width in characters. */
export interface ColumnHead {
  readonly title: string;
  readonly width: number;
  /** The valid input. */
  readonly check?: Omit<Check, 'column'>;
  /** Its cells are to be filled in, and come back by `import`. */
  readonly isInput?: true;
}

/** A table of the workbook. */
interface Table {
  readonly name: string;
  readonly heads: readonly ColumnHead[];
  /** The rows of one assessment. */
  rowsOf(one: Checked): Row[];
  /** Rows above the table. */
  readonly above?: readonly Row[];
}

/** A worksheet with frozen column names; for several assessments the first column names the assessment of a row. */
export function tableSheet({ name, heads, rowsOf, above }: Table, input: ReportInput) {
  const { checked, t } = input;
  const several = checked.length > 1;
  const all = several ? [{ title: t('report.column.assessment'), width: 28 }, ...heads] : heads;
  const titles = titlesOf(checked, t);
  const rows = checked.flatMap((one, index) =>
    rowsOf(one).map((row) => (several ? [textCell(titles[index] ?? ''), ...row] : row)),
  );
  return tableOf({ name, heads: all, rows, above }, input);
}

/** A worksheet with frozen column names. */
export function tableOf(
  { name, heads, rows, above = [] }: Omit<Table, 'rowsOf'> & { readonly rows: readonly Row[] },
  input: ReportInput,
) {
  const { t } = input;
  const widths = heads.map(({ width }) => width);
  const table = [heads.map(({ title }) => headerCell(title)), ...rows].map((row) =>
    withHeight(row, widths, t.language),
  );
  const head = above.length + 1;
  const checks = heads.flatMap(({ check }, index) => (check ? [{ ...check, column: index + 1 }] : []));
  const inputs = heads.flatMap(({ isInput }, index) => (isInput ? [index + 1] : []));
  const extent = { head, last: head + rows.length, columns: heads.length };
  const page: Page = { name, ...extent, checks, inputs, ...runningTitles(input) };
  const columns = widths.map((width) => ({ width }));
  const options = {
    sheet: name,
    data: [...above.map((row) => across(row, widths, t)), ...table],
    columns,
    stickyRowsCount: head,
    orientation: 'landscape' as const,
  };
  return { page, options };
}

/** A line above a table: where it is too long, in lines below each other, so that it is not cut when it is printed. */
function across(row: Row, widths: readonly number[], t: Translate): Row {
  const [cell, ...others] = row;
  const text = (cell as { value?: unknown } | undefined)?.value;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const isLong = others.length === 0 && typeof text === 'string' && simpleWidth(text) > whole;
  if (!isLong) return row;
  const lines = withHeight([cell], [whole], t.language);
  return lines.map((line) => ({ ...(line as object), columnSpan: widths.length, wrap: true, alignVertical: 'top' }));
}

function runningTitles({ checked, t, today }: ReportInput): Pick<Page, 'title' | 'day' | 'made'> {
  return { title: reportTitle(checked, t), day: assessedText(checked, t), made: today };
}

/** The day of a single assessment; empty for several. */
export function assessedText([first, ...others]: readonly Checked[], t: Translate): string {
  const day = first?.assessment.assessed?.value;
  return day && others.length === 0 ? t('view.assessed', { date: day }) : '';
}
