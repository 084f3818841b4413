/** Fixes for merge conflicts: taking a side. */
import { conflictsOf, excerptOf, type Conflict, type Side } from '../assessment/yaml/conflict-markers';
import { afterBreak } from '../assessment/yaml/text-edit';
import type { Translate } from '../messages/messages';
import { fixOf, type Edits, type Fix, type RuleContext } from './rule';

/** The fixes for the n-th conflict: either side, or both where one file can hold both. */
export function mendConflict({ assessment: { text }, t }: RuleContext, index: number, edits: Edits): Fix[] {
  const conflict = conflictsOf(text)[index];
  if (!conflict) return [];
  const sides = (['ours', 'theirs'] as const).flatMap((side) =>
    fixOf(takeTitle(text, conflict, side, t), edits.takeSide(text, index, side), { preferred: false }),
  );
  return [...sides, ...fixOf(t('conflict.take-both'), edits.takeSide(text, index, 'both'), { preferred: false })];
}

/** `Take ours (HEAD): "1.1": 2`. */
export function takeTitle(text: string, conflict: Conflict, side: Side, t: Translate): string {
  const [name, value] = [conflict[side], excerptOf(text, conflict, side)];
  return name ? t(`conflict.take-${side}`, { name, value }) : t(`conflict.take-${side}.unnamed`, { value });
}

/** Removes a leftover conflict marker. */
export function removeMarker({ assessment: { text }, t }: RuleContext, span: Conflict['span']): Fix[] {
  const line = { start: span.start, end: afterBreak(text, span.end) };
  return [{ title: t('fix.remove-marker'), edits: [{ span: line, newText: '' }], preferred: false }];
}
