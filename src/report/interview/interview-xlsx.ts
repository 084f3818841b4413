/**
 * An interview form as a workbook: one row per service with objective, levels and criteria, and empty cells for score,
 * answers to criteria and note. `import` reads it back.
 */
import type { Row } from 'write-excel-file/universal';
import { criterionText } from '../../sheet/criteria';
import type { Service } from '../../sheet/sheet';
import type { Translate } from '../../messages/messages';
import type { ReportInput } from '../report';
import { titleCell, textCell } from '../table/xlsx-cells';
import { workbookOf } from '../table/xlsx';
import { tableSheet, type ColumnHead } from '../table/xlsx-table';
import { questionsOf, type Question } from './questions';

/** The bytes of the workbook. Existing answers are not shown. */
export async function interviewXlsx(input: ReportInput): Promise<Uint8Array> {
  const { t } = input;
  const heads: ColumnHead[] = [
    { title: t('report.column.id'), width: 5 },
    { title: t('report.column.service'), width: 18 },
    { title: t('interview.column.responder'), width: 14 },
    { title: t('interview.column.objective'), width: 30 },
    { title: t('interview.column.levels'), width: 80 },
    { title: t('interview.column.conditions'), width: 70 },
    {
      ...{ title: t('report.column.score'), width: 8, isInput: true },
      check: { type: 'whole', from: 0, to: 5, message: t('report.xlsx.score') },
    },
    { title: t('view.criteria'), width: 20, isInput: true },
    { title: t('view.note'), width: 36, isInput: true },
  ];
  const sheet = tableSheet(
    {
      name: t('interview.sheet'),
      heads,
      rowsOf: (one) => questionsOf(one, input).map((question) => questionRow(question, t)),
      above: [[titleCell(t('interview.method'))], [titleCell(t('interview.criteria'))], []],
    },
    input,
  );
  return workbookOf([sheet], input);
}

function questionRow({ service, responder }: Question, t: Translate): Row {
  const { id, title, objective } = service;
  const empty = textCell('');
  return [
    textCell(id),
    textCell(title),
    textCell(responder ?? ''),
    textCell(objective),
    textCell(levelsOf(service)),
    textCell(conditionsOf(service, t)),
    empty,
    empty,
    empty,
  ];
}

function levelsOf({ levels }: Service): string {
  return levels.flatMap((level, number) => (level ? [`${number}: ${level.description}`] : [])).join('\n');
}

function conditionsOf({ levels }: Service, t: Translate): string {
  const all = levels.flatMap((level) => level?.criteria ?? []);
  return all.map((criterion) => `${criterion.id}: ${criterionText(criterion, t)}`).join('\n');
}
