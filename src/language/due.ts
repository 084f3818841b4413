/** When a list of completions opens automatically while typing. */
import { areaIds } from '../sheet/sheet';

/**
 * What precedes the cursor then: spaces before a key or value, the first digits of an id (editors do not take digits
 * for words), an opening quote or bracket, a slash, the `#` of a heading.
 */
const due = /(?:(?:^|[-:,{[])[ ]+|(?:^[ ]+|[{,][ ]*)\d\.?|["'[/]|\S#)$/;

/** Whether a list opens after the part of a line typed so far. */
export function isListDue(typed: string): boolean {
  return due.test(typed);
}

/**
 * Whether a list requested at a place is still wanted when it comes, given what was typed there since: only within the
 * same word. Behind a comma the entries would be others, and the next Enter would take one of them.
 */
export function isListStillDue(since: string): boolean {
  return /^[\p{L}\p{M}\p{N}_./#-]*$/u.test(since);
}

/** The characters after which a list may open. */
export const dueCharacters: readonly string[] = [...areaIds, ...' ."\'[/#'];
