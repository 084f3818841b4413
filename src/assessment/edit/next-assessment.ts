/** The next period's assessment: the previous file with a new date, and nothing else changed. */
import type { Assessment } from '../assessment';
import { insertBelow, insertFirst } from '../yaml/map-edit';
import { afterColon, insertAt, type TextEdit } from '../yaml/text-edit';
import { entryOf, type Entry } from '../yaml/tree';
import type { EditPlan } from './plan';
import { proven } from './proof';

/** Sets the day of assessment (`YYYY-MM-DD`). */
export function renewDate(assessment: Assessment, date: string): EditPlan {
  return proven(assessment, dateEdits(assessment, date), [{ path: ['assessed'], value: date }]);
}

function dateEdits({ text, tree }: Assessment, date: string): TextEdit[] | undefined {
  const entry = entryOf(tree, 'assessed');
  if (entry) return replaceDate(text, entry, date);
  const before = entryOf(tree, 'subject') ?? entryOf(tree, 'sheet');
  if (tree?.kind !== 'map') return undefined;
  const pair = `assessed: ${date}`;
  if (!tree.flow) return before ? insertBelow(text, before, [pair]) : insertFirst(text, tree, pair);
  return before && [insertAt(Math.max(before.keySpan.end, before.value.span.end), `, ${pair}`)];
}

/** Replaces the date, keeping its quotes. */
function replaceDate(text: string, { keySpan, value }: Entry, date: string): TextEdit[] | undefined {
  if (value.kind !== 'scalar') return undefined;
  const { start, end } = value.span;
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined) return undefined;
  if (start === end) return [insertAt(colon, ` ${date}`)];
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
  return [{ span: { start, end: start + text.slice(start, end).trimEnd().length }, newText: quote + date + quote }];
}
