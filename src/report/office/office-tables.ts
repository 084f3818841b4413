/** Tables shared by slides and documents of office programs: cells are plain text. */
import { changedServices, changeText, meanChangeText, tallyText } from '../../scoring/compare';
import { formatMean, formatNumber, scoredServices } from '../../scoring/score';
import { unmetCriteria } from '../../scoring/roll-up';
import { criterionText } from '../../sheet/criteria';
import { findArea, findService, nameOf } from '../../sheet/sheet';
import { isScorable } from '../../assessment/scorable';
import type { Language } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { comparedWithBaseline } from '../comparison/comparison';
import type { Checked } from '../check/result';
import { baselineName, byDay, openActions, weakServices } from '../document/summary/digest';
import { ranked, type Ranked } from '../document/summary/ranking';
import { paragraphOf, sentencesOf, sentencesOfAll, type Sentence } from '../document/summary/sentences';
import { titlesOf } from '../document/report-words';
import { holds } from '../document/signatures';
import { light } from '../document/view-style';
import type { ReportInput } from '../report';

/** A font for each language that is part of Microsoft Office. */
export const fonts: Readonly<Record<Language, string>> = { en: 'Calibri', ja: 'Yu Gothic' };

/** A table with its column names; `widths` are shares of the total. */
export interface OfficeTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
  /** The column of scores, which are coloured by level. */
  readonly scores?: number;
}

/** The colour of a level, six hexadecimal digits; `undefined` where a text is no level. */
export function levelColour(text: string): string | undefined {
  return /^[0-5]$/.test(text) ? light.levels[Number(text)]?.slice(1).toUpperCase() : undefined;
}

/** Sentences as texts. */
export function said(sentences: readonly Sentence[], { t }: ReportInput): string[] {
  return sentences.map((sentence) => printable(paragraphOf([sentence], t)));
}

/** The sentences about one assessment. */
export function saidOf(one: Checked, input: ReportInput): string[] {
  return said(sentencesOf(one, input), input);
}

/** The sentences about all assessments. */
export function saidOfAll(input: ReportInput): string[] {
  return said(sentencesOfAll(input.checked, input), input);
}

/** When and by whom a single assessment was made, if it says so; and when the report was. */
export function factsOf({ checked, t, today }: ReportInput): string[] {
  const [first, ...others] = checked;
  const { assessed, assessors = [] } = (others.length === 0 && first?.assessment) || {};
  const day = assessed ? t('view.assessed', { date: assessed.value }) : '';
  const by = assessors.length ? t('view.assessed-by', { names: assessors.join(t('view.separator')) }) : '';
  const facts = [day, by].filter(Boolean).join(' · ');
  return [facts, t('report.made', { date: today })].filter(Boolean).map(printable);
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
  return { head, rows, widths: [40, 17, 12, 14, 17] };
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
  return { head, rows, widths: [34, 8, 8, 50], scores: 1 };
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
  return { head, rows, widths: [36, 8, 8, 48], scores: 1 };
}

/** The open actions by quarter and day; those of several assessments with its name. */
export function actionTable(all: readonly Ranked[], { sheet, t, today }: ReportInput): OfficeTable {
  const isOne = all.length === 1;
  const head = [
    ...[t('report.office.quarter'), t('report.column.due'), t('report.column.action'), t('report.column.owner')],
    t(isOne ? 'report.column.service' : 'report.column.assessment'),
  ];
  const actions = all.flatMap(({ one, title }) =>
    openActions(one.assessment, sheet, today).map((action) => ({ ...action, of: title })),
  );
  const rows = byDay(actions).map(({ due, action, owner, service, title, isOverdue, of }) => [
    quarterOf(due),
    isOverdue ? `${due} ${t('report.short.overdue')}` : due || '–',
    ...[printable(action), printable(owner) || '–'],
    isOne ? nameOf({ id: service, title }) : printable(of),
  ]);
  return { head, rows, widths: [11, 13, 36, 18, 22] };
}

/** The sign-offs, with empty lines for others to sign. */
export function signOffTable(all: readonly Ranked[], { t }: ReportInput): OfficeTable {
  const isOne = all.length === 1;
  const signed = all.flatMap(({ one: { assessment }, title }) =>
    assessment.signOff.map((signature) => [
      ...(isOne ? [] : [printable(title)]),
      ...[printable(signature.by), signature.on],
      t(holds(assessment, signature) ? 'report.sign-off-holds' : 'report.sign-off-earlier'),
    ]),
  );
  const names = [t('report.office.name'), t('report.office.day'), t('report.office.signature')];
  const head = isOne ? names : [t('report.column.assessment'), ...names];
  const lines = Array.from({ length: Math.max(2, 5 - signed.length) }, () => head.map(() => ''));
  return { head, rows: [...signed, ...lines], widths: isOne ? [40, 20, 40] : [30, 30, 15, 25] };
}

/** The averages of several assessments that changed since the version they are compared with. */
export function changedTable(all: readonly Ranked[], { t }: ReportInput): OfficeTable {
  const head = [t('report.column.assessment'), t('view.average'), t('change.change')];
  const rows = all.flatMap(({ one, title }) => {
    const compared = comparedWithBaseline(one);
    if (!compared || changedServices(compared.comparison).length === 0) return [];
    const { comparison } = compared;
    return [[printable(title), meanChangeText(comparison.overall, t), tallyText(comparison, t)]];
  });
  return { head, rows, widths: [46, 27, 27] };
}

/** The criteria that more than one of several assessments does not meet. */
export function unmetTable(all: readonly Ranked[], { sheet, t }: ReportInput): OfficeTable {
  const head = [t('report.column.service'), t('view.criteria'), t('report.column.unmet'), t('report.column.answered')];
  const unmet = unmetCriteria(
    sheet,
    all.map(({ one }) => one.scored),
  );
  const rows = unmet.map(({ service, criterion, unmet: count, answered }) => [
    nameOf(service),
    `${criterion.id}: ${printable(criterionText(criterion, t))}`,
    ...[String(count), String(answered)],
  ]);
  return { head, rows, widths: [30, 50, 10, 10] };
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
