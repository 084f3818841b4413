/**
 * Finds the intended word for a mistyped one. The command line loads this, and the library with it, when it is first
 * called: functions are all that is exported here (`build/late.mjs`).
 */
import { distance } from 'fastest-levenshtein';

/** Limit of edit distance for a typing error. */
const mostChanges = 2;

/**
 * The most similar candidate: at most two edits away, and fewer than half the word's length; `undefined` where there is
 * none.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .filter(({ length }) => Math.abs(length - word.length) <= mostChanges)
    .map((candidate) => ({ candidate, changes: distance(word.toLowerCase(), candidate) }))
    .sort((a, b) => a.changes - b.changes);
  const [best] = ranked;
  return best && best.changes <= mostChanges && best.changes * 2 < word.length + 1 ? best.candidate : undefined;
}
