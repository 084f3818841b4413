/** Edits of the state of a service: its score or its exclusion. */
import type { Assessment, ServiceEntry } from '../assessment';
import { allEdits, clearValue, hasProperties, removeEntry, replaceValue, valueSpan, writeKey } from '../yaml/map-edit';
import {
  afterColon,
  childIndent,
  indentAt,
  insertAt,
  lineEnd,
  lineEnding,
  scalarText,
  type TextEdit,
} from '../yaml/text-edit';
import { entryOf } from '../yaml/tree';

/** Sets the score of a service, in place of an exclusion. `undefined` where the layout does not allow it. */
export function writeScore(text: string, entry: ServiceEntry, score: number): TextEdit[] | undefined {
  const { key, value } = entry;
  if (value.kind === 'scalar') return replaceValue(text, { keySpan: key, value }, String(score));
  if (value.aliased || value.kind === 'list') return undefined;
  return writeKey(text, value, 'score', String(score), 'excluded');
}

/** Excludes a service, in place of its score. `undefined` where the layout does not allow it. */
export function writeExclusion(
  { text, tree }: Assessment,
  entry: ServiceEntry,
  reason: string,
): TextEdit[] | undefined {
  const { value } = entry;
  const written = scalarText(reason);
  if (value.kind === 'map') return value.aliased ? undefined : writeKey(text, value, 'excluded', written, 'score');
  if (value.kind === 'list') return undefined;
  const colon = afterColon(text, entry.key.end);
  if (colon === undefined || hasProperties(text, colon, value.span.start)) return undefined;
  const cleared: TextEdit = { span: valueSpan(text, colon, value.span), newText: '' };
  const services = entryOf(tree, 'services')?.value;
  if (services?.kind === 'map' && services.flow) return [{ span: cleared.span, newText: ` { excluded: ${written} }` }];
  const indent = indentAt(text, entry.key.start);
  const line = `${lineEnding(text)}${indent}${childIndent(indent)}excluded: ${written}`;
  const end = lineEnd(text, cleared.span.end);
  if (end === cleared.span.end) return [{ span: cleared.span, newText: line }];
  return [...(cleared.span.end > cleared.span.start ? [cleared] : []), insertAt(end, line)];
}

/**
 * Removes an exclusion, and with `clearsScore` the value of the score; keeps the rest. `undefined` where the layout
 * does not allow it.
 */
export function includeAgain(text: string, entry: ServiceEntry, clearsScore: boolean): TextEdit[] | undefined {
  const { key, value } = entry;
  if (value.aliased || value.kind === 'list') return undefined;
  if (value.kind === 'scalar') return clearValue(text, { keySpan: key, value });
  return allEdits(
    value.entries.flatMap((item) => {
      if (item.key === 'excluded') return [removeEntry(text, value, item)];
      return item.key === 'score' && clearsScore ? [clearValue(text, item)] : [];
    }),
  );
}
