/** The words and marks of a comparison in the grid. */
import type { Translate } from '../messages/messages';
import {
  changeText,
  meanChangeText,
  meanText,
  signed,
  tallyText,
  type AreaChange,
  type Comparison,
  type ServiceChange,
} from '../scoring/compare';
import { formatMean } from '../scoring/score';

/** The change of a service; `undefined` where nothing is compared. */
export function changeOf(comparison: Comparison | undefined, service: string): ServiceChange | undefined {
  return comparison?.services.find(({ id }) => id === service);
}

/** The change of an area; `undefined` where nothing is compared. */
export function areaChangeOf(comparison: Comparison | undefined, area: string): AreaChange | undefined {
  return comparison?.areas.find(({ id }) => id === area);
}

/**
 * A change in the narrow last column: `+2`, `−1`, `●` for a service that counts now, `○` for one that no longer does,
 * `◇` for its target alone, `✎` for its criteria alone; nothing where it is as it was.
 */
export function changeMark({ kind, change }: ServiceChange): string {
  if (change) return signed(change);
  if (kind === 'scored' || kind === 'included') return '●';
  if (kind === 'cleared' || kind === 'excluded') return '○';
  if (kind === 'target-changed') return '◇';
  return kind === 'criteria-changed' ? '✎' : '';
}

/** How the last column of a changed row looks. */
export function changeClass({ change }: ServiceChange): string {
  if (!change) return ' change';
  return change > 0 ? ' change up' : ' change down';
}

/** A change in words, for a row's label. */
export function changeLabel(change: ServiceChange, t: Translate): string {
  return change.kind === 'same' ? t('view.unchanged') : changeText(change, t);
}

/** An area's mean with that before where it differs. */
export function areaMean(change: AreaChange | undefined, mean: number | null, t: Translate): string {
  return change ? meanText(change, t) : formatMean(mean);
}

/** The overall mean before and now, and a count of the changes. */
export function comparisonSummary(comparison: Comparison, t: Translate): string {
  return [meanChangeText(comparison.overall, t), tallyText(comparison, t)].join(' · ');
}
