/** Describes the score that answers suggest. */
import type { Translate } from '../messages/messages';
import { formatNumber } from './score';
import type { Suggestion } from './suggest';

/** A suggestion as a sentence: `The criteria suggest 2: 3 of 3 of level 2, 1 of 4 of level 3.` */
export function suggestionText(suggestion: Suggestion, t: Translate): string {
  return t('suggestion.text', { level: suggestion.level, reason: reasonText(suggestion, t) });
}

/** The reason for a suggestion: `3 of 3 of level 2, 1 of 4 of level 3`; and what prevents a higher one. */
export function reasonText({ counts, heldBy }: Suggestion, t: Translate): string {
  const parts: string[] = counts.map(({ level, met, of }) =>
    t('suggestion.count', { level, met: formatNumber(met), of }),
  );
  if (heldBy?.lacks.length)
    parts.push(t('suggestion.lacks', { level: heldBy.level, lacks: heldBy.lacks.join(t('list.separator')) }));
  else if (heldBy) parts.push(t('suggestion.unmet', { level: heldBy.level }));
  return parts.join(t('list.separator'));
}
