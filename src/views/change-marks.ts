/** Words and marks for a comparison in the grid. */
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
 * The mark of a change in the narrow last column: `+2`, `−1`, `●` for a service that counts now, `○` for one that no
 * longer does, `◇` for a changed target only, `✎` for changed criteria only; empty for an unchanged service.
 */
export function changeMark({ kind, change }: ServiceChange): string {
  if (change) return signed(change);
  if (kind === 'scored' || kind === 'included') return '●';
  if (kind === 'cleared' || kind === 'excluded') return '○';
  if (kind === 'target-changed') return '◇';
  return kind === 'criteria-changed' ? '✎' : '';
}

/** The CSS class of a changed row's last column. */
export function changeClass({ change }: ServiceChange): string {
  if (!change) return ' change';
  return change > 0 ? ' change up' : ' change down';
}

/** A change in words, for the label of a row. */
export function changeLabel(change: ServiceChange, t: Translate): string {
  return change.kind === 'same' ? t('view.unchanged') : changeText(change, t);
}

/** An area's mean, with the earlier one where it differs. */
export function areaMean(change: AreaChange | undefined, mean: number | null, t: Translate): string {
  return change ? meanText(change, t) : formatMean(mean);
}

/** The overall mean before and now, and the number of changes. */
export function comparisonSummary(comparison: Comparison, t: Translate): string {
  return [meanChangeText(comparison.overall, t), tallyText(comparison, t)].join(' · ');
}
