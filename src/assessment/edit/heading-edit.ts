/** Edits of a file's own facts, above its services: subject, day, assessors, and the overall target. */
import type { Assessment } from '../assessment';
import { insertBelow, insertInFlow, removeEntry, replaceValue } from '../yaml/map-edit';
import { insertAt, lineEnding, lineStart, scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, ownEntries, type Entry, type MapTree } from '../yaml/tree';
import { keysOf } from '../keys';
import { proven } from './proof';
import { byHand, type EditPlan } from './plan';

/** The keys that can be set, with the types of their values. */
export interface HeadingValues {
  readonly subject: string;
  /** A day, `YYYY-MM-DD`. */
  readonly assessed: string;
  readonly assessors: readonly string[];
  readonly target: number;
}

/** Sets a value of the file; without a value the key is removed. */
export function setHeading<K extends keyof HeadingValues>(
  assessment: Assessment,
  key: K,
  value: HeadingValues[K] | undefined,
): EditPlan {
  const { text, tree } = assessment;
  if (tree?.kind !== 'map' || tree.aliased) return byHand;
  const present = entryOf(tree, key);
  const change = { path: [key], value };
  if (value === undefined)
    return present ? proven(assessment, removeEntry(text, tree, present), [change]) : { edits: [] };
  const written = writtenValue(value);
  const edits = present ? replaced(text, present, written) : added(text, tree, key, `${key}: ${written}`);
  return proven(assessment, edits, [change]);
}

function replaced(text: string, entry: Entry, written: string): TextEdit[] | undefined {
  const { keySpan, value, merged } = entry;
  if (merged || value.aliased || value.kind === 'map') return undefined;
  if (value.kind === 'scalar') return replaceValue(text, entry, written);
  if (value.flow) return [{ span: value.span, newText: written }];
  // A list on several lines becomes a flow list, unless that would remove comments.
  const span = { start: keySpan.end, end: endOfValue(text, value.span.end) };
  return text.slice(span.start, span.end).includes('#') ? undefined : [{ span, newText: `: ${written}` }];
}

function endOfValue(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

/** Adds a line after the last of the keys that usually precede it. */
function added(text: string, tree: MapTree, key: string, pair: string): TextEdit[] | undefined {
  if (tree.flow) return insertInFlow(text, tree, pair);
  const before = keysOf.assessment.slice(0, keysOf.assessment.indexOf(key));
  const own = ownEntries(tree);
  const above = own.findLast((entry) => before.includes(entry.key));
  if (above) return insertBelow(text, above, [pair]);
  const [first] = own;
  return first ? [insertAt(lineStart(text, first.keySpan.start), `${pair}${lineEnding(text)}`)] : undefined;
}

function writtenValue(value: HeadingValues[keyof HeadingValues]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : scalarText(value);
  return `[${value.map(scalarText).join(', ')}]`;
}
