/** The next period's assessment: last period's file with the date renewed, and nothing else changed. */
import type { MessageKey } from '../../messages/messages';
import type { Assessment } from '../assessment';
import { endOfEntry } from '../yaml/entry-extent';
import { parseVariant } from '../parse-variant';
import { afterColon, applyEdits, insertAt, lineEnding, lineStart, type TextEdit } from '../yaml/text-edit';
import { entryOf, plainOf, type Entry, type Tree } from '../yaml/tree';

/** Edits that set the day of assessment (`YYYY-MM-DD`), proven to change nothing else, or why they can not be made. */
export function renewDate(
  assessment: Assessment,
  date: string,
): { readonly edits: readonly TextEdit[] } | { readonly refused: MessageKey } {
  if (assessment.broken) return { refused: 'edit.broken' };
  const edits = dateEdits(assessment, date);
  return edits && isProven(assessment, edits, date) ? { edits } : { refused: 'edit.by-hand' };
}

function dateEdits({ text, tree }: Assessment, date: string): TextEdit[] | undefined {
  const entry = entryOf(tree, 'assessed');
  if (entry) return replaceDate(text, entry, date);
  const before = entryOf(tree, 'subject') ?? entryOf(tree, 'sheet');
  if (tree?.kind !== 'map') return undefined;
  if (tree.flow)
    return before && [insertAt(Math.max(before.keySpan.end, before.value.span.end), `, assessed: ${date}`)];
  if (before) return [insertAt(endOfEntry(text, before), `${lineEnding(text)}assessed: ${date}`)];
  const first = tree.entries[0]?.keySpan.start;
  return first === undefined || lineStart(text, first) !== first
    ? undefined
    : [insertAt(first, `assessed: ${date}${lineEnding(text)}`)];
}

/** In place, in the quotes that are there. */
function replaceDate(text: string, { keySpan, value }: Entry, date: string): TextEdit[] | undefined {
  if (value.kind !== 'scalar') return undefined;
  const { start, end } = value.span;
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined) return undefined;
  if (start === end) return [insertAt(colon, ` ${date}`)];
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
  return [{ span: { start, end: start + text.slice(start, end).trimEnd().length }, newText: quote + date + quote }];
}

function isProven(before: Assessment, edits: readonly TextEdit[], date: string): boolean {
  const after = parseVariant(applyEdits(before.text, edits));
  return !after.broken && after.assessed?.value === date && othersOf(after.tree) === othersOf(before.tree);
}

/** All a file means but for its date, as text to compare. */
function othersOf(tree: Tree | undefined): string {
  if (tree?.kind !== 'map') return '';
  return JSON.stringify(
    tree.entries.filter(({ key }) => key !== 'assessed').map(({ key, value }) => [key, plainOf(value)]),
  );
}
