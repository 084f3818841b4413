/** An assessment as a table to read in a terminal: areas, services, averages. */
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber, type Aggregate, type ScoredArea, type ScoredService } from '../scoring/score';
import { findArea, findService, levelReaching, type Sheet } from '../sheet/sheet';
import { bar, barWidth, styleOf } from './bar';
import { padEnd, padStart, shorten } from './columns';
import type { Paint, Style } from './paint';
import { printable } from './printable';
import { isJudged } from '../assessment/judge';
import type { Checked } from './result';
import { wrapLine, type Room } from './wrap';

/** How and where a report is read; the width is `Infinity` where no terminal sets one, and nothing has to be cut. */
export interface Reader extends Room {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly paint: Paint;
}

const space = '  ';
/** Narrower titles tell nothing any more: a terminal too narrow for them wraps. */
const narrowestTitle = 16;
const narrowestWords = 8;
/** Columns of a figure such as `2.50`. */
const narrowestFigure = 4;

/** One line of the table before its columns are aligned: title, bar, then figures or words. */
interface Row {
  readonly title: string;
  readonly strong?: boolean;
  readonly bar?: string;
  /** Score, target and gap. */
  readonly figures?: readonly string[];
  readonly words?: string;
  readonly style?: Style;
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

function heading({ assessment, path }: Checked, { t, paint, width, measure }: Reader): string[] {
  const { subject, assessed } = assessment;
  const file = shownPath(path, t);
  const second = assessed ? t('report.assessed', { path: file, date: assessed.value }) : file;
  return subject?.value.trim() ? [paint('bold', shorten(printable(subject.value.trim()), width, measure)), second] : [paint('bold', second)];
}

function table({ scored }: Checked, reader: Reader): string[] {
  const { t, width, measure } = reader;
  const heads = [t('report.column.score'), t('report.column.target'), t('report.column.gap')];
  const rows: Row[] = [
    { title: t('report.legend'), bar: ' '.repeat(barWidth), figures: heads, style: 'dim' },
    ...scored.areas.flatMap((area) => areaRows(area, reader)),
    averageRow(t('report.overall'), scored.overall, reader),
  ];
  const columns = heads.map((head) => Math.max(narrowestFigure, measure(head)));
  const right = columns.reduce((sum, column) => sum + space.length + column, space.length + barWidth);
  const widest = Math.max(...rows.map(({ title }) => measure(title)));
  const left = Math.max(narrowestTitle, Math.min(widest, width - right));
  return [...rows.map((row) => rowLine(row, left, columns, reader)), ''];
}

function rowLine({ title, strong, bar, figures, words, style }: Row, left: number, columns: readonly number[], reader: Reader): string {
  const { paint, width, measure } = reader;
  const styled = (text: string): string => (style ? paint(style, text) : text);
  const first = padEnd(shorten(title, left, measure), left, measure);
  const numbers = figures?.map((figure, index) => space + padStart(figure, columns[index] ?? 0, measure)).join('') ?? '';
  const between = bar === undefined ? '' : bar + (words === undefined ? '' : space);
  const room = width - left - space.length - (bar === undefined ? 0 : barWidth + space.length);
  const rest = words === undefined ? numbers : shorten(words, Math.max(narrowestWords, room), measure);
  return (strong ? paint('bold', first) : first) + space + between + styled(rest);
}

function areaRows(area: ScoredArea, reader: Reader): Row[] {
  const title = printable(findArea(reader.sheet, area.id)?.title ?? '');
  return [averageRow(`${area.id}  ${title}`, area, reader), ...area.services.map((service) => serviceRow(service, reader))];
}

function averageRow(title: string, { mean, target }: Aggregate, { paint }: Reader): Row {
  return { title, strong: true, bar: bar(mean, target, paint), figures: [formatMean(mean), formatNumber(target)] };
}

function serviceRow(service: ScoredService, { sheet, t, paint }: Reader): Row {
  const { id, state, score, target, gap } = service;
  const inSheet = findService(sheet, id);
  const title = `   ${id}  ${printable(inSheet?.title ?? '')}`;
  const mark = inSheet && levelReaching(inSheet, target);
  const words = stateWords(service, t);
  if (state === 'unscored') return { title, bar: bar(null, target, paint, mark), words, style: 'cyan' };
  if (state !== 'scored') return { title, words, style: 'dim' };
  const figures = [String(score), formatNumber(target), formatNumber(gap ?? 0)];
  return { title, bar: bar(score, target, paint, mark), figures, style: gap ? styleOf(score, target) : undefined };
}

function stateWords({ state, reason }: ScoredService, t: Translate): string {
  if (state === 'unscored') return t('report.state.unscored');
  if (state === 'out-of-scope') return t('report.state.out-of-scope');
  return reason ? t('report.state.excluded', { reason: printable(reason) }) : t('report.state.excluded-without-reason');
}

/** The average with its coverage, and with what a mean hides. */
function coverage(overall: Aggregate, reader: Reader): string[] {
  const { t } = reader;
  const { mean, scored, applicable, excluded, floor, belowTarget } = overall;
  const over = t(excluded ? 'report.coverage.excluded' : 'report.coverage', { mean: formatMean(mean), scored, applicable, excluded });
  const hidden = floor === null ? [] : [t('report.floor', { floor }), t('report.below-target', { count: belowTarget })];
  return wrapLine([over, ...hidden].join(t('report.separator')), reader);
}
