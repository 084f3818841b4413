/** What a mistyped word most likely means. Apart from all else: the command line needs it before it reads a file. */
import { distance } from 'fastest-levenshtein';

/** Changes of a letter that a mistake takes, at the most. */
const mostChanges = 2;

/** The candidate a mistyped word most likely means: at most two changes away and less than half its length. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .filter(({ length }) => Math.abs(length - word.length) <= mostChanges)
    .map((candidate) => ({ candidate, changes: distance(word.toLowerCase(), candidate) }))
    .sort((a, b) => a.changes - b.changes);
  const [best] = ranked;
  return best && best.changes <= mostChanges && best.changes * 2 < word.length + 1 ? best.candidate : undefined;
}
