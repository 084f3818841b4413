/** Edits of single pieces of evidence and single actions, for forms: add, remove, or change one value. */
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

/** The lists of a service, each with the required key of its items. */
const mainKeys = { evidence: 'link', plan: 'action' } as const;
export type RecordList = keyof typeof mainKeys;

/** The values of an item by key: texts, days, or `true` for a completed action. */
export type ItemValues = Readonly<Record<string, string | true>>;

/**
 * Adds an item after the others, adding the service where the file does not have it; refused where the layout does not
 * allow it.
 */
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
 * The present index of an item seen at a position: that position, or else the only one with its text; `undefined` when
 * it is gone.
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

/** Removes an item with its trailing comment; with the only one the key is removed. */
export function removeRecord(assessment: Assessment, id: string, list: RecordList, index: number): EditPlan {
  const { map, entry, items } = listIn(assessment.services.get(id), list) ?? {};
  if (!map || !entry || !items?.items[index]) return byHand;
  const edits = removeItem(assessment.text, map, entry, index);
  return proven(assessment, edits, [removal(['services', id], list, index, items, map)], { comments: 'fewer' });
}

/**
 * The change made by removing an item: with the only item its key is removed, with the only key the service becomes
 * empty.
 */
function removal(service: string[], list: RecordList, index: number, { items }: ListTree, map: MapTree): Change {
  if (items.length > 1) return { path: [...service, list, index], value: undefined };
  if (map.entries.length > 1) return { path: [...service, list], value: undefined };
  return { path: service, value: map.flow ? {} : null };
}

/** Sets the value of one key of an item; without a value the key is removed. */
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
  const edits = itemEdits(assessment.text, item, list, key, value);
  const path = ['services', id, list, index];
  const isBare = item.kind === 'scalar' && key === mainKeys[list];
  return proven(assessment, edits, [{ path, value: isBare ? value : after }]);
}

/** The edits that set or remove the value of one key of an item; `undefined` where the layout does not allow it. */
export function itemEdits(
  text: string,
  item: Tree,
  list: RecordList,
  key: string,
  value: string | true | undefined,
): TextEdit[] | undefined {
  return item.kind === 'map' ? keyEdits(text, item, key, value) : scalarEdits(text, item, list, key, value);
}

/** Edits for evidence written as a bare link: replaces the link, or turns it into a map for other keys. */
function scalarEdits(
  text: string,
  item: Tree,
  list: RecordList,
  key: string,
  value: string | true | undefined,
): TextEdit[] | undefined {
  if (value === undefined || list !== 'evidence') return undefined;
  const { span } = item;
  if (key === mainKeys[list]) return [{ span, newText: linkText(String(value)) }];
  const source = text.slice(span.start, span.end);
  const link = linkText(String(plainOf(item)));
  // Some texts that are plain on a line of their own need quotes in a flow map.
  if (!/^["']/.test(source) && source !== link)
    return [{ span, newText: `{ link: ${link}, ${key}: ${written(value)} }` }];
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

/** Adds a key after the others of an item. */
export function addToItem(text: string, item: MapTree, pair: string): TextEdit[] | undefined {
  if (item.flow) return insertInFlow(text, item, pair);
  const own = ownEntries(item);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return undefined;
  // The first key follows the dash; the others are aligned with it.
  const line = indentAt(text, first.keySpan.start);
  const indent = own[1]
    ? indentAt(text, own[1].keySpan.start)
    : `${line}${' '.repeat(Math.max(2, dashWidth(text, first)))}`;
  return [insertAt(endOfEntry(text, last), `${lineEnding(text)}${indent}${pair}`)];
}

/** The number of characters of a dash and the white space after it, before a key. */
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

/** Evidence with a link only is written as a bare link, everything else as a map. */
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

/** A value as it is written in the file. */
export function written(value: string | true): string {
  if (value === true) return 'true';
  // A day needs no quotes, since it is a text in YAML 1.2; nor does a digest, unless it looks like a number.
  return /^\d{4}-\d\d-\d\d$|^(?=.*[a-df])[0-9a-f]{64}$/.test(value) ? value : scalarText(value);
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
