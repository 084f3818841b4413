/** Edits of the answers to criteria: a state, evidence, or entries to be answered. */
import type { Assessment, CriterionAnswer, ServiceEntry } from '../assessment';
import { linkText } from '../evidence/links';
import type { CriterionState } from '../vocabulary';
import { parseVariant } from '../parse-variant';
import { addItem, fillList, type NewItem } from '../yaml/list-edit';
import {
  allEdits,
  appendLines,
  insertBelow,
  insertFirst,
  insertInFlow,
  removeEntry,
  replaceValue,
} from '../yaml/map-edit';
import {
  afterColon,
  childIndent,
  indentAt,
  insertAt,
  itemIndent,
  lineEnd,
  lineEnding,
  type TextEdit,
} from '../yaml/text-edit';
import { EditSteps } from '../yaml/edit-steps';
import { entryOf, ownEntries, plainOf, type Entry, type MapTree } from '../yaml/tree';
import { insertService } from './insert-services';
import { addKey, longValue } from './key-edit';
import { serviceRefusal, type EditPlan } from './plan';
import { proven } from './proof';

/** A criterion to write: its id, the text after the colon, and a comment where there is room for one. */
interface NewAnswer {
  readonly id: string;
  readonly value: string;
  readonly comment?: string;
}

/**
 * Plans the edits that answer a criterion, or remove its state (`null`); its evidence and note are kept. Like
 * `planEdit` it never throws, and refuses what it cannot prove to change only this.
 */
export function planAnswer(
  assessment: Assessment,
  service: string,
  criterion: string,
  state: CriterionState | null,
): EditPlan {
  const refusal = serviceRefusal(assessment, service);
  if (refusal) return refusal;
  const answer = assessment.services.get(service)?.criteria.get(criterion);
  if (state === null ? isOpen(answer) : answer?.state?.value === state) return { edits: [] };
  if (state === null) return planRemoval(assessment, service, criterion);
  const path = ['services', service, 'criteria', criterion];
  const present = entryOf(answersOf(assessment.services.get(service))?.value, criterion);
  if (!present) {
    const edits = insertAnswers(assessment, service, [{ id: criterion, value: state }]);
    return proven(assessment, edits, [longForm(assessment, service), { path, value: state }]);
  }
  const edits = present.merged ? undefined : stateEdits(assessment.text, present, state);
  return proven(assessment, edits, [{ path: isLongForm(present.value) ? [...path, 'state'] : path, value: state }]);
}

/** Adds entries for unanswered criteria of a service, each with its text as a comment where there is room. */
export function addCriteria(
  assessment: Assessment,
  service: string,
  criteria: readonly { readonly id: string; readonly text: string }[],
): EditPlan {
  const refusal = serviceRefusal(assessment, service);
  if (refusal) return refusal;
  const known = assessment.services.get(service)?.criteria;
  const fresh = criteria.filter(({ id }) => !known?.has(id));
  if (fresh.length === 0) return { edits: [] };
  const answers = fresh.map(({ id, text }) => ({ id, value: '', comment: text }));
  const changes = fresh.map(({ id }) => ({ path: ['services', service, 'criteria', id], value: null }));
  const edits = insertAnswers(assessment, service, answers);
  return proven(assessment, edits, [longForm(assessment, service), ...changes], { comments: 'more' });
}

/** Plans the edits that cite a document for a criterion; its state is kept. */
export function citeForCriterion(assessment: Assessment, service: string, criterion: string, link: string): EditPlan {
  const refusal = serviceRefusal(assessment, service);
  if (refusal) return refusal;
  const answer = assessment.services.get(service)?.criteria.get(criterion);
  if (answer?.evidence.some((piece) => piece.link.value === link)) return { edits: [] };
  const item = linkText(link);
  const present = entryOf(answersOf(assessment.services.get(service))?.value, criterion);
  const before = present && isLongForm(present.value) ? plainOf(present.value) : undefined;
  const state = answer?.state?.value;
  const listed = (before as { evidence?: unknown[] } | undefined)?.evidence ?? [];
  const value = { ...(before ?? (state && { state })), evidence: [...listed, link] };
  const edits = present
    ? evidenceEdits(assessment.text, present, state, item)
    : insertAnswers(assessment, service, [{ id: criterion, value: `{ evidence: [${item}] }` }]);
  const change = { path: ['services', service, 'criteria', criterion], value };
  return proven(assessment, edits, [longForm(assessment, service), change]);
}

/** The same for several documents: all of them, or none. */
export function citeAllForCriterion(
  assessment: Assessment,
  service: string,
  criterion: string,
  links: readonly string[],
): EditPlan {
  let steps = new EditSteps(assessment.text);
  for (const link of links) {
    const plan = citeForCriterion(parseVariant(steps.text), service, criterion, link);
    if ('refused' in plan) return plan;
    steps = steps.then(plan.edits);
  }
  return { edits: steps.edits() };
}

/** Whether there is no state to remove, valid or not. */
function isOpen(answer: CriterionAnswer | undefined): boolean {
  const state = answer && isLongForm(answer.value) ? entryOf(answer.value, 'state')?.value : answer?.value;
  return !state || (state.kind === 'scalar' && state.value === null);
}

function isLongForm({ kind }: Entry['value']): boolean {
  return kind === 'map';
}

function answersOf(entry: ServiceEntry | undefined): Entry | undefined {
  return entryOf(entry?.value, 'criteria');
}

/** The change of a service to its long form, which these edits may make. */
function longForm(assessment: Assessment, service: string) {
  return { path: ['services', service], value: longValue(assessment.services.get(service)?.value) };
}

function stateEdits(text: string, { keySpan, value }: Entry, state: string): TextEdit[] | undefined {
  if (value.aliased) return undefined;
  if (value.kind !== 'map') return replaceValue(text, { keySpan, value }, state);
  const present = entryOf(value, 'state');
  if (!present) return insertFirst(text, value, `state: ${state}`);
  return present.merged ? undefined : replaceValue(text, present, state);
}

/** Removes a short answer, and with the last one the `criteria` key; removes only the state of a long one. */
function planRemoval(assessment: Assessment, service: string, criterion: string): EditPlan {
  const { text } = assessment;
  const owner = assessment.services.get(service)?.value;
  const all = entryOf(owner, 'criteria');
  const entry = entryOf(all?.value, criterion);
  const path: (string | number)[] = ['services', service, 'criteria'];
  if (!all || !entry || owner?.kind !== 'map' || all.value.kind !== 'map') return proven(assessment, undefined, []);
  const { value } = entry;
  if ([owner, all.value, value].some(({ aliased }) => aliased) || all.merged) return proven(assessment, undefined, []);
  const state = entryOf(value, 'state');
  if (value.kind === 'map' && state && value.entries.length > 1)
    return proven(assessment, removeEntry(text, value, state), [
      { path: [...path, criterion, 'state'], value: undefined },
    ]);
  if (all.value.entries.length > 1)
    return proven(
      assessment,
      removeEntry(text, all.value, entry, true),
      [{ path: [...path, criterion], value: undefined }],
      { comments: 'fewer' },
    );
  const isLast = owner.entries.length === 1;
  const change = isLast ? { path: ['services', service], value: owner.flow ? {} : null } : { path, value: undefined };
  return proven(assessment, removeEntry(text, owner, all, true), [change], { comments: 'fewer' });
}

/** The edits that add answers in the order of their ids; `undefined` where the layout does not allow it. */
function insertAnswers(assessment: Assessment, service: string, answers: readonly NewAnswer[]): TextEdit[] | undefined {
  const { text } = assessment;
  const entry = assessment.services.get(service);
  const all = answersOf(entry);
  const pair = ({ id, value }: NewAnswer) => (value ? `${id}: ${value}` : `${id}:`);
  const line = (answer: NewAnswer) => `${pair(answer)}${answer.comment ? `   # ${answer.comment}` : ''}`;
  const flow = answers.map(pair).join(', ');
  if (!entry || !all) {
    const deeper = childIndent(entry ? indentAt(text, entry.key.start) : '  ');
    const key = { flow: `criteria: { ${flow} }`, block: ['criteria:', ...answers.map((one) => deeper + line(one))] };
    return entry ? addKey(assessment, entry, key) : insertService(assessment, service, { key });
  }
  const { value } = all;
  if (entry.value.kind !== 'map' || entry.value.aliased || all.merged || value.aliased) return undefined;
  if (value.kind === 'map')
    return value.flow ? insertInFlow(text, value, flow) : insertLines(text, value, answers, line);
  return value.kind === 'scalar' && value.value === null
    ? fillMap(text, entry, all, flow, answers.map(line))
    : undefined;
}

/** Inserts each answer below the nearest preceding one, or before all. */
function insertLines(
  text: string,
  map: MapTree,
  answers: readonly NewAnswer[],
  line: (answer: NewAnswer) => string,
): TextEdit[] | undefined {
  const own = ownEntries(map);
  const [first] = own;
  if (!first) return undefined;
  const parts = answers.map((answer) => {
    const before = own.filter(({ key }) => key < answer.id).at(-1);
    return before ? insertBelow(text, before, [line(answer)]) : insertFirst(text, map, line(answer));
  });
  return allEdits(parts);
}

/** Adds the first answers to `criteria` where it has no value. */
function fillMap(
  text: string,
  owner: ServiceEntry,
  { keySpan, value }: Entry,
  flow: string,
  lines: readonly string[],
): TextEdit[] | undefined {
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined || text.slice(colon, value.span.start).trim() !== '') return undefined;
  const end = Math.max(colon, value.span.end);
  if (owner.value.kind === 'map' && owner.value.flow) return [{ span: { start: colon, end }, newText: ` { ${flow} }` }];
  const cleared = end > colon ? [{ span: { start: colon, end }, newText: '' }] : [];
  const indent = indentAt(text, keySpan.start);
  const inner = `${lineEnding(text)}${indent}${childIndent(indentAt(text, owner.key.start))}`;
  return [...cleared, insertAt(lineEnd(text, end), lines.map((one) => inner + one).join(''))];
}

/** Turns a short answer into a long one on its line; adds an item to a long one. */
function evidenceEdits(text: string, entry: Entry, state: string | undefined, item: string): TextEdit[] | undefined {
  const { keySpan: key, value, merged } = entry;
  if (merged || value.aliased || value.kind === 'list') return undefined;
  const pair = `evidence: [${item}]`;
  if (value.kind === 'scalar') return toLongAnswer(text, entry, state, pair);
  const listed = entryOf(value, 'evidence');
  if (!listed) return value.flow ? insertInFlow(text, value, pair) : appendLines(text, value, [pair]);
  if (listed.merged || listed.value.aliased) return undefined;
  const fresh: NewItem = { flow: item, block: [item] };
  if (listed.value.kind === 'list') return addItem(text, listed.value, fresh);
  return fillList(text, value, listed, [fresh], itemIndent(text, indentAt(text, key.start)));
}

function toLongAnswer(
  text: string,
  { keySpan, value }: Entry,
  state: string | undefined,
  pair: string,
): TextEdit[] | undefined {
  const colon = afterColon(text, keySpan.end);
  const isUnreadable = state === undefined && value.kind === 'scalar' && value.value !== null;
  if (colon === undefined || isUnreadable || text.slice(colon, value.span.start).trim() !== '') return undefined;
  const span = { start: colon, end: Math.max(colon, value.span.end) };
  return [{ span, newText: ` { ${state ? `state: ${state}, ` : ''}${pair} }` }];
}
