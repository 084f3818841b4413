/** The order of assessments side by side. */
import type { Language } from '../messages/messages';
import { nameOrder } from '../messages/name-order';
import { scoredServices } from '../scoring/score';
import type { RollUpRow, SortColumn } from './RollUp';

/**
 * The rows sorted by one column: names in the order of the language, values from the lowest, rows without a value last.
 */
export function sortedRows<T extends RollUpRow>(rows: readonly T[], column: SortColumn, language: Language): T[] {
  const compare = nameOrder(language);
  return rows
    .map((row) => ({ row, value: column === 'name' ? 0 : (valueOf(row, column) ?? Infinity) }))
    .sort((a, b) => {
      if (a.value !== b.value) return a.value < b.value ? -1 : 1;
      return compare(a.row.name, b.row.name) || compare(a.row.path, b.row.path);
    })
    .map(({ row }) => row);
}

function valueOf({ scored }: RollUpRow, column: SortColumn): number | null | undefined {
  if (column === 'average') return scored.overall.mean;
  if (column.includes('.')) return scoredServices(scored).find(({ id }) => id === column)?.score;
  return scored.areas.find(({ id }) => id === column)?.mean;
}
