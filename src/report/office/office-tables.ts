/** Tables shared by slides and documents of office programs: cells are plain text. */
import { changedServices, changeText } from '../../scoring/compare';
import { formatMean, formatNumber, scoredServices } from '../../scoring/score';
import { findArea, findService, nameOf } from '../../sheet/sheet';
import { isScorable } from '../../assessment/scorable';
import type { Language } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { comparedWithBaseline } from '../comparison/comparison';
import type { Checked } from '../check/result';
import { baselineName, openActions, weakServices } from '../document/summary/digest';
import { ranked, type Ranked } from '../document/summary/ranking';
import { paragraphOf, sentencesOf, sentencesOfAll, type Sentence } from '../document/summary/sentences';
import { titlesOf } from '../document/report-words';
import type { ReportInput } from '../report';

/** A font for each language that is part of Microsoft Office. */
export const fonts: Readonly<Record<Language, string>> = { en: 'Calibri', ja: 'Yu Gothic' };

/** A table with its column names; `widths` are shares of the total. */
export interface OfficeTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** Sentences as one text. */
export function said(sentences: readonly Sentence[], { t }: ReportInput): string {
  return printable(paragraphOf(sentences, t));
}

/** The sentences about one assessment. */
export function saidOf(one: Checked, input: ReportInput): string {
  return said(sentencesOf(one, input), input);
}

/** The sentences about all assessments. */
export function saidOfAll(input: ReportInput): string {
  return said(sentencesOfAll(input.checked, input), input);
}

/** The assessments in display order. */
export function inOrder({ checked, t }: ReportInput): Ranked[] {
  const titles = titlesOf(checked, t);
  return ranked(checked.map((one, index) => ({ one, title: titles[index] ?? '', anchor: '' })));
}

/** The ranking of several assessments. */
export function rankingTable(all: readonly Ranked[], { t }: ReportInput): OfficeTable {
  const head = [
    ...[t('report.column.assessment'), t('view.average'), t('report.column.target'), t('view.filter-below')],
    t('report.column.assessed'),
  ];
  const rows = all.map(({ one: { assessment, scored }, title }) => {
    const { mean, target, belowTarget } = scored.overall;
    const figures = isScorable(assessment)
      ? [formatMean(mean), formatNumber(target), String(belowTarget)]
      : [t('overview.unjudged'), '–', '–'];
    return [printable(title), ...figures, assessment.assessed?.value ?? '–'];
  });
  return { head, rows, widths: [44, 14, 12, 14, 16] };
}

/** The averages of the areas. */
export function areaTable({ scored }: Checked, { sheet, t }: ReportInput): OfficeTable {
  const head = [t('report.column.area'), t('view.average'), t('report.column.target'), t('report.column.floor')];
  const rows = scored.areas.map(({ id, mean, target, floor }) => [
    nameOf(findArea(sheet, id) ?? { id, title: '' }),
    ...[formatMean(mean), formatNumber(target), String(floor ?? '–')],
  ]);
  return { head, rows, widths: [52, 16, 16, 16] };
}

/** Every service with its score, target and state. */
export function serviceTable({ scored }: Checked, { sheet, t }: ReportInput): OfficeTable {
  const head = [
    ...[t('report.column.service'), t('report.column.score'), t('report.column.target')],
    t('report.column.level'),
  ];
  const rows = scoredServices(scored).map(({ id, state, score, target, reason = '' }) => {
    const service = findService(sheet, id);
    const level = score === null ? undefined : service?.levels[score]?.summary;
    const words = { excluded: t('report.state.excluded', { reason }), unscored: t('report.state.unscored') };
    const other = state === 'excluded' || state === 'unscored' ? words[state] : t('report.state.out-of-scope');
    const name = nameOf({ id, title: service?.title ?? '' });
    return [name, String(score ?? '–'), formatNumber(target), printable(level ?? (state === 'scored' ? '–' : other))];
  });
  return { head, rows, widths: [34, 8, 8, 50] };
}

/** The services with the heaviest gaps, up to a limit. */
export function weakTable(one: Checked, { sheet, t }: ReportInput, most: number): OfficeTable {
  const head = [
    ...[t('report.column.service'), t('report.column.score'), t('report.column.target')],
    t('report.column.next-asks'),
  ];
  const rows = weakServices(one, sheet)
    .slice(0, most)
    .map(({ service, scored, next }) => [
      ...[nameOf(service), String(scored.score ?? '–'), formatNumber(scored.target)],
      next ? `${next.number}: ${next.level.summary}` : '',
    ]);
  return { head, rows, widths: [36, 8, 8, 48] };
}

/** The open actions by quarter and day. */
export function actionTable({ assessment }: Checked, { sheet, t, today }: ReportInput): OfficeTable {
  const head = [
    ...[t('report.office.quarter'), t('report.column.due'), t('report.column.action'), t('report.column.owner')],
    t('report.column.service'),
  ];
  const rows = openActions(assessment, sheet, today).map(({ due, action, owner, service, title, isOverdue }) => [
    quarterOf(due),
    isOverdue ? `${due} ${t('report.short.overdue')}` : due || '–',
    ...[printable(action), printable(owner) || '–', nameOf({ id: service, title })],
  ]);
  return { head, rows, widths: [12, 15, 33, 18, 22] };
}

/** The quarter of a day, `2027 Q1`, or `–` without one. */
function quarterOf(day: string): string {
  return day === '' ? '–' : `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The changes since the baseline, with its name; `undefined` where nothing changed. */
export function changeTable(one: Checked, { sheet, t }: ReportInput): (OfficeTable & { since: string }) | undefined {
  const compared = comparedWithBaseline(one);
  const changed = compared ? changedServices(compared.comparison) : [];
  if (!compared || changed.length === 0) return undefined;
  const rows = changed.map((change) => [
    nameOf(findService(sheet, change.id) ?? { id: change.id, title: '' }),
    changeText(change, t),
  ]);
  const head = [t('report.column.service'), t('change.change')];
  return { head, rows, widths: [55, 45], since: printable(baselineName(compared.before)) };
}
