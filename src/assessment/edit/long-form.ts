/** Converts between the two forms of a service: `"1.1": 3`, and the long form with keys on their own lines. */
import type { Assessment, ServiceEntry } from '../assessment';
import { commentsOf } from '../yaml/comments';
import { afterColon, lineEnd, trimmedEnd, type TextEdit } from '../yaml/text-edit';
import { entryOf, type Entry } from '../yaml/tree';
import { longValue, shortToFlow, shortToLong } from './key-edit';
import { byHand, type EditPlan } from './plan';
import { proven } from './proof';

/**
 * Comments closer than this many spaces may share a column by chance, which would be lost in the other form: converting
 * there and back must give the same file.
 */
const deliberate = 4;

/** Converts a short form into a long one with the same score. */
export function toLongForm(assessment: Assessment, entry: ServiceEntry): EditPlan {
  const { text, tree } = assessment;
  if (entry.value.kind !== 'scalar' || entry.value.aliased) return byHand;
  const services = entryOf(tree, 'services')?.value;
  const inFlow = services?.kind === 'map' && services.flow;
  const empty = entry.score ? [] : ['score:'];
  const edits = inFlow ? shortToFlow(text, entry, empty.join()) : shortToLong(text, entry, empty);
  const value = { score: null, ...longValue(entry.value) };
  return proven(assessment, edits, [{ path: ['services', entry.id], value }], { leastBlanks: deliberate });
}

/** Whether a service has a long form with nothing but a score. */
export function isOnlyScore({ value }: ServiceEntry): boolean {
  return (
    value.kind === 'map' &&
    value.entries.length === 1 &&
    value.entries[0]?.key === 'score' &&
    value.entries[0].value.kind === 'scalar'
  );
}

/** Converts a long form with nothing but a score into a short one; refused where a comment would have no place. */
export function toShortForm(assessment: Assessment, entry: ServiceEntry): EditPlan {
  const { text } = assessment;
  const { value } = entry;
  const score = entryOf(value, 'score');
  if (value.kind !== 'map' || value.aliased || !score || !isOnlyScore(entry)) return byHand;
  const edits = value.flow ? flowToShort(text, entry, score) : blockToShort(text, entry, score);
  const plain = score.value.kind === 'scalar' ? score.value.value : null;
  return proven(assessment, edits, [{ path: ['services', entry.id], value: plain }], { leastBlanks: deliberate });
}

function flowToShort(text: string, { value, key }: ServiceEntry, score: Entry): TextEdit[] | undefined {
  if (commentsOf(text.slice(value.span.start, value.span.end)).length > 0) return undefined;
  const written = scoreText(text, score);
  const colon = afterColon(text, key.end);
  return written || colon === undefined
    ? [{ span: value.span, newText: written }]
    : [{ span: { start: colon, end: value.span.end }, newText: '' }];
}

/** Keeps a comment on the service's line, or moves one after the score there, if it is the only one. */
function blockToShort(text: string, { key }: ServiceEntry, score: Entry): TextEdit[] | undefined {
  const colon = afterColon(text, key.end);
  if (colon === undefined) return undefined;
  const written = scoreText(text, score) && ` ${scoreText(text, score)}`;
  const scoreColon = afterColon(text, score.keySpan.end) ?? score.keySpan.end;
  const end = trimmedEnd(text, scoreColon, Math.max(scoreColon, score.value.span.end));
  const between = text.slice(colon, score.keySpan.start);
  if (between.trim() === '') return [{ span: { start: colon, end }, newText: written }];
  const firstEnd = lineEnd(text, colon);
  const alone =
    /^[ \t]*#/.test(between) &&
    text.slice(firstEnd, score.keySpan.start).trim() === '' &&
    text.slice(end, lineEnd(text, end)).trim() === '';
  if (!alone) return undefined;
  const removed = { span: { start: firstEnd, end: lineEnd(text, end) }, newText: '' };
  return written ? [{ span: { start: colon, end: colon }, newText: written }, removed] : [removed];
}

/** The source text of the score; empty where there is none. */
function scoreText(text: string, { value }: Entry): string {
  return value.kind === 'scalar' && value.value !== null ? text.slice(value.span.start, value.span.end) : '';
}
