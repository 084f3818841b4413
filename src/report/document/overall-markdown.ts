/** Trend and roll-up as sections of a Markdown report. */
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import { rollUp, unmetCriteria, type RolledUp } from '../../scoring/roll-up';
import { formatMean } from '../../scoring/score';
import type { TrendPoint } from '../../scoring/trend';
import { criterionText } from '../../sheet/criteria';
import { shownUnmet } from '../../views/UnmetCriteria';
import { findArea, findService, nameOf, type Named, type Sheet } from '../../sheet/sheet';
import { markdownTable, type Column } from './markdown-text';
import type { Checked } from '../check/result';

/** The averages over time, one row per version; empty without a history. */
export function trendBlocks(points: readonly TrendPoint[] | undefined, level: Own, { sheet, t }: Reader): Markdown[] {
  if (!points) return [];
  const heading = ours`${level}# ${t('view.trend')}`;
  if (points.length < 2) return [heading, t('view.trend-short')];
  const columns: Column[] = [
    { heading: t('view.trend-day') },
    { heading: t('view.trend-version') },
    { heading: t('view.average'), figures: true },
    ...sheet.areas.map(({ id }) => ({ heading: plainText(id), figures: true })),
  ];
  const rows = points.map(({ date, label, overall, areas }) => [
    plainText(date.slice(0, 10)),
    plainText(label),
    ...[overall, ...areas].map(({ mean }) => formatMean(mean)),
  ]);
  return [heading, markdownTable(columns, rows)];
}

interface Reader {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The combined figures of several assessments by area, and the services below target in all of them. */
export function rollUpBlocks(checked: readonly Checked[], level: Own, { sheet, t }: Reader): Markdown[] {
  const rolled = rollUp(checked.map(({ scored }) => scored));
  const columns = [
    { heading: t('report.column.area') },
    ...[t('view.roll-mean'), t('view.roll-minimum'), t('view.roll-reached')].map((heading) => ({
      heading,
      figures: true,
    })),
  ];
  const nameIn = (found: Named | undefined, id: string) => plainText(nameOf(found ?? { id, title: '' }));
  const rows = [
    ...rolled.areas.map((area) => cells(nameIn(findArea(sheet, area.id), area.id), area)),
    cells(ours`**${t('report.overall')}**`, rolled.overall),
  ];
  const weak = rolled.areas.flatMap(({ services }) => services.filter(({ weakEverywhere }) => weakEverywhere));
  const names = weak.map(({ id, mean, scored }) => {
    const average = t('view.roll-weak-mean', { mean: formatMean(mean), count: scored });
    return ours`- ${nameIn(findService(sheet, id), id)}: ${average}`;
  });
  const listed = names.length
    ? [ours`${level}## ${t('view.roll-weak')}`, joined(names, '\n')]
    : [t('view.roll-none-weak')];
  return [
    ours`${level}# ${t('view.roll-title')}`,
    markdownTable(columns, rows),
    ...listed,
    ...unmetBlocks(checked, level, { sheet, t }),
  ];
}

/** The criteria that are unmet most often; empty where none is unmet twice. */
function unmetBlocks(checked: readonly Checked[], level: Own, { sheet, t }: Reader): Markdown[] {
  const unmet = unmetCriteria(
    sheet,
    checked.map(({ scored }) => scored),
  ).slice(0, shownUnmet);
  const lines = unmet.map(({ service, criterion, unmet: count, answered }) => {
    const text = plainText(`${service.id} ${criterion.id} ${criterionText(criterion, t)}`);
    return ours`- ${text}: ${t('view.roll-unmet-count', { count, answered })}`;
  });
  return lines.length ? [ours`${level}## ${t('view.roll-unmet')}`, joined(lines, '\n')] : [];
}

function cells(name: Markdown, { mean, minimum, scored, atTarget }: RolledUp): Markdown[] {
  return [name, formatMean(mean), formatMean(minimum), scored ? ours`${atTarget}/${scored}` : ours`–`];
}
