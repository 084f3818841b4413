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

/** The characters after which a list may open. */
export const dueCharacters: readonly string[] = [...areaIds, ...' ."\'[/#'];
