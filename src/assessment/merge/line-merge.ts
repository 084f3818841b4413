/** Merges lines as git does: for files that cannot be read, or whose merge by keys would change their meaning. */
import { diff3Merge } from 'node-diff3';
import { linesOf } from '../yaml/member-lines';
import type { Chunk } from './merge-parts';

/** Lines that both sides changed differently, or changed next to each other, are a conflict. */
export function mergeByLines(base: string, ours: string, theirs: string): Chunk[] {
  return diff3Merge(linesOf(ours), linesOf(base), linesOf(theirs)).map(({ ok, conflict }): Chunk => {
    if (!conflict) return (ok ?? []).join('');
    return { ours: conflict.a.join(''), theirs: conflict.b.join('') };
  });
}
