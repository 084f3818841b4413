/** Glob patterns: `*`, `?`, `[abc]`, `{a,b}`, and `**` for any folders between. */
import { posix } from 'node:path';
import { Minimatch } from 'minimatch';

/** Nothing else means anything in names, such as `!`, `#` or `@(…)`; composed and decomposed letters are the same. */
const plain = { nonegate: true, nocomment: true, noext: true, normalize: true };

/** Patterns that can be split at slashes: several where braces reach over one (`{a/b,c}`). */
export function patternsOf(pattern: string): string[] {
  return /\{[^{}]*\//.test(pattern) ? new Minimatch(pattern, plain).globSet : [pattern];
}

/** What one segment of a pattern matches; names that start with a dot only where the segment does, too. */
export function segmentMatcher(segment: string): (name: string) => boolean {
  const matcher = new Minimatch(segment, plain);
  return (name) => matcher.match(name);
}

/** What a whole pattern matches: paths with forward slashes, from where the pattern starts. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const matcher = new Minimatch(posix.normalize(pattern), plain);
  return (path) => matcher.match(path);
}
