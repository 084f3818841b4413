/** A service's two forms: `"1.1": 3`, and the long one with its keys on lines of their own. */
import type { Assessment, ServiceEntry } from '../assessment';
import { afterColon, commentsOf, lineEnd, trimmedEnd, type TextEdit } from '../yaml/text-edit';
import { entryOf, type Entry } from '../yaml/tree';
import { longValue, shortToFlow, shortToLong } from './key-edit';
import { byHand, type EditPlan } from './plan';
import { proven } from './proof';

/**
 * Comments nearer than this may share a column by chance, and then not once the other form is chosen: there and back
 * has to be the same file.
 */
const deliberate = 4;

/** Turns a short form into a long one with the same score. */
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

/** Whether a service has a long form that says nothing but its score. */
export function isOnlyScore({ value }: ServiceEntry): boolean {
  return (
    value.kind === 'map' &&
    value.entries.length === 1 &&
    value.entries[0]?.key === 'score' &&
    value.entries[0].value.kind === 'scalar'
  );
}

/** Turns a long form that holds nothing but a score into a short one; refused where a comment would have no place. */
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

/** A comment on the service's line stays there; one behind the score comes along, if it is the only one. */
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

/** The score as it is written; empty where there is none. */
function scoreText(text: string, { value }: Entry): string {
  return value.kind === 'scalar' && value.value !== null ? text.slice(value.span.start, value.span.end) : '';
}
