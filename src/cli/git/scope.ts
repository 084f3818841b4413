/** Finds out which deleted files the arguments of a command match. */
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isEntered, isGlob, shown } from '../../node/files';
import { isStandardInput } from '../../node/read-file';
import { realPlace } from '../../node/real-path';
import { isInside } from '../../node/workspace-root';

/** The path to show for a file (absolute, without links) if an argument matches it; `undefined` where it does not. */
export type Scope = (file: string) => string | undefined;

/** The scope of an argument: the file itself, the assessments of a folder of that name, or the matches of a pattern. */
export async function scopeOf(argument: string, cwd: string): Promise<Scope> {
  if (argument === '' || isStandardInput(argument)) return () => undefined;
  const [here, place] = [realPlace(cwd), realPlace(resolve(cwd, argument))];
  const matchers = isGlob(argument) ? await matchersOf(argument) : [];
  return (file) => {
    const below = relative(place, file);
    const isBelow = isInside(file, place) && below.split(sep).slice(0, -1).every(isEntered);
    if (isBelow) return shown(join(argument, below));
    const path = shown(isAbsolute(argument) ? file : relative(here, file));
    return matchers.some((matches) => matches(path)) ? path : undefined;
  };
}

async function matchersOf(argument: string): Promise<((path: string) => boolean)[]> {
  const { pathMatcher, patternsOf } = await import('../../node/glob');
  return patternsOf(argument.split(sep).join('/')).map(pathMatcher);
}
