/** Edits of a service's plan and evidence. */
import type { Assessment, ServiceEntry } from '../assessment';
import { isDone } from '../parse';
import { addItem, fillList, moveToEnd, removeItem, type NewItem } from '../yaml/list-edit';
import { replaceValue } from '../yaml/map-edit';
import { indentAt, itemIndent, scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, plainOf, type Entry, type ListTree, type MapTree, type Span } from '../yaml/tree';
import { citedItem } from './cited-item';
import { addKey, longValue } from './key-edit';
import { byHand, type EditPlan } from './plan';
import { placeholder, placeholderIn, proven, provenSnippet } from './proof';
import { addToItem } from './recorded-items';

/** Adds an action to a service's plan, with text and day as snippet placeholders. */
export function addAction(
  assessment: Assessment,
  entry: ServiceEntry,
  { action, due }: { action: string; due: string },
): EditPlan {
  const day = placeholder(2, due);
  const item: NewItem = {
    flow: `{ action: ${placeholderIn(scalarText(action))}, due: ${day} }`,
    block: [`action: ${placeholderIn(lineText(action))}`, `due: ${day}`],
  };
  const [first = '', ...others] = item.block;
  const plan = entryOf(entry.value, 'plan');
  const list = plan && listOf(plan);
  const deeper = itemIndent(assessment.text, indentAt(assessment.text, entry.key.start));
  const key = {
    flow: `plan: [${item.flow}]`,
    block: ['plan:', `${deeper}- ${first}`, ...others.map((line) => `${deeper}  ${line}`)],
  };
  const edits = plan ? itemEdits(assessment.text, entry, plan, item, deeper) : addKey(assessment, entry, key);
  const before = list ? list.items.map(plainOf) : [];
  const value = { ...longValue(entry.value), plan: [...before, { action, due }] };
  return provenSnippet(assessment, edits, [{ path: ['services', entry.id], value }]);
}

function itemEdits(
  text: string,
  { value }: ServiceEntry,
  key: Entry,
  item: NewItem,
  deeper: string,
): TextEdit[] | undefined {
  const list = listOf(key);
  if (list) return addItem(text, list, item);
  const isEmpty = key.value.kind === 'scalar' && key.value.value === null && !key.merged;
  return isEmpty && value.kind === 'map' && !value.aliased ? fillList(text, value, key, [item], deeper) : undefined;
}

/** Marks the action whose text is at a span as done on a day. */
export function completeAction(assessment: Assessment, entry: ServiceEntry, action: Span, day: string): EditPlan {
  const list = listAt(entry, 'plan');
  const index = list?.items.findIndex((item) => entryOf(item, 'action')?.value.span.start === action.start) ?? -1;
  const item = list?.items[index];
  if (item?.kind !== 'map' || item.aliased) return byHand;
  return proven(assessment, doneEdits(assessment.text, item, day), [
    { path: ['services', entry.id, 'plan', index, 'done'], value: day },
  ]);
}

function doneEdits(text: string, item: MapTree, day: string): TextEdit[] | undefined {
  const present = entryOf(item, 'done');
  if (present) return present.merged ? undefined : replaceValue(text, present, day);
  return addToItem(text, item, `done: ${day}`);
}

/** The number of completed actions in a service's plan, and whether they all stand after the open ones. */
export function completedActions(entry: ServiceEntry): { count: number; last: boolean } {
  const done = (listAt(entry, 'plan')?.items ?? []).map(isDone);
  const count = done.filter(Boolean).length;
  return { count, last: done.slice(0, done.length - count).every((one) => !one) };
}

/**
 * Moves the completed actions of a service to the end of its plan, in order and with their comments, so that open ones
 * come first.
 */
export function moveCompleted(assessment: Assessment, entry: ServiceEntry): EditPlan {
  const plan = entryOf(entry.value, 'plan');
  const list = plan && listOf(plan);
  if (!plan || !list) return byHand;
  const sorted = [...list.items.filter((item) => !isDone(item)), ...list.items.filter(isDone)].map(plainOf);
  const edits = moveToEnd(assessment.text, plan, (index) => isDone(list.items[index]));
  return proven(assessment, edits, [{ path: ['services', entry.id, 'plan'], value: sorted }], { comments: 'moved' });
}

/**
 * Removes the piece of evidence whose link is at a span, of the service or a criterion; with the only one the key is
 * removed.
 */
export function removeEvidence(assessment: Assessment, entry: ServiceEntry, link: Span): EditPlan {
  const { owner, path = [] } = citedItem(entry, link) ?? {};
  const evidence = entryOf(owner, 'evidence');
  const list = evidence && listOf(evidence);
  if (owner?.kind !== 'map' || owner.aliased || !evidence || !list) return byHand;
  const edits = removeItem(assessment.text, owner, evidence, Number(path.at(-1)));
  const gone = list.items.length > 1 ? path : path.slice(0, -1);
  return proven(assessment, edits, [{ path: gone, value: undefined }], { comments: 'fewer' });
}

/** A text as a scalar on its own line: outside flow maps commas need no quotes. */
function lineText(text: string): string {
  const bare = text.replace(/[,;]/g, '');
  return scalarText(bare) === bare ? text : scalarText(text);
}

function listAt({ value }: ServiceEntry, key: string): ListTree | undefined {
  const entry = entryOf(value, key);
  return entry && listOf(entry);
}

function listOf({ value, merged }: Entry): ListTree | undefined {
  return value.kind === 'list' && !value.aliased && !merged ? value : undefined;
}
