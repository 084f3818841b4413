/** The summary of assessments as Markdown. */
import { isScorable } from '../../../assessment/scorable';
import { plainText } from '../../../messages/markdown';
import { sentenceGap } from '../../../messages/sentence-gap';
import { joined, ours, type Markdown, type Own } from '../../../messages/safe-text';
import { changedServices, changeText } from '../../../scoring/compare';
import { formatMean, formatNumber } from '../../../scoring/score';
import { findService, nameOf } from '../../../sheet/sheet';
import { coverageText } from '../../../views/rows';
import type { Checked } from '../../check/result';
import { comparedWithBaseline } from '../../comparison/comparison';
import type { ReportInput } from '../../report';
import { markdownTable, type Column } from '../markdown-text';
import { trendBlocks } from '../overall-markdown';
import { reportTitle, titlesOf } from '../report-words';
import { baselineName, openActions, weakServices } from './digest';
import { ranked } from './ranking';
import { sentencesOf, sentencesOfAll, type Sentence } from './sentences';

/** Limits of the lists. */
const most = { weak: 8, actions: 25, changes: 20 } as const;

/** The blocks of the document, without its last line. `areas` returns the table of areas of one assessment. */
export function summaryBlocks(input: ReportInput, areas: (one: Checked) => readonly Markdown[]): Markdown[] {
  const { checked, t } = input;
  const [first] = checked;
  const title = ours`# ${plainText(reportTitle(checked, t))}`;
  if (first && checked.length === 1) return [title, ...oneBlocks(first, ours`#`, input, areas)];
  const titles = titlesOf(checked, t);
  const all = ranked(checked.map((one, index) => ({ one, title: titles[index] ?? '', anchor: '' })));
  return [
    title,
    paragraph(sentencesOfAll(checked, input), input),
    rankingTable(all, input),
    ...all.flatMap(({ one, title: own }) => [ours`## ${plainText(own)}`, ...oneBlocks(one, ours`##`, input, areas)]),
  ];
}

function oneBlocks(
  one: Checked,
  level: Own,
  input: ReportInput,
  areas: (one: Checked) => readonly Markdown[],
): Markdown[] {
  const said = paragraph(sentencesOf(one, input), input);
  if (!isScorable(one.assessment)) return [said];
  return [
    said,
    ...areas(one),
    ...weakBlocks(one, level, input),
    ...actionBlocks(one, level, input),
    ...changeBlocks(one, level, input),
    ...trendBlocks(one.history, level, input),
  ];
}

function paragraph(sentences: readonly Sentence[], { t }: ReportInput): Markdown {
  const said = sentences.map(({ key, values }) => {
    const texts: Record<string, Markdown> = {};
    for (const [name, value] of Object.entries(values)) texts[name] = plainText(String(value));
    return t(key, texts);
  });
  return joined(said, sentenceGap(t.language));
}

function rankingTable(all: ReturnType<typeof ranked>, { t }: ReportInput): Markdown {
  const columns: Column[] = [
    { heading: t('report.column.assessment') },
    { heading: t('view.average'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.coverage') },
    { heading: t('view.filter-below'), figures: true },
    { heading: t('report.column.assessed') },
  ];
  const rows = all.map(({ one: { assessment, scored }, title }) => {
    const { overall } = scored;
    const scorable = isScorable(assessment);
    return [
      plainText(title),
      formatMean(overall.mean),
      scorable ? formatNumber(overall.target) : ours`–`,
      scorable ? coverageText(overall, t) : t('overview.unjudged'),
      scorable ? ours`${overall.belowTarget}` : ours`–`,
      plainText(assessment.assessed?.value ?? '–'),
    ];
  });
  return markdownTable(columns, rows);
}

function weakBlocks(one: Checked, level: Own, { sheet, t }: ReportInput): Markdown[] {
  const all = weakServices(one, sheet);
  if (all.length === 0) return [];
  const columns: Column[] = [
    { heading: t('report.column.service') },
    { heading: t('report.column.score'), figures: true },
    { heading: t('report.column.target'), figures: true },
    { heading: t('report.column.next-asks') },
  ];
  const rows = all
    .slice(0, most.weak)
    .map(({ service, scored, next }): (Markdown | '')[] => [
      ...[plainText(nameOf(service)), ours`${scored.score ?? '–'}`, formatNumber(scored.target)],
      next ? ours`${next.number}: ${plainText(next.level.summary)}` : '',
    ]);
  const left = all.length - most.weak;
  return [
    ours`${level}# ${t('report.short.weakest')}`,
    markdownTable(columns, rows),
    ...(left > 0 ? [t('report.short.more-weak', { count: left })] : []),
  ];
}

function actionBlocks({ assessment }: Checked, level: Own, { sheet, t, today }: ReportInput): Markdown[] {
  const all = openActions(assessment, sheet, today);
  if (all.length === 0) return [];
  const columns: Column[] = [
    { heading: t('report.column.due') },
    { heading: t('report.column.action') },
    { heading: t('report.column.owner') },
    { heading: t('report.column.service') },
  ];
  const rows = all
    .slice(0, most.actions)
    .map(({ due, action, owner, service, title, isOverdue }) => [
      isOverdue ? ours`${plainText(due)} **${t('report.short.overdue')}**` : plainText(due || '–'),
      ...[action, owner || '–', nameOf({ id: service, title })].map(plainText),
    ]);
  const left = all.length - most.actions;
  return [
    ours`${level}# ${t('report.short.actions')}`,
    markdownTable(columns, rows),
    ...(left > 0 ? [t('report.short.more-actions', { count: left })] : []),
  ];
}

function changeBlocks(one: Checked, level: Own, { sheet, t }: ReportInput): Markdown[] {
  const compared = comparedWithBaseline(one);
  const all = compared ? changedServices(compared.comparison) : [];
  if (!compared || all.length === 0) return [];
  const lines = all.slice(0, most.changes).map((change) => {
    const name = plainText(nameOf(findService(sheet, change.id) ?? { id: change.id, title: '' }));
    return ours`- ${name}: ${changeText(change, t)}`;
  });
  const left = all.length - most.changes;
  return [
    ours`${level}# ${t('change.since', { name: plainText(baselineName(compared.before)) })}`,
    joined(lines, '\n'),
    ...(left > 0 ? [t('report.short.more-changes', { count: left })] : []),
  ];
}
