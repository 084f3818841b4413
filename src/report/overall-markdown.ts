/** The trend and the roll-up as sections of a Markdown report. */
import type { Translate } from '../messages/messages';
import { rollUp, type RolledUp } from '../scoring/roll-up';
import { formatMean } from '../scoring/score';
import type { TrendPoint } from '../scoring/trend';
import { findArea, findService, type Sheet } from '../sheet/sheet';
import { nameOf } from '../views/rows';
import { markdownTable, plainText, wording } from './markdown-text';
import type { Checked } from './result';

/** How the averages moved, a row a version; nothing without a history. */
export function trendBlocks(points: readonly TrendPoint[] | undefined, level: string, { sheet, t }: Reader): string[] {
  if (!points) return [];
  const heading = `${level}# ${t('view.trend')}`;
  if (points.length < 2) return [heading, t('view.trend-short')];
  const columns = [
    { heading: t('view.trend-day') },
    { heading: t('view.trend-version') },
    { heading: t('view.average'), figures: true },
    ...sheet.areas.map(({ id }) => ({ heading: id, figures: true })),
  ];
  const rows = points.map(({ date, label, overall, areas }) => [date.slice(0, 10), plainText(label), formatMean(overall.mean), ...areas.map(({ mean }) => formatMean(mean))]);
  return [heading, markdownTable(columns, rows)];
}

interface Reader {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** What several assessments come to together, by area, and the services below target in all of them. */
export function rollUpBlocks(checked: readonly Checked[], level: string, { sheet, t }: Reader): string[] {
  const rolled = rollUp(checked.map(({ scored }) => scored));
  const columns = [
    { heading: t('report.column.area') },
    ...[t('view.roll-mean'), t('view.roll-minimum'), t('view.roll-reached')].map((heading) => ({ heading, figures: true })),
  ];
  const rows = [...rolled.areas.map((area) => cells(nameOf(findArea(sheet, area.id) ?? { id: area.id, title: '' }), area)), cells(`**${t('report.overall')}**`, rolled.overall)];
  const weak = rolled.areas.flatMap(({ services }) => services.filter(({ weakEverywhere }) => weakEverywhere));
  const names = weak.map(({ id, mean, scored }) => `- ${wording(nameOf(findService(sheet, id) ?? { id, title: '' }))}: ${t('view.roll-weak-mean', { mean: formatMean(mean), count: scored })}`);
  return [`${level}# ${t('view.roll-title')}`, markdownTable(columns, rows), ...(names.length ? [`${level}## ${t('view.roll-weak')}`, names.join('\n')] : [t('view.roll-none-weak')])];
}

function cells(name: string, { mean, minimum, scored, atTarget }: RolledUp): string[] {
  return [name.startsWith('**') ? name : wording(name), formatMean(mean), formatMean(minimum), scored ? `${atTarget}/${scored}` : '–'];
}
