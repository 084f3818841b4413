/** What one row of a table asks to change in its service. */
import type { CriterionState } from '../assessment/criterion-states';
import type { Intent } from '../assessment/edit/edit';
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { ServiceState } from '../scoring/score';
import { levelCalled, targetCalled } from '../sheet/sheet';
import { isDash, noValue } from './cell-text';
import { editableColumns, recordColumns, type EditableColumn } from './csv-columns';
import { readAnswers } from './csv-criteria';
import type { Current } from './csv-current';
import type { TableRow } from './csv-read';
import type { ResolvedRow } from './csv-resolve';

type Unaddressed<T> = T extends Intent ? Omit<T, 'service'> : never;

export type RowIntent =
  | { readonly kind: 'state'; readonly intent: Unaddressed<Intent> }
  /** `null` removes the service's own target. */
  | { readonly kind: 'target'; readonly target: number | null }
  /** An empty note removes it. */
  | { readonly kind: 'note'; readonly note: string }
  /** `null` removes the answer to a criterion. */
  | { readonly kind: 'answer'; readonly criterion: string; readonly state: CriterionState | null };

export interface RowProblem {
  readonly kind: 'error' | 'note';
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** What a row asks for, and its problems; a row with an error asks for nothing. */
export interface Reading {
  readonly intents: readonly RowIntent[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads a row against what its service says now (`undefined` where the sheet has no such service). `double` is another
 * row of the same service, which makes both ambiguous.
 */
export function readRow(row: ResolvedRow, current: Current | undefined, double?: number): Reading {
  const { cells, tooLong, unclear } = row;
  if (!current) return failed('import.unknown-service');
  if (double !== undefined) return failed('import.duplicate', { row: double });
  if (tooLong) return failed('import.too-many-cells');
  const valueless = editableColumns.find((column) => cells[column] === noValue);
  if (valueless) return failed('import.no-value', { column: valueless });
  const unread = unclear.map(({ column, key }) => remarked(key, { column }));
  const read = [
    readScore(cells, current),
    readTarget(cells.target, current),
    readNote(cells.note, current),
    readCriteria(cells.criteria, current),
  ];
  const parts = [...unread, ...read, readRecords(cells, current)];
  const problems = parts.flatMap((part) => part.problems);
  const fails = problems.some(({ kind }) => kind === 'error');
  return { intents: fails ? [] : parts.flatMap(({ intents }) => intents), problems };
}

function failed(key: MessageKey, parameters: MessageParameters = {}): Reading {
  return { intents: [], problems: [{ kind: 'error', key, parameters }] };
}

function remarked(key: MessageKey, parameters: MessageParameters): Reading {
  return { intents: [], problems: [{ kind: 'note', key, parameters }] };
}

function asks(intent: RowIntent): Reading {
  return { intents: [intent], problems: [] };
}

const unchanged: Reading = { intents: [], problems: [] };

/** Score and exclusion exclude each other: the one given replaces the other. */
function readScore(cells: TableRow['cells'], { state, cells: now }: Current): Reading {
  const score = plain(cells.score);
  const reason = cells.excluded ?? '';
  const isScored = score !== '' && !isDash(score);
  const isExcluded = reason !== '' && (reason === now.excluded || !isDash(reason));
  if (isScored && isExcluded) return failed('import.both');
  if ((isScored || isExcluded) && state === 'out-of-scope') return failed('import.out-of-scope');
  if (isScored) return readNumber(score, now.score);
  if (isExcluded)
    return reason === now.excluded
      ? unchanged
      : asks({ kind: 'state', intent: { kind: 'exclude', reason: reason.trim() } });
  return readNoScore(score, reason, cells, { state, now });
}

/** Neither is given: the present one is removed, or there is none. */
function readNoScore(
  score: string,
  reason: string,
  cells: TableRow['cells'],
  { state, now }: { state: ServiceState; now: Current['cells'] },
): Reading {
  if (state === 'excluded' && isDash(reason)) return asks({ kind: 'state', intent: { kind: 'include' } });
  if (state === 'scored' && isDash(score)) return asks({ kind: 'state', intent: { kind: 'score', score: null } });
  return (['score', 'excluded'] as const).map((column) => isEmptied(column, cells, now)).find(Boolean) ?? unchanged;
}

function isEmptied(column: EditableColumn, cells: TableRow['cells'], now: Current['cells']): Reading | undefined {
  return cells[column] !== undefined && now[column] !== '' ? emptied(column, now[column]) : undefined;
}

function readNumber(text: string, now: string): Reading {
  const score = levelCalled(text.replace(/[.,]0+$/, ''));
  if (score === undefined) return failed('import.bad-score', { value: text });
  return String(score) === now ? unchanged : asks({ kind: 'state', intent: { kind: 'score', score } });
}

function readTarget(cell: string | undefined, { ownTarget, cells: now }: Current): Reading {
  const text = plain(cell);
  if (cell === undefined) return unchanged;
  if (text === '') return emptied('target', now.target);
  if (isDash(text)) return ownTarget ? asks({ kind: 'target', target: null }) : unchanged;
  const target = targetCalled(text.replace(',', '.'));
  if (target === undefined) return failed('import.bad-target', { value: text });
  return target === Number(now.target) ? unchanged : asks({ kind: 'target', target });
}

function readNote(cell: string | undefined, { cells: { note: now } }: Current): Reading {
  if (cell === undefined || cell === now) return unchanged;
  if (cell === '') return emptied('note', now);
  if (isDash(cell)) return now === '' ? unchanged : asks({ kind: 'note', note: '' });
  return asks({ kind: 'note', note: cell });
}

/** Answers to criteria; their evidence and notes have parts that a cell cannot hold. */
function readCriteria(cell: string | undefined, { criteria, answers, cells: { criteria: now } }: Current): Reading {
  if (cell === undefined || cell === now) return unchanged;
  if (cell === '') return emptied('criteria', now);
  if (isDash(cell)) return { ...unchanged, intents: answeredIn(answers).map((id) => answer(id, null)) };
  const given = readAnswers(cell, answers, criteria);
  if ('refused' in given) return failed(given.refused, given.parameters);
  const changed = given.answers.filter(({ criterion, state }) => (answers.get(criterion)?.state ?? null) !== state);
  const kept = given.answers.filter(({ criterion, details }) => details !== (answers.get(criterion)?.details ?? ''));
  return {
    intents: changed.map(({ criterion, state }) => answer(criterion, state)),
    problems: [
      ...kept.flatMap(({ criterion: id }) => remarked('import.criterion-details', { id }).problems),
      ...(given.gone.length ? remarked('import.criteria-gone', { ids: given.gone.join(', ') }).problems : []),
    ],
  };
}

function answeredIn(answers: Current['answers']): string[] {
  return [...answers].flatMap(([id, { state }]) => (state === null ? [] : id));
}

function answer(criterion: string, state: CriterionState | null): RowIntent {
  return { kind: 'answer', criterion, state };
}

/** Evidence and plan are read-only: they have parts that a cell cannot hold. */
function readRecords(cells: TableRow['cells'], { cells: now }: Current): Reading {
  const changed = recordColumns.filter((column) => {
    const cell = cells[column];
    return cell !== undefined && cell !== now[column] && !(now[column] === '' && isDash(cell));
  });
  return { intents: [], problems: changed.flatMap((column) => remarked('import.read-only', { column }).problems) };
}

function emptied(column: EditableColumn, value: string): Reading {
  return remarked('import.emptied', { column, value: value.length > 40 ? `${value.slice(0, 39)}…` : value });
}

/** A number in plain digits: `３` is 3. */
function plain(cell: string | undefined): string {
  return (cell ?? '').normalize('NFKC').trim();
}
