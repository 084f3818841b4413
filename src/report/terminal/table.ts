/** An assessment as a table for a terminal: areas, services, averages. */
import type { Translate } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { joined, ours, type Own, type Printable } from '../../messages/safe-text';
import { individualFigures, individualProgress } from '../../scoring/individuals';
import { formatMean, formatNumber, type Aggregate, type ScoredArea, type ScoredService } from '../../scoring/score';
import { findArea, findService, levelReaching, type Sheet } from '../../sheet/sheet';
import { bar, barWidth, styleOf } from './bar';
import { padEnd, padStart, shorten, trimmedEnd } from './columns';
import type { Paint, Style } from './paint';
import { isScorable } from '../../assessment/scorable';
import type { Checked } from '../check/result';
import { wrapLine, type Room } from './wrap';

/** How a report is shown; the width is `Infinity` without a terminal, so that nothing is cut. */
export interface Reader extends Room {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly paint: Paint;
}

const space = '  ';
/** The least width of titles; a narrower terminal wraps lines. */
const narrowestTitle = 16;
const narrowestWords = 8;
/** The width of a figure such as `2.50`, in columns. */
const narrowestFigure = 4;

/** A row before its columns are aligned: title, bar, then figures or words. */
interface Row {
  readonly title: Printable;
  readonly strong?: boolean;
  readonly bar?: Printable;
  /** Score, target and gap. */
  readonly figures?: readonly Own[];
  readonly words?: Printable;
  readonly style?: Style;
}

/** Heading and table of an assessment, with lines ended by `\n`; only a heading for a file that cannot be scored. */
export function assessmentTable(checked: Checked, reader: Reader): Printable {
  const lines = heading(checked, reader);
  if (isScorable(checked.assessment))
    lines.push(ours``, ...table(checked, reader), ...coverage(checked.scored.overall, reader), ...own(checked, reader));
  return endedLines(lines);
}

/** The progress of the assessors' individual scorings. */
function own({ individuals = [] }: Checked, reader: Reader): Printable[] {
  if (individuals.length === 0) return [];
  return wrapLine(reader.t('report.individuals', { ...individualProgress(individuals) }), reader);
}

/** The line for an individual scoring, ended by `\n`: its assessor, its assessment, and its progress. */
export function individualHeading({ path, assessment, scored, belongsTo }: Checked, reader: Reader): Printable {
  const { t } = reader;
  const { assessor = '–', scored: count, applicable } = individualFigures(assessment, scored);
  const owner = printable(belongsTo ?? assessment.individualFor?.value ?? '');
  const parameters = { path: shownPath(path, t), owner, assessor: printable(assessor), scored: count, applicable };
  return endedLines(wrapLine(t('report.individual', parameters), reader));
}

/** Lines without trailing spaces, each ended by `\n`. */
export function endedLines(lines: readonly Printable[]): Printable {
  return joined(
    lines.map((line) => ours`${trimmedEnd(line)}\n`),
    '',
  );
}

/** The path of an assessment for display. */
export function shownPath(path: string, t: Translate): Printable {
  return path === '-' ? t('report.standard-input') : printable(path);
}

function heading({ assessment, path }: Checked, { t, paint, width, measure }: Reader): Printable[] {
  const { subject, assessed } = assessment;
  const file = shownPath(path, t);
  const second = assessed ? t('report.assessed', { path: file, date: printable(assessed.value) }) : file;
  return subject?.value.trim()
    ? [paint('bold', shorten(printable(subject.value.trim()), width, measure)), second]
    : [paint('bold', second)];
}

function table({ scored }: Checked, reader: Reader): Printable[] {
  const { t, width, measure } = reader;
  const heads = [t('report.column.score'), t('report.column.target'), t('report.column.gap')];
  const rows: Row[] = [
    { title: t('report.legend'), bar: padEnd('', barWidth, measure), figures: heads, style: 'dim' },
    ...scored.areas.flatMap((area) => areaRows(area, reader)),
    averageRow(t('report.overall'), scored.overall, reader),
  ];
  const columns = heads.map((head) => Math.max(narrowestFigure, measure(head)));
  const right = columns.reduce((sum, column) => sum + space.length + column, space.length + barWidth);
  const widest = Math.max(...rows.map(({ title }) => measure(title)));
  const left = Math.max(narrowestTitle, Math.min(widest, width - right));
  return [...rows.map((row) => rowLine(row, left, columns, reader)), ours``];
}

function rowLine(
  { title, strong, bar, figures, words, style }: Row,
  left: number,
  columns: readonly number[],
  reader: Reader,
): Printable {
  const { paint, width, measure } = reader;
  const styled = (text: Printable): Printable => (style ? paint(style, text) : text);
  const first = padEnd(shorten(title, left, measure), left, measure);
  const numbers = joined(
    figures?.map((figure, index) => ours`${space}${padStart(figure, columns[index] ?? 0, measure)}`) ?? [],
    '',
  );
  const between = bar === undefined ? '' : ours`${bar}${words === undefined ? '' : space}`;
  const room = width - left - space.length - (bar === undefined ? 0 : barWidth + space.length);
  const rest = words === undefined ? numbers : shorten(words, Math.max(narrowestWords, room), measure);
  return ours`${strong ? paint('bold', first) : first}${space}${between}${styled(rest)}`;
}

function areaRows(area: ScoredArea, reader: Reader): Row[] {
  const title = printable(`${area.id}  ${findArea(reader.sheet, area.id)?.title ?? ''}`);
  return [averageRow(title, area, reader), ...area.services.map((service) => serviceRow(service, reader))];
}

function averageRow(title: Printable, { mean, target }: Aggregate, { paint }: Reader): Row {
  return { title, strong: true, bar: bar(mean, target, paint), figures: [formatMean(mean), formatNumber(target)] };
}

function serviceRow(service: ScoredService, { sheet, t, paint }: Reader): Row {
  const { id, state, score, target, gap } = service;
  const inSheet = findService(sheet, id);
  const title = printable(`   ${id}  ${inSheet?.title ?? ''}`);
  const mark = inSheet && levelReaching(inSheet, target);
  const words = stateWords(service, t);
  if (state === 'unscored') return { title, bar: bar(null, target, paint, mark), words, style: 'cyan' };
  if (state !== 'scored') return { title, words, style: 'dim' };
  const figures = [ours`${score ?? '–'}`, formatNumber(target), formatNumber(gap ?? 0)];
  return { title, bar: bar(score, target, paint, mark), figures, style: gap ? styleOf(score, target) : undefined };
}

function stateWords({ state, reason }: ScoredService, t: Translate): Printable {
  if (state === 'unscored') return t('report.state.unscored');
  if (state === 'out-of-scope') return t('report.state.out-of-scope');
  return reason ? t('report.state.excluded', { reason: printable(reason) }) : t('report.state.excluded-without-reason');
}

/** The average with its coverage, and the figures that a mean hides. */
function coverage(overall: Aggregate, reader: Reader): Printable[] {
  const { t } = reader;
  const { mean, scored, applicable, excluded, floor, belowTarget } = overall;
  const over = t(excluded ? 'report.coverage.excluded' : 'report.coverage', {
    mean: formatMean(mean),
    scored,
    applicable,
    excluded,
  });
  const hidden = floor === null ? [] : [t('report.floor', { floor }), t('report.below-target', { count: belowTarget })];
  return wrapLine(joined([over, ...hidden], t('report.separator')), reader);
}
