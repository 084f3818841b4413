/** Glob patterns: `*`, `?`, `[abc]`, `{a,b}`, and `**` for any folders between. */

/** Whether an argument is a pattern rather than a path. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

/** The patterns a pattern with `{a,b}` stands for, inner and later braces included. */
export function expandBraces(pattern: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const [before, after] = [pattern.slice(0, braces.index), pattern.slice(braces.index + braces[0].length)];
  return (braces[1] ?? '').split(',').flatMap((choice) => expandBraces(before + choice + after));
}

/**
 * What one segment of a pattern matches; names that start with a dot only where the segment does, too. A
 * range that runs backwards (`[z-a]`) matches nothing.
 */
export function segmentMatcher(segment: string): (name: string) => boolean {
  const source = segment.replace(/\[!?[^\]]+\]|[\\^$.*+?()[\]{}|]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (part.length === 1) return `\\${part}`;
    return part.replace(/^\[!/, '[^').replace(/\\/g, '\\\\');
  });
  try {
    const expression = new RegExp(`^${source}$`, 'u');
    return (name) => expression.test(name) && (segment.startsWith('.') || !name.startsWith('.'));
  } catch {
    return () => false;
  }
}
