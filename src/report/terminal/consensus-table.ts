/** The scores of several assessors as a table: one row per service, those with differences first. */
import type { Assessment } from '../../assessment/assessment';
import type { Translate } from '../../messages/messages';
import type { ServiceVotes } from '../../scoring/consensus';
import { findService, nameOf, type Sheet } from '../../sheet/sheet';
import { padEnd, padStart, type Measure } from './columns';

interface Consensus {
  /** The names of the assessors, in the order of their columns. */
  readonly names: readonly string[];
  readonly services: readonly ServiceVotes[];
  /** The agreed file in its present state. */
  readonly reached: Assessment;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The lines of the table, and a line with counts. A dash stands for a missing or disputed score. */
export function consensusLines({ names, services, reached, sheet, t }: Consensus, measure: Measure): string[] {
  const head = [t('report.column.service'), ...names, t('consensus.spread'), t('consensus.agreed')];
  const rows = services.map(({ id, votes, spread }) => {
    const given = names.map((name) => String(votes.get(name) ?? '–'));
    const score = reached.services.get(id)?.score?.value;
    return [nameOf(findService(sheet, id) ?? { id, title: '' }), ...given, String(spread), String(score ?? '–')];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => measure(row[column] ?? ''))));
  const lineOf = (row: readonly string[]) =>
    row.map((cell, column) => (column ? padStart : padEnd)(cell, widths[column] ?? 0, measure)).join('  ');
  const open = services.filter(({ id }) => !reached.services.get(id)?.score).length;
  const count = services.filter(({ spread }) => spread > 0).length;
  return [...[head, ...rows].map(lineOf), t('consensus.summary', { differ: count, count: services.length, open })];
}
