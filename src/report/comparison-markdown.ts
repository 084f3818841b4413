/** A comparison as Markdown, short enough for a comment on a pull request. */
import type { Translate } from '../messages/messages';
import { changedServices, changeText, differenceText, meanChangeText, tallyText, targetText, type AggregateChange, type Comparison, type ServiceChange } from '../scoring/compare';
import { formatMean } from '../scoring/score';
import { findArea, findService, type Sheet } from '../sheet/sheet';
import type { Compared } from './comparison';
import { markdownTable, plainText, wording } from './markdown-text';

export interface MarkdownReader {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The document: heading with the averages, what was compared, changes, averages by area; ended by `\n`. */
export function comparisonMarkdown({ before, after, comparison }: Compared, reader: MarkdownReader): string {
  const { t } = reader;
  const subject = after.assessment.subject?.value.trim() || after.name;
  const title = t('change.title', { subject: plainText(subject), mean: meanChangeText(comparison.overall, t) });
  const names = t('change.from-to', { from: plainText(before.name), to: plainText(after.name) });
  return `${[`### ${title}`, `${names} · ${tallyText(comparison, t)}`, ...changeBlocks(comparison, reader)].join('\n\n')}\n`;
}

/** The services that changed, as a table, and below it the averages by area, folded away; nothing where nothing changed. */
export function changeBlocks(comparison: Comparison, reader: MarkdownReader): string[] {
  const { t } = reader;
  const changed = changedServices(comparison);
  const others = [comparison.overall, ...comparison.areas].some(({ ownTarget }) => ownTarget);
  if (changed.length === 0 && !others) return [];
  const columns = [{ heading: '' }, { heading: t('view.service') }, { heading: t('change.change') }];
  const rows = changed.map((change) => [markOf(change), serviceName(change.id, reader), changeText(change, t)]);
  return [...(rows.length ? [markdownTable(columns, rows)] : []), folded(t('change.by-area'), areaTable(comparison, reader))];
}

/** A block that opens at a click on a code host. The title is ours, the content Markdown. */
export function folded(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function serviceName(id: string, { sheet }: MarkdownReader): string {
  return `${id} ${wording(findService(sheet, id)?.title ?? '')}`;
}

function markOf({ kind, change }: ServiceChange): string {
  if (change) return change > 0 ? '▲' : '▼';
  return { scored: '●', cleared: '○', excluded: '✕', included: '●' }[kind as string] ?? '';
}

function areaTable({ areas, overall }: Comparison, { sheet, t }: MarkdownReader): string {
  const columns = [
    { heading: t('change.area') },
    { heading: t('change.before'), figures: true },
    { heading: t('change.after'), figures: true },
    { heading: t('change.difference'), figures: true },
    { heading: t('change.target-heading') },
  ];
  const cells = (name: string, change: AggregateChange): string[] => {
    const { before, after, ownTarget } = change;
    return [name, formatMean(before.mean), formatMean(after.mean), differenceText(change), ownTarget ? targetText(change, t) : ''];
  };
  const rows = areas.map((area) => cells(`${area.id} ${wording(findArea(sheet, area.id)?.title ?? '')}`, area));
  return markdownTable(columns, [...rows, cells(`**${t('report.overall')}**`, overall)]);
}
