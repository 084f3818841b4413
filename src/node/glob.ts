/** Glob patterns: `*`, `?`, `[abc]`, `{a,b}`, and `**` for any number of folders. */
import { posix } from 'node:path';
import { Minimatch } from 'minimatch';

/** Only these have a meaning: `!`, `#` and `@(…)` are plain characters. Composed and decomposed letters are equal. */
const plain = { nonegate: true, nocomment: true, noext: true, normalize: true };

/** Patterns that can be split at slashes; several where a brace group contains a slash (`{a/b,c}`). */
export function patternsOf(pattern: string): string[] {
  return /\{[^{}]*\//.test(pattern) ? new Minimatch(pattern, plain).globSet : [pattern];
}

/** A test for names against one segment; names with a leading dot match only where the segment starts with one. */
export function segmentMatcher(segment: string): (name: string) => boolean {
  const matcher = new Minimatch(segment, plain);
  return (name) => matcher.match(name);
}

/** A test for paths against a whole pattern; paths have forward slashes and are relative to the pattern's start. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const matcher = new Minimatch(posix.normalize(pattern), plain);
  return (path) => matcher.match(path);
}
