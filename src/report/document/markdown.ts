/** The report as Markdown: tables with text bars, for a code host or an editor. */
import { isScorable } from '../../assessment/scorable';
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import { formatMean, formatNumber, type Aggregate } from '../../scoring/score';
import { levelReaching, nameOf } from '../../sheet/sheet';
import {
  areaRows,
  coverageText,
  floorText,
  gapMark,
  isRated,
  stateText,
  type AreaRows,
  type Row,
} from '../../views/rows';
import { bar } from '../terminal/bar';
import { meanChangeText, tallyText } from '../../scoring/compare';
import { baselineName } from './summary/digest';
import { comparedWithBaseline } from '../comparison/comparison';
import { crosswalkBlocks } from '../crosswalk/crosswalk-markdown';
import { changeBlocks, type MarkdownReader } from '../comparison/comparison-markdown';
import { markdownServices } from './markdown-services';
import { markdownTable, type Column } from './markdown-text';
import { rollUpBlocks, trendBlocks } from './overall-markdown';
import { plain } from '../terminal/paint';
import { agreementBlocks } from './agreement-markdown';
import { planBlocks } from './plan-markdown';
import type { ReportInput } from '../report';
import { problemRows, reportTitle, titlesOf } from './report-words';
import { summaryBlocks } from './summary/summary-markdown';
import { signatureTexts } from './signatures';
import { countProblems } from '../check/counts';
import type { Checked } from '../check/result';
import { shownPath } from '../terminal/table';

/**
 * A Markdown document, ending with `\n`: a summary, or in full each assessment with its areas, services, records and
 * problems.
 */
export function markdownReport(input: ReportInput): Markdown {
  const { t, today, sheet, size } = input;
  const areas = ({ scored }: Checked) => [
    areaTable(areaRows(sheet, scored), scored.overall, t),
    t('report.legend-bar'),
  ];
  const blocks = size === 'full' ? fullBlocks(input) : summaryBlocks(input, areas);
  return ours`${joined([...blocks, ours`---\n\n${plainText(t('report.made', { date: today }))}`], '\n\n')}\n`;
}

/** The blocks of the full report. */
function fullBlocks(input: ReportInput): Markdown[] {
  const { checked, t } = input;
  const [first] = checked;
  return checked.length === 1 && first
    ? assessmentBlocks(first, ours`#`, input, reportTitle(checked, t))
    : manyBlocks(input);
}

function manyBlocks(input: ReportInput): Markdown[] {
  const { checked, t } = input;
  const columns: Column[] = [
    { heading: t('report.column.assessment') },
    { heading: '' },
    { heading: t('view.average'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.coverage') },
    { heading: t('report.column.assessed') },
  ];
  const titles = titlesOf(checked, t);
  const rows = checked.map((one, index) => {
    const { overall } = one.scored;
    const figures = [
      cellBar(overall),
      formatMean(overall.mean),
      formatNumber(overall.target),
      coverageText(overall, t),
    ];
    return [plainText(titles[index] ?? ''), ...figures, plainText(one.assessment.assessed?.value ?? '–')];
  });
  const scorable = checked.filter(({ assessment }) => isScorable(assessment));
  return [
    ours`# ${plainText(reportTitle(checked, t))}`,
    markdownTable(columns, rows),
    t('report.legend-bar'),
    ...rollUpBlocks(scorable, ours`#`, input),
    ...checked.flatMap((one, index) => assessmentBlocks(one, ours`##`, input, titles[index])),
  ];
}

function assessmentBlocks(one: Checked, level: Own, { sheet, t }: ReportInput, title = ''): Markdown[] {
  const { assessment, scored } = one;
  const head = [ours`${level} ${plainText(title)}`, factsOf(one, t)];
  if (!isScorable(assessment)) return [...head, t('overview.unjudged'), ...problemBlocks(one, level, t)];
  const areas = areaRows(sheet, scored);
  const average = t('report.average', {
    mean: formatMean(scored.overall.mean),
    target: formatNumber(scored.overall.target),
  });
  return [
    ...head,
    ours`**${average}** · ${overallFacts(scored.overall, t)}`,
    ours`${level}# ${t('view.areas')}`,
    areaTable(areas, scored.overall, t),
    t('report.legend-bar'),
    ...comparisonBlocks(one, level, { sheet, t }),
    ...trendBlocks(one.history, level, { sheet, t }),
    ours`${level}# ${t('report.services')}`,
    ...areas.flatMap((area) => [ours`${level}## ${plainText(nameOf(area.area))}`, serviceTable(area, t)]),
    ...agreementBlocks(one.assessment, ours`${level}#`, sheet, t),
    ours`${level}# ${t('view.plan-title')}`,
    ...planBlocks(one, ours`${level}#`, { sheet, t }),
    ...markdownServices(one, areas, level, t),
    ...requirementBlocks(one, level, { sheet, t }),
    ...problemBlocks(one, level, t),
  ];
}

/** What the relevant requirements touch, and the assessment's standing on them. */
function requirementBlocks({ sources = [], scored }: Checked, level: Own, reader: MarkdownReader): Markdown[] {
  if (sources.length === 0) return [];
  const blocks = crosswalkBlocks({ sources, scored, ...reader }, ours`${level}##`);
  return [ours`${level}# ${reader.t('crosswalk.title')}`, ...blocks];
}

/** The day, the assessors and the path. */
function factsOf({ assessment, path }: Checked, t: Translate): Markdown {
  const { assessed, assessors } = assessment;
  const names = joined(assessors.map(plainText), t('view.separator'));
  const facts = [
    ...(assessed ? [plainText(t('view.assessed', { date: assessed.value }))] : []),
    ...(assessors.length > 0 ? [t('view.assessed-by', { names })] : []),
    ...signatureTexts(assessment, t).map(plainText),
    plainText(shownPath(path, t)),
  ];
  return joined(facts, ' · ');
}

/** The changes since the baseline. */
function comparisonBlocks(one: Checked, level: Own, reader: MarkdownReader): Markdown[] {
  const { t } = reader;
  const compared = comparedWithBaseline(one);
  if (!compared) return [];
  const { before, comparison } = compared;
  const heading = t('change.since', { name: plainText(baselineName(before)) });
  const figures = ours`${meanChangeText(comparison.overall, t)} · ${tallyText(comparison, t)}`;
  return [ours`${level}# ${heading}`, figures, ...changeBlocks(comparison, reader)];
}

function overallFacts(overall: Aggregate, t: Translate): Own {
  return joined(
    [coverageText(overall, t), floorText(overall, t), t('view.below', { count: overall.belowTarget })],
    ' · ',
  );
}

function areaTable(areas: readonly AreaRows[], overall: Aggregate, t: Translate): Markdown {
  const columns: Column[] = [
    { heading: t('report.column.area') },
    { heading: '' },
    { heading: t('view.average'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.floor'), figures: true },
    { heading: t('view.filter-below'), figures: true },
    { heading: t('report.column.coverage') },
  ];
  const cells = (name: Markdown, one: Aggregate) => {
    const figures = [
      formatMean(one.mean),
      formatNumber(one.target),
      ours`${one.floor ?? '–'}`,
      ours`${one.belowTarget}`,
    ];
    return [name, cellBar(one), ...figures, coverageText(one, t)];
  };
  const rows = areas.map(({ area, scored }) => cells(plainText(nameOf(area)), scored));
  return markdownTable(columns, [...rows, cells(ours`**${t('report.overall')}**`, overall)]);
}

function serviceTable({ rows }: AreaRows, t: Translate): Markdown {
  const columns: Column[] = [
    { heading: t('view.service') },
    { heading: '' },
    { heading: t('report.column.score'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.gap'), figures: true },
    { heading: t('report.column.state') },
  ];
  return markdownTable(
    columns,
    rows.map((row) => serviceCells(row, t)),
  );
}

function serviceCells(row: Row, t: Translate): (Markdown | '')[] {
  const { service, scored } = row;
  const name = plainText(nameOf(service));
  const level = scored.score === null ? undefined : service.levels[scored.score];
  const unscored = scored.score === null ? stateText(row, t) : '';
  const words = plainText(level?.summary ?? unscored);
  if (!isRated(row)) return [name, '', ours`–`, ours`–`, ours`–`, words];
  const mark = levelReaching(service, scored.target);
  const figures = [ours`${scored.score ?? '–'}`, formatNumber(scored.target), gapMark(scored)];
  return [name, codeBar(bar(scored.score, scored.target, plain, mark)), ...figures, words];
}

function cellBar({ mean, target }: Aggregate): Markdown {
  return codeBar(bar(mean, target, plain));
}

function codeBar(drawn: string): Markdown {
  return ours`\`${plainText(drawn)}\``;
}

function problemBlocks(one: Checked, level: Own, t: Translate): Markdown[] {
  if (!one.problems.length) return [];
  const columns: Column[] = [
    { heading: t('report.column.line'), figures: true },
    { heading: t('report.column.severity') },
    { heading: t('report.column.problem') },
    { heading: t('report.column.rule') },
  ];
  const rows = problemRows(one, t).map(({ line, severity, message, rule }) => [
    ours`${line}`,
    severity,
    plainText(message),
    ours`\`${rule}\``,
  ]);
  return [
    ours`${level}# ${t('report.problems')}`,
    t('report.problem-count', { ...countProblems(one.problems) }),
    markdownTable(columns, rows),
  ];
}
