/** An assessment as a table to read in a terminal: areas, services, averages. */
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber, type Aggregate, type ScoredArea, type ScoredService } from '../scoring/score';
import { findArea, findService, type Sheet } from '../sheet/sheet';
import { bar, barWidth, styleOf } from './bar';
import { padEnd, padStart, shorten, widthOf } from './columns';
import type { Paint } from './paint';
import { printable } from './printable';
import { isJudged, type Checked } from './result';

/** How and where a report is read. */
export interface Reader {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly paint: Paint;
  /** Columns of the terminal; `Infinity` where there is none, and nothing has to be cut. */
  readonly width: number;
}

const space = '  ';
/** Narrower titles tell nothing any more: a terminal too narrow for them wraps. */
const narrowestTitle = 16;

/** One line of the table before its columns are aligned. */
interface Row {
  readonly left: string;
  readonly strong?: boolean;
  /** What stands right of the title, for at most `width` columns. */
  readonly right: (width: number) => string;
}

/** Heading and table of one assessment, lines ended by `\n`; a file that can not be judged has a heading alone. */
export function assessmentTable(checked: Checked, reader: Reader): string {
  const lines = heading(checked, reader);
  if (isJudged(checked.assessment)) lines.push('', ...table(checked, reader), ...coverage(checked.scored.overall, reader));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** The path of an assessment as people read it. */
export function shownPath(path: string, t: Translate): string {
  return path === '-' ? t('report.standard-input') : printable(path);
}

function heading({ assessment, path }: Checked, { t, paint, width }: Reader): string[] {
  const { subject, assessed } = assessment;
  const file = [shownPath(path, t), ...(assessed ? [t('report.assessed', { date: assessed.value })] : [])];
  const second = file.join(t('report.separator'));
  return subject?.value.trim() ? [paint('bold', shorten(printable(subject.value.trim()), width)), second] : [paint('bold', second)];
}

function table({ scored }: Checked, reader: Reader): string[] {
  const { t, width, paint } = reader;
  const columns = columnsOf(t);
  const rows = [
    ...scored.areas.flatMap((area) => areaRows(area, reader, columns)),
    { left: t('report.overall'), strong: true, right: () => averages(scored.overall, columns, paint) },
  ];
  const right = barWidth + columns.score + columns.target + columns.gap + 4 * space.length;
  const widest = Math.max(...rows.map(({ left }) => widthOf(left)));
  const left = Math.max(narrowestTitle, Math.min(widest, width - right));
  const lines = rows.map((row) => {
    const title = padEnd(shorten(row.left, left), left);
    return `${row.strong ? paint('bold', title) : title}${space}${row.right(Math.max(8, width - left - space.length))}`;
  });
  const legend = padEnd(shorten(t('report.legend'), left), left);
  return [paint('dim', legend + space + columnHeads(columns, t)), ...lines, ''];
}

/** Widths of the columns of figures: those of their headings, and at least that of `2.50`. */
interface Columns {
  readonly score: number;
  readonly target: number;
  readonly gap: number;
}

function columnsOf(t: Translate): Columns {
  const width = (head: string): number => Math.max(4, widthOf(head));
  return { score: width(t('report.column.score')), target: width(t('report.column.target')), gap: width(t('report.column.gap')) };
}

function columnHeads(columns: Columns, t: Translate): string {
  const heads = [t('report.column.score'), t('report.column.target'), t('report.column.gap')];
  return ' '.repeat(barWidth) + figures(heads, columns);
}

/** The columns of figures, each led by a space of its own. */
function figures([score = '', target = '', gap = '']: readonly string[], columns: Columns): string {
  return space + padStart(score, columns.score) + space + padStart(target, columns.target) + space + padStart(gap, columns.gap);
}

function areaRows(area: ScoredArea, reader: Reader, columns: Columns): Row[] {
  const { sheet, paint } = reader;
  const title = printable(findArea(sheet, area.id)?.title ?? '');
  return [
    { left: `${area.id}  ${title}`, strong: true, right: () => averages(area, columns, paint) },
    ...area.services.map((service) => serviceRow(service, reader, columns)),
  ];
}

function averages({ mean, target }: Aggregate, columns: Columns, paint: Paint): string {
  return bar(mean, target, paint) + figures([formatMean(mean), formatNumber(target)], columns);
}

function serviceRow(service: ScoredService, { sheet, t, paint }: Reader, columns: Columns): Row {
  const { id, state, score, target, gap } = service;
  const left = `   ${id}  ${printable(findService(sheet, id)?.title ?? '')}`;
  const words = stateWords(service, t);
  if (state === 'unscored') return { left, right: () => `${bar(null, target, paint)}${space}${paint('cyan', words)}` };
  if (state !== 'scored') return { left, right: (width) => paint('dim', shorten(words, width)) };
  const numbers = figures([String(score), formatNumber(target), formatNumber(gap ?? 0)], columns);
  return { left, right: () => bar(score, target, paint) + (gap ? paint(styleOf(score, target), numbers) : numbers) };
}

function stateWords({ state, reason }: ScoredService, t: Translate): string {
  if (state === 'unscored') return t('report.state.unscored');
  if (state === 'out-of-scope') return t('report.state.out-of-scope');
  return reason ? t('report.state.excluded', { reason: printable(reason) }) : t('report.state.excluded-without-reason');
}

/** The average with its coverage, and with what a mean hides. */
function coverage(overall: Aggregate, { t }: Reader): string[] {
  const { mean, scored, applicable, excluded, floor, belowTarget } = overall;
  const over = t(excluded ? 'report.coverage.excluded' : 'report.coverage', { mean: formatMean(mean), scored, applicable, excluded });
  const hidden = floor === null ? [] : [t('report.floor', { floor }), t('report.below-target', { count: belowTarget })];
  return [[over, ...hidden].join(t('report.separator'))];
}
