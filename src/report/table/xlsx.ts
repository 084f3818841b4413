/** Assessments as a workbook: worksheets of averages, of services with their wording, and of open actions. */
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/universal';
import type { ServiceEntry } from '../../assessment/assessment';
import { isScorable } from '../../assessment/scorable';
import { standings } from '../../crosswalk/standing';
import type { MessageKey, Translate } from '../../messages/messages';
import { unmetCriteria } from '../../scoring/roll-up';
import { scoredServices, type Aggregate, type ScoredService } from '../../scoring/score';
import { criterionText } from '../../sheet/criteria';
import { findArea, findService, nextLevel } from '../../sheet/sheet';
import { columnsFor, editableCells, recordCells } from '../../exchange/csv-columns';
import type { ReportInput } from '../report';
import { reportTitle } from '../document/report-words';
import { holds } from '../document/signatures';
import type { Checked } from '../check/result';
import { relationshipName, sourceFacts, strengthName } from '../../views/requirement-words';
import { shownPath } from '../terminal/table';
import { dateCell, fonts, numberCell, scoreCell, textCell, titleCell } from './xlsx-cells';
import { pages } from './xlsx-page';
import { assessedText, tableOf, tableSheet, type ColumnHead } from './xlsx-table';

/** The bytes of the workbook. Text from assessments is never a formula; numbers and days have their own types. */
export async function xlsxReport(input: ReportInput): Promise<Uint8Array> {
  const named = input.checked.some(({ sources = [] }) => sources.length > 0);
  const requirements = named ? [requirementSheet(input)] : [];
  const sheets = [
    summarySheet(input),
    serviceSheet(input),
    planSheet(input),
    ...requirements,
    ...unmetSheets(input),
    ...signOffSheets(input),
  ];
  return workbookOf(sheets, input);
}

/** The bytes of a workbook with these worksheets. */
export async function workbookOf(
  sheets: readonly ReturnType<typeof tableSheet>[],
  { t }: Pick<ReportInput, 't'>,
): Promise<Uint8Array> {
  const font = { fontFamily: fonts[t.language].family, fontSize: 11 };
  const features = [pages(sheets.map(({ page }) => page))];
  const blob = await writeExcelFile(
    sheets.map(({ options }) => options),
    { ...font, features },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function summarySheet(input: ReportInput) {
  const { sheet, t } = input;
  const numbers = [
    t('view.average'),
    t('report.column.target'),
    t('report.column.floor'),
    t('report.column.scored'),
    t('report.column.applicable'),
    t('report.column.excluded'),
    t('report.column.below-target'),
  ];
  const heads = [
    { title: t('report.column.area'), width: 46 },
    ...numbers.map((title) => ({ title, width: 12 })),
    { title: t('report.column.assessed'), width: 14 },
  ];
  const rowsOf = ({ assessment, scored }: Checked): Row[] => {
    const day = dateCell(assessment.assessed?.value);
    if (!isScorable(assessment)) return [[textCell(t('overview.unjudged'))]];
    const areas = scored.areas.map((area) => [
      textCell(`${area.id} ${findArea(sheet, area.id)?.title ?? ''}`),
      ...aggregateCells(area),
      day,
    ]);
    return [...areas, [textCell(t('report.overall'), true), ...aggregateCells(scored.overall), day]];
  };
  return tableSheet({ name: t('report.xlsx.summary'), heads, rowsOf, above: documentHead(input) }, input);
}

/** The relevant requirements, one row per touched service. */
function requirementSheet(input: ReportInput) {
  const { sheet, t } = input;
  const widths = { source: 16, requirement: 46, service: 32, relationship: 20, strength: 16, score: 8, reason: 46 };
  const heads = Object.entries(widths).map(([column, width]) => ({
    title: t(`crosswalk.column.${column}` as MessageKey),
    width,
  }));
  const rowsOf = ({ sources = [], scored }: Checked): Row[] =>
    sources.flatMap((source) =>
      standings(source, scored).flatMap(({ requirement, services }) =>
        services.map(({ mapping, scored: service }) => [
          textCell(source.id),
          textCell(`${requirement.id} ${requirement.subject}`),
          textCell(`${mapping.service} ${findService(sheet, mapping.service)?.title ?? ''}`),
          textCell(relationshipName(mapping, t)),
          textCell(strengthName(mapping, t)),
          scoreCell(service?.score ?? null, service?.target ?? 0),
          textCell(mapping.reason),
        ]),
      ),
    );
  return tableSheet({ name: t('report.xlsx.requirements'), heads, rowsOf, above: requirementHead(input) }, input);
}

/** The statement of what a crosswalk does not say, the meaning of strengths, and the dates of the sources. */
function requirementHead({ checked, t }: ReportInput): Row[] {
  const named = new Map(checked.flatMap(({ sources = [] }) => sources.map((source) => [source.id, source])));
  const facts = [...named.values()].map((source) =>
    [source.title, ...sourceFacts(source, t, String)].join(t('view.separator')),
  );
  return [[titleCell(t('crosswalk.orientation'))], ...facts.map((fact) => [titleCell(fact)]), []];
}

/** The criteria that several assessments do not meet, most frequent first; no worksheet where there are none. */
function unmetSheets(input: ReportInput) {
  const { sheet, t, checked } = input;
  const unmet = unmetCriteria(
    sheet,
    checked.map(({ scored }) => scored),
  );
  const heads = [
    { title: t('report.column.id'), width: 6 },
    { title: t('report.column.service'), width: 32 },
    { title: t('report.column.criterion'), width: 10 },
    { title: t('view.criteria'), width: 90 },
    { title: t('report.column.unmet'), width: 12 },
    { title: t('report.column.answered'), width: 12 },
  ];
  const rows = unmet.map(({ service, criterion, unmet: count, answered }) => [
    textCell(service.id),
    textCell(service.title),
    textCell(criterion.id),
    textCell(criterionText(criterion, t)),
    numberCell(count),
    numberCell(answered),
  ]);
  return rows.length ? [tableOf({ name: t('report.xlsx.unmet'), heads, rows }, input)] : [];
}

/** The sign-offs, and whether they are of the present state; no worksheet where there are none. */
function signOffSheets(input: ReportInput) {
  const { t, checked } = input;
  if (checked.every(({ assessment }) => assessment.signOff.length === 0)) return [];
  const heads = [
    { title: t('report.office.name'), width: 36 },
    { title: t('report.office.day'), width: 12 },
    { title: t('report.column.signed-state'), width: 24 },
    { title: t('report.column.digest'), width: 76 },
  ];
  const rowsOf = ({ assessment }: Checked): Row[] =>
    assessment.signOff.map((signature) => [
      textCell(signature.by),
      dateCell(signature.on),
      textCell(t(holds(assessment, signature) ? 'report.sign-off-holds' : 'report.sign-off-earlier')),
      textCell(signature.content.value),
    ]);
  return [tableSheet({ name: t('report.office.sign-off'), heads, rowsOf }, input)];
}

/** The subject, day and assessors, and how the averages are computed. */
function documentHead({ checked, t, today }: ReportInput): Row[] {
  const [first, ...others] = checked;
  const { assessors = [] } = first?.assessment ?? {};
  const by = assessors.length ? t('view.assessed-by', { names: assessors.join(t('view.separator')) }) : '';
  const facts = first && others.length === 0 ? [assessedText(checked, t), by, shownPath(first.path, t)] : [];
  const lines = [facts.filter(Boolean).join(' · '), t('report.made', { date: today })].filter(Boolean);
  return [[titleCell(reportTitle(checked, t), true)], ...lines.map((line) => [titleCell(line)]), []];
}

function aggregateCells({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate): Cell[] {
  return [
    scoreCell(mean, target, '0.00'),
    ...[target, floor, scored, applicable, excluded, belowTarget].map((value) => numberCell(value)),
  ];
}

function serviceSheet(input: ReportInput) {
  const { t } = input;
  const limits = { from: 0, to: 5 };
  const answered = columnsFor(input.checked.map(({ assessment }) => assessment)).includes('criteria');
  const heads: ColumnHead[] = [
    { title: t('report.column.id'), width: 5 },
    { title: t('report.column.service'), width: 20 },
    { title: t('report.column.state'), width: 9 },
    {
      ...{ title: t('report.column.score'), width: 7, isInput: true },
      check: { type: 'whole', ...limits, message: t('report.xlsx.score') },
    },
    {
      ...{ title: t('report.column.target'), width: 7, isInput: true },
      check: { type: 'decimal', ...limits, message: t('report.xlsx.target') },
    },
    { title: t('report.column.gap'), width: 6 },
    { title: t('report.column.level'), width: 24 },
    { title: t('report.column.next'), width: 24 },
    { title: t('report.column.next-asks'), width: 48 },
    { title: t('view.note'), width: 32, isInput: true },
    { title: t('view.evidence'), width: 28 },
    ...(answered ? [{ title: t('view.criteria'), width: 28, isInput: true as const }] : []),
  ];
  const rowsOf = ({ assessment, scored }: Checked): Row[] =>
    scoredServices(scored).map((service) => {
      const entry = assessment.services.get(service.id);
      const criteria = answered ? [textCell(editableCells(service, entry).criteria)] : [];
      return [...serviceRow(service, entry, input), ...criteria];
    });
  return tableSheet({ name: t('report.services'), heads, rowsOf }, input);
}

function serviceRow(
  { id, state, score, target, gap, reason = '' }: ScoredService,
  entry: ServiceEntry | undefined,
  { sheet, t }: ReportInput,
): Row {
  const service = findService(sheet, id);
  const next = service && score !== null ? nextLevel(service, score) : undefined;
  const level = score === null ? undefined : service?.levels[score];
  return [
    textCell(id),
    textCell(service?.title ?? ''),
    textCell(stateText(state, t)),

    scoreCell(score, target),
    numberCell(target),
    numberCell(gap),
    textCell(level?.summary ?? reason),

    textCell(next ? `${next.number} ${next.level.summary}` : ''),
    textCell(next?.level.description ?? ''),

    textCell(entry?.note?.value ?? ''),
    textCell(recordCells(entry).evidence),
  ];
}

function stateText(state: string, t: Translate): string {
  const words: Record<string, string> = {
    excluded: t('report.column.excluded'),
    unscored: t('report.state.unscored'),
    'out-of-scope': t('report.state.out-of-scope'),
  };
  return words[state] ?? t('report.column.scored');
}

/** Open actions, earliest due date first. */
function planSheet(input: ReportInput) {
  const { sheet, t } = input;
  const heads = [
    { title: t('report.column.id'), width: 6 },
    { title: t('report.column.service'), width: 28 },
    ...[t('report.column.score'), t('report.column.target'), t('report.column.gap')].map((title) => ({
      title,
      width: 8,
    })),

    { title: t('report.column.action'), width: 60 },
    { title: t('report.column.owner'), width: 28 },
    { title: t('report.column.due'), width: 14 },
  ];
  const rowsOf = ({ assessment, scored }: Checked): Row[] =>
    scoredServices(scored)
      .flatMap(({ id, score, target, gap }) => {
        const service = [
          textCell(id),
          textCell(findService(sheet, id)?.title ?? ''),
          scoreCell(score, target),
          numberCell(target),
          numberCell(gap),
        ];
        const open = (assessment.services.get(id)?.plan ?? []).filter(({ done }) => !done);
        return open.map(({ action, owner, due }) => ({
          due: due?.value ?? '~',
          row: [...service, textCell(action.value), textCell(owner?.value ?? ''), dateCell(due?.value)],
        }));
      })
      .sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due))
      .map(({ row }) => row);
  return tableSheet({ name: t('view.plan'), heads, rowsOf }, input);
}
