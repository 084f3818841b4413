/**
 * Edits of single pieces of evidence and single actions, as one records them in a form: added, taken away, or one of
 * their values changed.
 */
import type { Assessment, ServiceEntry } from '../assessment';
import { linkText } from '../evidence/links';
import { endOfEntry } from '../yaml/entry-extent';
import { addItem, fillList, removeItem, type NewItem } from '../yaml/list-edit';
import { insertInFlow, removeEntry, replaceValue } from '../yaml/map-edit';
import { indentAt, insertAt, itemIndent, lineEnding, scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, ownEntries, plainOf, type Entry, type ListTree, type MapTree, type Tree } from '../yaml/tree';
import { addKey, longValue } from './key-edit';
import { insertService } from './insert-services';
import { byHand, type EditPlan } from './plan';
import { proven, type Change } from './proof';

/** The lists of a service, each with the key its items are nothing without. */
const mainKeys = { evidence: 'link', plan: 'action' } as const;
export type RecordList = keyof typeof mainKeys;

/** What an item says, by key: texts, days, or `true` for an action that is done. */
export type ItemValues = Readonly<Record<string, string | true>>;

/** Adds an item behind the others of a service, in the file or not; refused where the layout does not allow it. */
export function addRecord(assessment: Assessment, id: string, list: RecordList, values: ItemValues): EditPlan {
  const entry = assessment.services.get(id);
  const item = newItem(values);
  const deeper = itemIndent(assessment.text, entry ? indentAt(assessment.text, entry.key.start) : '  ');
  const key = {
    flow: `${list}: [${item.flow}]`,
    block: [`${list}:`, ...item.block.map((line, index) => `${deeper}${index ? '  ' : '- '}${line}`)],
  };
  const present = entryOf(entry?.value, list);
  const intoEntry = (own: ServiceEntry) =>
    present ? intoList(assessment.text, own, present, item, deeper) : addKey(assessment, own, key);
  const edits = entry ? intoEntry(entry) : insertService(assessment, id, { key });
  const before = present?.value.kind === 'list' ? present.value.items.map(plainOf) : [];
  const value = { ...longValue(entry?.value), [list]: [...before, plainItem(values)] };
  return proven(assessment, edits, [{ path: ['services', id], value }]);
}

/**
 * Where the item now is that was seen at a position: there, else at the one place with its text; `undefined` when it
 * is gone.
 */
export function indexOfRecord(
  entry: ServiceEntry | undefined,
  list: RecordList,
  seen: number,
  text: string,
): number | undefined {
  const texts = list === 'evidence' ? entry?.evidence.map(({ link }) => link) : entry?.plan.map(({ action }) => action);
  const found = texts?.flatMap(({ value }, index) => (value === text ? [index] : [])) ?? [];
  if (found.includes(seen)) return seen;
  return found.length === 1 ? found[0] : undefined;
}

/** Takes an item away, with the comment behind it; with the only one the key goes. */
export function removeRecord(assessment: Assessment, id: string, list: RecordList, index: number): EditPlan {
  const { map, entry, items } = listIn(assessment.services.get(id), list) ?? {};
  if (!map || !entry || !items?.items[index]) return byHand;
  const edits = removeItem(assessment.text, map, entry, index);
  return proven(assessment, edits, [removal(['services', id], list, index, items, map)], { comments: 'fewer' });
}

/**
 * What the file says once an item is gone: with the only one its key is gone, with the only key the service is empty.
 */
function removal(service: string[], list: RecordList, index: number, { items }: ListTree, map: MapTree): Change {
  if (items.length > 1) return { path: [...service, list, index], value: undefined };
  if (map.entries.length > 1) return { path: [...service, list], value: undefined };
  return { path: service, value: map.flow ? {} : null };
}

/** Gives an item another value at one key; without a value the key goes. */
export function changeRecord(
  assessment: Assessment,
  id: string,
  list: RecordList,
  index: number,
  [key, value]: readonly [key: string, value: string | true | undefined],
): EditPlan {
  const { items } = listIn(assessment.services.get(id), list) ?? {};
  const item = items?.items[index];
  if (!item || item.aliased) return byHand;
  const before = item.kind === 'scalar' ? { [mainKeys[list]]: plainOf(item) } : (plainOf(item) as object);
  const { [key]: _, ...others } = before as Record<string, unknown>;
  const after = value === undefined ? others : { ...before, [key]: value };
  const edits = item.kind === 'map' ? keyEdits(assessment.text, item, key, value) : scalarEdits(item, list, key, value);
  const path = ['services', id, list, index];
  const isBare = item.kind === 'scalar' && key === mainKeys[list];
  return proven(assessment, edits, [{ path, value: isBare ? value : after }]);
}

/** A piece of evidence that is only a link: another link in its place, or a map where there is more to say. */
function scalarEdits(
  { span }: Tree,
  list: RecordList,
  key: string,
  value: string | true | undefined,
): TextEdit[] | undefined {
  if (value === undefined || list !== 'evidence') return undefined;
  if (key === mainKeys[list]) return [{ span, newText: linkText(String(value)) }];
  return [insertAt(span.start, '{ link: '), insertAt(span.end, `, ${key}: ${written(value)} }`)];
}

function keyEdits(text: string, item: MapTree, key: string, value: string | true | undefined): TextEdit[] | undefined {
  const present = item.entries.find((entry) => entry.key === key);
  if (value === undefined) return present ? removeEntry(text, item, present) : [];
  if (present) {
    return present.merged || present.value.aliased ? undefined : replaceValue(text, present, written(value));
  }
  return addToItem(text, item, `${key}: ${written(value)}`);
}

/** Gives an item of a list one more key, behind its others. */
export function addToItem(text: string, item: MapTree, pair: string): TextEdit[] | undefined {
  if (item.flow) return insertInFlow(text, item, pair);
  const own = ownEntries(item);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return undefined;
  // The first key stands behind the dash: the others are as deep as it is.
  const line = indentAt(text, first.keySpan.start);
  const indent = own[1]
    ? indentAt(text, own[1].keySpan.start)
    : `${line}${' '.repeat(Math.max(2, dashWidth(text, first)))}`;
  return [insertAt(endOfEntry(text, last), `${lineEnding(text)}${indent}${pair}`)];
}

/** How many characters a dash and the white space behind it take ahead of a key. */
function dashWidth(text: string, { keySpan }: Entry): number {
  return /-[ \t]+$/.exec(text.slice(Math.max(0, keySpan.start - 20), keySpan.start))?.[0].length ?? 0;
}

function intoList(
  text: string,
  { value }: ServiceEntry,
  key: Entry,
  item: NewItem,
  deeper: string,
): TextEdit[] | undefined {
  const list = key.value;
  if (list.kind === 'list') return list.aliased || key.merged ? undefined : addItem(text, list, item);
  const isEmpty = list.kind === 'scalar' && list.value === null && !key.merged;
  return isEmpty && value.kind === 'map' && !value.aliased ? fillList(text, value, key, [item], deeper) : undefined;
}

/** Evidence that is only a link is written as that, all else as a map. */
function newItem(values: ItemValues): NewItem {
  const pairs = Object.entries(values).map(([key, value]) => `${key}: ${written(value)}`);
  const [[key, value] = ['', '']] = Object.entries(values);
  if (pairs.length === 1 && key === 'link') return { flow: linkText(String(value)), block: [linkText(String(value))] };
  return { flow: `{ ${pairs.join(', ')} }`, block: pairs };
}

function plainItem(values: ItemValues): unknown {
  const keys = Object.keys(values);
  return keys.length === 1 && keys[0] === 'link' ? values['link'] : values;
}

function written(value: string | true): string {
  if (value === true) return 'true';
  // A day needs no quotes: it is a text to YAML 1.2.
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value : scalarText(value);
}

interface Listed {
  readonly map: MapTree;
  readonly entry: Entry;
  readonly items: ListTree;
}

function listIn(service: ServiceEntry | undefined, list: RecordList): Listed | undefined {
  const map = service?.value;
  const entry = entryOf(map, list);
  if (map?.kind !== 'map' || map.aliased || !entry || entry.merged) return undefined;
  return entry.value.kind === 'list' && !entry.value.aliased ? { map, entry, items: entry.value } : undefined;
}
