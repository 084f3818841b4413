/** When a list of completions is due as one types, without being asked for. */
import { areaIds } from '../sheet/sheet';

/**
 * What a line ends with then: blanks ahead of a key or value, the first digits of an id (numbers are no words to
 * editors), an opening quote or bracket, a slash, the `#` of a heading.
 */
const due = /(?:(?:^|[-:,{[])[ ]+|(?:^[ ]+|[{,][ ]*)\d\.?|["'[/]|\S#)$/;

/** Whether a list is due behind the part of a line that was typed. */
export function isListDue(typed: string): boolean {
  return due.test(typed);
}

/** The characters behind which one may be due. */
export const dueCharacters: readonly string[] = [...areaIds, ...' ."\'[/#'];
