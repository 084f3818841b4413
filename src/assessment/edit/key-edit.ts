/** Edits that add a key to a service, or remove one, in every form of its entry. */
import type { Assessment, ServiceEntry } from '../assessment';
import { appendLines, insertInFlow, removeEntry } from '../yaml/map-edit';
import { afterColon, childIndent, insertAt, lineEnd, lineEnding, lineStart, type TextEdit } from '../yaml/text-edit';
import { entryOf, plainOf, type Tree } from '../yaml/tree';
import { byHand, type EditPlan } from './plan';
import { proven } from './proof';

/**
 * A key with its value, as written in a flow map and as lines of a block; the lines after the first include their
 * indentation.
 */
export interface NewKey {
  readonly flow: string;
  readonly block: readonly string[];
}

/** The content of a service in its long form; a bare score becomes `score`. */
export function longValue(value: Tree | undefined): Record<string, unknown> {
  if (value?.kind === 'map') return plainOf(value) as Record<string, unknown>;
  return value?.kind === 'scalar' && value.value !== null ? { score: value.value } : {};
}

/** The edits that add a missing key after the others of a service; a short form becomes a long one. */
export function addKey({ text, tree }: Assessment, entry: ServiceEntry, key: NewKey): TextEdit[] | undefined {
  const { value } = entry;
  if (value.aliased || value.kind === 'list') return undefined;
  if (value.kind === 'map')
    return value.flow ? insertInFlow(text, value, key.flow) : appendLines(text, value, key.block);
  const services = entryOf(tree, 'services')?.value;
  return services?.kind === 'map' && services.flow
    ? shortToFlow(text, entry, key.flow)
    : shortToLong(text, entry, key.block);
}

/** Turns `"1.1": 3   # comment` into a long form with these lines; what follows the score stays on the first line. */
export function shortToLong(
  text: string,
  { key, value, score }: ServiceEntry,
  lines: readonly string[],
): TextEdit[] | undefined {
  const indent = text.slice(lineStart(text, key.start), key.start);
  const colon = plainColon(text, key.end, value);
  if (colon === undefined || indent.trim() !== '') return undefined;
  const inner = `${lineEnding(text)}${indent}${childIndent(indent)}`;
  const end = Math.max(colon, value.span.end);
  const kept = score ? [`score: ${text.slice(score.span.start, score.span.end)}`] : [];
  const cleared = end > colon ? [{ span: { start: colon, end }, newText: '' }] : [];
  return [...cleared, insertAt(lineEnd(text, end), [...kept, ...lines].map((line) => inner + line).join(''))];
}

/** Turns `"1.1": 3` into `"1.1": { score: 3, … }`; an empty `pair` adds nothing. */
export function shortToFlow(text: string, { key, value, score }: ServiceEntry, pair: string): TextEdit[] | undefined {
  const colon = plainColon(text, key.end, value);
  if (colon === undefined) return undefined;
  const kept = score ? `score: ${text.slice(score.span.start, score.span.end)}` : '';
  const span = { start: colon, end: Math.max(colon, value.span.end) };
  return [{ span, newText: ` { ${[kept, pair].filter(Boolean).join(', ')} }` }];
}

/** The offset after the colon, unless an anchor, a tag or a comment precedes the value. */
function plainColon(text: string, keyEnd: number, value: Tree): number | undefined {
  const colon = afterColon(text, keyEnd);
  return colon !== undefined && text.slice(colon, value.span.start).trim() === '' ? colon : undefined;
}

/** Removes a key from a service's long form. */
export function removeKey(assessment: Assessment, id: string, key: 'score' | 'excluded' | 'note' | 'target'): EditPlan {
  const value = assessment.services.get(id)?.value;
  const entry = entryOf(value, key);
  if (value?.kind !== 'map' || value.aliased || !entry) return byHand;
  const edits = removeEntry(assessment.text, value, entry);
  const isLast = value.entries.length === 1;
  const change = { path: ['services', id], value: value.flow ? {} : null };
  return proven(assessment, edits, isLast ? [change] : [], { gone: entry });
}
