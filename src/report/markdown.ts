/** The report as Markdown: tables with a bar of text, to be read on a code host or in an editor. */
import { isJudged } from '../assessment/judge';
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber, type Aggregate } from '../scoring/score';
import { levelReaching } from '../sheet/sheet';
import { areaRows, coverageText, floorText, gapMark, isRated, stateText, type AreaRows, type Row } from '../views/rows';
import { bar } from './bar';
import { meanChangeText, tallyText } from '../scoring/compare';
import { comparedWithEarlier } from './comparison';
import { changeBlocks, type MarkdownReader } from './comparison-markdown';
import { markdownServices } from './markdown-services';
import { markdownTable, plainText, wording } from './markdown-text';
import { rollUpBlocks, trendBlocks } from './overall-markdown';
import { plain } from './paint';
import { planBlocks } from './plan-markdown';
import type { ReportInput } from './report';
import { problemRows, reportTitle, titleOf } from './report-words';
import { countProblems } from './counts';
import type { Checked } from './result';
import { shownPath } from './table';

/** A Markdown document, ended by `\n`: each assessment with its areas, services, what is recorded of these, and problems. */
export function markdownReport(input: ReportInput): string {
  const { checked, t, today } = input;
  const [first] = checked;
  const blocks = checked.length === 1 && first ? assessmentBlocks(first, '#', input, reportTitle(checked, t)) : manyBlocks(input);
  return `${[...blocks, `---\n\n${t('report.made', { date: today })}`].join('\n\n')}\n`;
}

function manyBlocks(input: ReportInput): string[] {
  const { checked, t } = input;
  const columns = [
    { heading: t('report.column.assessment') },
    { heading: '' },
    { heading: t('view.average'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.coverage') },
    { heading: t('report.column.assessed') },
  ];
  const rows = checked.map((one) => {
    const { overall } = one.scored;
    return [plainText(titleOf(one, t)), cellBar(overall), formatMean(overall.mean), formatNumber(overall.target), coverageText(overall, t), one.assessment.assessed?.value ?? '–'];
  });
  return [`# ${reportTitle(checked, t)}`, markdownTable(columns, rows), t('report.legend-bar'), ...rollUpBlocks(checked.filter(({ assessment }) => isJudged(assessment)), '#', input), ...checked.flatMap((one) => assessmentBlocks(one, '##', input))];
}

function assessmentBlocks(one: Checked, level: string, { sheet, t }: ReportInput, title = titleOf(one, t)): string[] {
  const { assessment, scored } = one;
  const { assessed, assessors } = assessment;
  const facts = [
    assessed && t('view.assessed', { date: assessed.value }),
    assessors.length > 0 && t('view.assessed-by', { names: assessors.map(plainText).join(t('view.separator')) }),
    plainText(shownPath(one.path, t)),
  ];
  const head = [`${level} ${plainText(title)}`, facts.filter(Boolean).join(' · ')];
  if (!isJudged(assessment)) return [...head, t('overview.unjudged'), ...problemBlocks(one, level, t)];
  const areas = areaRows(sheet, scored);
  return [
    ...head,
    `**${t('report.average', { mean: formatMean(scored.overall.mean), target: formatNumber(scored.overall.target) })}** · ${overallFacts(scored.overall, t)}`,
    `${level}# ${t('view.areas')}`,
    areaTable(areas, scored.overall, t),
    t('report.legend-bar'),
    ...comparisonBlocks(one, level, { sheet, t }),
    ...trendBlocks(one.history, level, { sheet, t }),
    `${level}# ${t('report.services')}`,
    ...areas.flatMap((area) => [`${level}## ${area.area.id} ${wording(area.area.title)}`, serviceTable(area, t)]),
    `${level}# ${t('view.plan-title')}`,
    ...planBlocks(one, `${level}#`, { sheet, t }),
    ...markdownServices(one, areas, level, t),
    ...problemBlocks(one, level, t),
  ];
}

/** What changed since the version asked for. */
function comparisonBlocks(one: Checked, level: string, reader: MarkdownReader): string[] {
  const { t } = reader;
  const compared = comparedWithEarlier(one);
  if (!compared) return [];
  const { before, comparison } = compared;
  const heading = t('change.since', { name: plainText(before.name) });
  return [`${level}# ${heading}`, `${meanChangeText(comparison.overall, t)} · ${tallyText(comparison, t)}`, ...changeBlocks(comparison, reader)];
}

function overallFacts(overall: Aggregate, t: Translate): string {
  return [coverageText(overall, t), floorText(overall, t), t('view.below', { count: overall.belowTarget })].join(' · ');
}

function areaTable(areas: readonly AreaRows[], overall: Aggregate, t: Translate): string {
  const columns = [
    { heading: t('report.column.area') },
    { heading: '' },
    { heading: t('view.average'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.floor'), figures: true },
    { heading: t('view.filter-below'), figures: true },
    { heading: t('report.column.coverage') },
  ];
  const cells = (name: string, one: Aggregate): string[] => {
    const figures = [formatMean(one.mean), formatNumber(one.target), one.floor === null ? '–' : String(one.floor), String(one.belowTarget)];
    return [name, cellBar(one), ...figures, coverageText(one, t)];
  };
  const rows = areas.map(({ area, scored }) => cells(`${area.id} ${wording(area.title)}`, scored));
  return markdownTable(columns, [...rows, cells(`**${t('report.overall')}**`, overall)]);
}

function serviceTable({ rows }: AreaRows, t: Translate): string {
  const columns = [
    { heading: t('view.service') },
    { heading: '' },
    { heading: t('report.column.score'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.gap'), figures: true },
    { heading: t('report.column.state') },
  ];
  return markdownTable(columns, rows.map((row) => serviceCells(row, t)));
}

function serviceCells(row: Row, t: Translate): string[] {
  const { service, scored } = row;
  const name = `${service.id} ${wording(service.title)}`;
  const level = scored.score === null ? undefined : service.levels[scored.score];
  const words = level ? wording(level.summary) : scored.score === null ? plainText(stateText(row, t)) : '';
  if (!isRated(row)) return [name, '', '–', '–', '–', words];
  const mark = levelReaching(service, scored.target);
  return [name, `\`${bar(scored.score, scored.target, plain, mark)}\``, scored.score === null ? '–' : String(scored.score), formatNumber(scored.target), gapMark(scored), words];
}

function cellBar({ mean, target }: Aggregate): string {
  return `\`${bar(mean, target, plain)}\``;
}

function problemBlocks(one: Checked, level: string, t: Translate): string[] {
  if (!one.problems.length) return [];
  const columns = [{ heading: t('report.column.line'), figures: true }, { heading: t('report.column.severity') }, { heading: t('report.column.problem') }, { heading: t('report.column.rule') }];
  const rows = problemRows(one, t).map(({ line, severity, message, rule }) => [String(line), severity, plainText(message), `\`${rule}\``]);
  return [`${level}# ${t('report.problems')}`, t('report.problem-count', { ...countProblems(one.problems) }), markdownTable(columns, rows)];
}
