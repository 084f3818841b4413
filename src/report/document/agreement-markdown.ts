/** The agreement of the assessors as Markdown: services whose votes differ, with each vote. */
import type { Assessment } from '../../assessment/assessment';
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown } from '../../messages/safe-text';
import { agreementIn, bySpread } from '../../scoring/consensus';
import { findService, nameOf, type Sheet } from '../../sheet/sheet';
import { markdownTable, type Column } from './markdown-text';

/** The blocks, with a heading of the given depth; empty where no service has votes of two assessors. */
export function agreementBlocks(assessment: Assessment, depth: Markdown, sheet: Sheet, t: Translate): Markdown[] {
  const services = agreementIn(sheet, assessment);
  if (services.length === 0) return [];
  const columns: Column[] = [
    { heading: t('report.column.service') },
    { heading: t('view.agreement-votes') },
    { heading: t('consensus.spread'), figures: true },
    { heading: t('consensus.agreed'), figures: true },
  ];
  const rows = services.map(({ id, votes, spread, score }) => {
    const given = [...votes].map(([name, level]) => ours`${plainText(name)} ${level}`);
    const agreed = score === undefined ? ours`–` : ours`${score}`;
    const service = plainText(nameOf(findService(sheet, id) ?? { id, title: '' }));
    return [service, joined(given, t('list.separator')), ours`${spread}`, agreed];
  });
  return [
    ours`${depth} ${t('view.agreement')}`,
    t('view.agreement-facts', { count: services.length, same: bySpread(services)[0] ?? 0 }),
    markdownTable(columns, rows),
  ];
}
