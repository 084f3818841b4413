/** A comparison as Markdown, short enough for a comment on a pull request: long names are shortened. */
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import {
  changedServices,
  changeText,
  differenceText,
  meanChangeText,
  tallyText,
  targetText,
  type AggregateChange,
  type Comparison,
  type ServiceChange,
} from '../../scoring/compare';
import { formatMean } from '../../scoring/score';
import { findArea, findService, nameOf, type Sheet } from '../../sheet/sheet';
import type { Compared } from './comparison';
import { excerpt } from '../terminal/excerpt';
import { markdownTable, type Column } from '../document/markdown-text';

export interface MarkdownReader {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The document: a heading with the averages, the versions compared, changes, averages by area; ending with `\n`. */
export function comparisonMarkdown({ before, after, comparison }: Compared, reader: MarkdownReader): Markdown {
  const { t } = reader;
  const subject = after.assessment.subject?.value.trim() || after.name;
  const title = t('change.title', { subject: shortName(subject), mean: meanChangeText(comparison.overall, t) });
  const names = t('change.from-to', { from: shortName(before.name), to: shortName(after.name) });
  const blocks = [
    ours`### ${title}`,
    ours`${names} · ${tallyText(comparison, t)}`,
    ...changeBlocks(comparison, reader),
  ];
  return ours`${joined(blocks, '\n\n')}\n`;
}

/** The changed services as a table, with the averages by area in a collapsed block; empty where nothing changed. */
export function changeBlocks(comparison: Comparison, reader: MarkdownReader): Markdown[] {
  const { t } = reader;
  const changed = changedServices(comparison);
  const others = [comparison.overall, ...comparison.areas].some(({ ownTarget }) => ownTarget);
  if (changed.length === 0 && !others) return [];
  const columns: Column[] = [{ heading: '' }, { heading: t('view.service') }, { heading: t('change.change') }];
  const rows = changed.map((change) => [markOf(change), serviceName(change.id, reader), changeText(change, t)]);
  return [
    ...(rows.length ? [markdownTable(columns, rows)] : []),
    folded(t('change.by-area'), areaTable(comparison, reader)),
  ];
}

/** A name from a file as Markdown, of at most 120 characters. */
export function shortName(name: string): Markdown {
  return plainText(excerpt(name, 120));
}

/** A block that expands on a click on a code host. Its title is inside HTML, where Markdown's escapes do not apply. */
export function folded(title: Own, content: Markdown): Markdown {
  return ours`<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

const marks: Partial<Record<ServiceChange['kind'], Own>> = {
  scored: ours`●`,
  cleared: ours`○`,
  excluded: ours`✕`,
  included: ours`●`,
};

function serviceName(id: string, { sheet }: MarkdownReader): Markdown {
  return shortName(nameOf(findService(sheet, id) ?? { id, title: '' }));
}

function markOf({ kind, change }: ServiceChange): Own {
  if (change) return ours`${change > 0 ? '▲' : '▼'}`;
  return marks[kind] ?? ours``;
}

function areaTable({ areas, overall }: Comparison, { sheet, t }: MarkdownReader): Markdown {
  const columns = [
    { heading: t('change.area') },
    { heading: t('change.before'), figures: true },
    { heading: t('change.after'), figures: true },
    { heading: t('change.difference'), figures: true },
    { heading: t('change.target-heading') },
  ];
  const cells = (name: Markdown, change: AggregateChange) => {
    const { before, after, ownTarget } = change;
    return [
      name,
      formatMean(before.mean),
      formatMean(after.mean),
      differenceText(change),
      ownTarget ? targetText(change, t) : ours``,
    ];
  };
  const rows = areas.map((area) =>
    cells(shortName(nameOf(findArea(sheet, area.id) ?? { id: area.id, title: '' })), area),
  );
  return markdownTable(columns, [...rows, cells(ours`**${t('report.overall')}**`, overall)]);
}
