/** Assessments side by side as a workbook of one sheet. */
import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import { dateCell, fonts, headerCell, numberCell, scoreCell, textCell, withHeight } from '../table/xlsx-cells';
import { pages, type Page } from '../table/xlsx-page';
import {
  sideBySideTable,
  type SideBySideCell,
  type SideBySideColumn,
  type SideBySideInput,
} from './side-by-side-table';

/**
 * The bytes of the workbook. Names are never formulas; numbers and days have their own types; column names stay
 * visible.
 */
export async function sideBySideXlsx(input: SideBySideInput): Promise<Uint8Array> {
  const { t, today } = input;
  const { columns, rows } = sideBySideTable(input);
  const name = t('report.xlsx.summary');
  const widths = columns.map(({ width }) => width);
  const cells = rows.map((row) => row.map((cell, index) => xlsxCell(cell, columns[index])));
  const data = [columns.map(({ title }) => headerCell(title)), ...cells];
  const page: Page = {
    name,
    head: 1,
    last: data.length,
    columns: columns.length,
    checks: [],
    inputs: [],
    title: t('view.roll-title'),
    day: '',
    made: today,
  };
  const sheet = {
    sheet: name,
    data: data.map((row) => withHeight(row, widths, t.language)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
  const font = { fontFamily: fonts[t.language].family, fontSize: 11 };
  const blob = await writeExcelFile([sheet], { ...font, features: [pages([page])] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function xlsxCell({ value, target }: SideBySideCell, column: SideBySideColumn | undefined): Cell {
  if (typeof value === 'string') return column?.kind === 'day' ? dateCell(value) : textCell(value);
  const format = column?.kind === 'mean' || (target === undefined && column?.kind === 'score') ? '0.##' : undefined;
  return target === undefined ? numberCell(value, format) : scoreCell(value, target, format && '0.00');
}
