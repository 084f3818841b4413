/** Assessments as a workbook: a sheet of averages, one of services with their wording, and one of open actions. */
import writeExcelFile, { type Cell, type Feature, type Row } from 'write-excel-file/universal';
import type { ServiceEntry } from '../assessment/assessment';
import { isJudged } from '../assessment/judge';
import type { Translate } from '../messages/messages';
import { scoredServices, type Aggregate, type ScoredService } from '../scoring/score';
import { findArea, findService, nextLevel } from '../sheet/sheet';
import { recordCells } from './csv-columns';
import type { ReportInput } from './report';
import { titleOf } from './report-words';
import type { Checked } from './result';
import { dateCell, headerCell, numberCell, scoreCell, textCell, withHeight } from './xlsx-cells';

/** Printed, a table is as wide as one leaf, however many it is long. */
const oneLeafWide: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet[^<>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
      },
    },
  },
};

/** What a column holds, and how wide it is, in characters. */
interface ColumnHead {
  readonly title: string;
  readonly width: number;
}

/** The workbook's bytes. Text from the assessments stays text, numbers and days are numbers and days. */
export async function xlsxReport(input: ReportInput): Promise<Uint8Array> {
  const sheets = [summarySheet(input), serviceSheet(input), planSheet(input)];
  // Excel's own fonts for the language.
  const blob = await writeExcelFile(sheets, { fontFamily: input.t.language === 'ja' ? 'Yu Gothic' : 'Calibri', fontSize: 11, features: [oneLeafWide] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** A table below column names that stay in sight; the first column says whose a row is where there are several assessments. */
function tableSheet(sheet: string, heads: readonly ColumnHead[], input: ReportInput, rowsOf: (one: Checked) => Row[]) {
  const several = input.checked.length > 1;
  const whose: ColumnHead[] = several ? [{ title: input.t('report.column.assessment'), width: 30 }] : [];
  const all = [...whose, ...heads];
  const rows = input.checked.flatMap((one) => rowsOf(one).map((row) => [...(several ? [textCell(titleOf(one, input.t))] : []), ...row]));
  const widths = all.map(({ width }) => width);
  return {
    sheet,
    data: [all.map(({ title }) => headerCell(title)), ...rows].map((row) => withHeight(row, widths)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
}

function summarySheet(input: ReportInput) {
  const { sheet, t } = input;
  const numbers = [t('view.average'), t('report.column.target'), t('report.column.floor'), t('report.column.scored'), t('report.column.applicable'), t('report.column.excluded'), t('report.column.below-target')];
  const heads = [{ title: t('report.column.area'), width: 38 }, ...numbers.map((title) => ({ title, width: 12 })), { title: t('report.column.assessed'), width: 14 }];
  return tableSheet(t('report.xlsx.summary'), heads, input, ({ assessment, scored }) => {
    const day = dateCell(assessment.assessed?.value);
    if (!isJudged(assessment)) return [[textCell(t('overview.unjudged'))]];
    const areas = scored.areas.map((area) => [textCell(`${area.id} ${findArea(sheet, area.id)?.title ?? ''}`), ...aggregateCells(area), day]);
    return [...areas, [textCell(t('report.overall'), true), ...aggregateCells(scored.overall), day]];
  });
}

function aggregateCells({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate): Cell[] {
  return [scoreCell(mean, target, '0.00'), ...[target, floor, scored, applicable, excluded, belowTarget].map((value) => numberCell(value))];
}

function serviceSheet(input: ReportInput) {
  const { t } = input;
  const heads = [
    ...[{ title: t('report.column.id'), width: 6 }, { title: t('report.column.service'), width: 28 }, { title: t('report.column.state'), width: 12 }],
    ...[t('report.column.score'), t('report.column.target'), t('report.column.gap')].map((title) => ({ title, width: 8 })),
    ...[t('report.column.level'), t('report.column.next'), t('report.column.next-asks')].map((title, index) => ({ title, width: [32, 32, 90][index] ?? 32 })),
    ...[t('view.note'), t('view.evidence')].map((title) => ({ title, width: 50 })),
  ];
  return tableSheet(t('report.services'), heads, input, ({ assessment, scored }) =>
    scoredServices(scored).map((service) => serviceRow(service, assessment.services.get(service.id), input)),
  );
}

function serviceRow({ id, state, score, target, gap, reason = '' }: ScoredService, entry: ServiceEntry | undefined, { sheet, t }: ReportInput): Row {
  const service = findService(sheet, id);
  const next = service && score !== null ? nextLevel(service, score) : undefined;
  const level = score === null ? undefined : service?.levels[score];
  return [
    ...[textCell(id), textCell(service?.title ?? ''), textCell(stateText(state, t))],
    ...[scoreCell(score, target), numberCell(target), numberCell(gap), textCell(level?.summary ?? reason)],
    ...[textCell(next ? `${next.number} ${next.level.summary}` : ''), textCell(next?.level.description ?? '')],
    ...[textCell(entry?.note?.value ?? ''), textCell(recordCells(entry).evidence)],
  ];
}

function stateText(state: string, t: Translate): string {
  const words: Record<string, string> = { excluded: t('report.column.excluded'), unscored: t('report.state.unscored'), 'out-of-scope': t('report.state.out-of-scope') };
  return words[state] ?? t('report.column.scored');
}

/** Actions that are not done, the earliest due first. */
function planSheet(input: ReportInput) {
  const { sheet, t } = input;
  const heads = [
    ...[{ title: t('report.column.id'), width: 6 }, { title: t('report.column.service'), width: 28 }],
    ...[t('report.column.score'), t('report.column.target'), t('report.column.gap')].map((title) => ({ title, width: 8 })),
    ...[{ title: t('report.column.action'), width: 60 }, { title: t('report.column.owner'), width: 28 }, { title: t('report.column.due'), width: 14 }],
  ];
  return tableSheet(t('view.plan'), heads, input, ({ assessment, scored }) =>
    scoredServices(scored)
      .flatMap(({ id, score, target, gap }) => {
        const service = [textCell(id), textCell(findService(sheet, id)?.title ?? ''), scoreCell(score, target), numberCell(target), numberCell(gap)];
        const open = (assessment.services.get(id)?.plan ?? []).filter(({ done }) => !done);
        return open.map(({ action, owner, due }) => ({ due: due?.value ?? '~', row: [...service, textCell(action.value), textCell(owner?.value ?? ''), dateCell(due?.value)] }));
      })
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
      .map(({ row }) => row),
  );
}
