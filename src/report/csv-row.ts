/** What one row of a table wishes to change in its service. */
import type { Intent } from '../assessment/edit';
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { ServiceState } from '../scoring/score';
import { recordColumns, type EditableColumn, type RecordColumn } from './csv-columns';
import type { TableRow } from './csv-read';

/** What a service says now, as its cells would. */
export interface Current {
  readonly state: ServiceState;
  /** The target in force is the service's own. */
  readonly ownTarget: boolean;
  readonly cells: Readonly<Record<EditableColumn, string>>;
  readonly records: Readonly<Record<RecordColumn, string>>;
}

type Unaddressed<T> = T extends Intent ? Omit<T, 'service'> : never;

export type Wish =
  | { readonly kind: 'intent'; readonly intent: Unaddressed<Intent> }
  /** `null` takes the service's own target away. */
  | { readonly kind: 'target'; readonly target: number | null }
  /** An empty note is taken away. */
  | { readonly kind: 'note'; readonly note: string };

export interface RowProblem {
  readonly kind: 'error' | 'note';
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** What a row wishes, and what is to be said of it; after an error it wishes nothing. */
export interface Reading {
  readonly wishes: readonly Wish[];
  readonly problems: readonly RowProblem[];
}

/** Takes a value away. */
const nothing = '-';
/** More characters no cell of Excel holds. */
const longestCell = 32_767;

/**
 * Reads a row against what its service says now (`undefined` where the sheet has no such service); `double` is another row
 * of the same service: which of the two is meant can not be told.
 */
export function readRow({ cells, tooLong }: TableRow, current: Current | undefined, double?: number): Reading {
  if (!current) return failed('import.unknown-service');
  if (double !== undefined) return failed('import.duplicate', { row: double });
  if (tooLong) return failed('import.too-many-cells');
  const parts = [readScore(cells, current), readTarget(cells.target, current), readNote(cells.note, current), readRecords(cells, current)];
  const problems = parts.flatMap((part) => part.problems);
  const fails = problems.some(({ kind }) => kind === 'error');
  return { wishes: fails ? [] : parts.flatMap(({ wishes }) => wishes), problems };
}

function failed(key: MessageKey, parameters: MessageParameters = {}): Reading {
  return { wishes: [], problems: [{ kind: 'error', key, parameters }] };
}

function remarked(key: MessageKey, parameters: MessageParameters): Reading {
  return { wishes: [], problems: [{ kind: 'note', key, parameters }] };
}

function wished(wish: Wish): Reading {
  return { wishes: [wish], problems: [] };
}

const unchanged: Reading = { wishes: [], problems: [] };

/** Score and exclusion, of which a service has one: what is given takes the place of the other. */
function readScore(cells: TableRow['cells'], { state, cells: now }: Current): Reading {
  const score = plain(cells.score);
  const reason = isSame(cells.excluded, now.excluded) ? now.excluded : (cells.excluded ?? '');
  const isScored = score !== '' && score !== nothing;
  const isExcluded = reason !== '' && (reason === now.excluded || plain(reason) !== nothing);
  if (isScored && isExcluded) return failed('import.both');
  if ((isScored || isExcluded) && state === 'out-of-scope') return failed('import.out-of-scope');
  if (isScored) return readNumber(score, now.score);
  if (isExcluded) return reason === now.excluded ? unchanged : wished({ kind: 'intent', intent: { kind: 'exclude', reason: reason.trim() } });
  return readNoScore(score, reason, cells, { state, now });
}

/** Neither is given: one of them is taken away, or left empty. */
function readNoScore(score: string, reason: string, cells: TableRow['cells'], { state, now }: { state: ServiceState; now: Current['cells'] }): Reading {
  if (state === 'excluded' && plain(reason) === nothing) return wished({ kind: 'intent', intent: { kind: 'include' } });
  if (state === 'scored' && score === nothing) return wished({ kind: 'intent', intent: { kind: 'score', score: null } });
  return (['score', 'excluded'] as const).map((column) => isEmptied(column, cells, now)).find(Boolean) ?? unchanged;
}

function isEmptied(column: EditableColumn, cells: TableRow['cells'], now: Current['cells']): Reading | undefined {
  return cells[column] !== undefined && now[column] !== '' ? emptied(column, now[column]) : undefined;
}

function readNumber(text: string, now: string): Reading {
  if (!/^[0-5]([.,]0+)?$/.test(text)) return failed('import.bad-score', { value: text });
  const score = Number(text[0]);
  return String(score) === now ? unchanged : wished({ kind: 'intent', intent: { kind: 'score', score } });
}

function readTarget(cell: string | undefined, { ownTarget, cells: now }: Current): Reading {
  const text = plain(cell);
  if (cell === undefined) return unchanged;
  if (text === '') return emptied('target', now.target);
  if (text === nothing) return ownTarget ? wished({ kind: 'target', target: null }) : unchanged;
  const target = /^\d([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!(target <= 5)) return failed('import.bad-target', { value: text });
  return target === Number(now.target) ? unchanged : wished({ kind: 'target', target });
}

function readNote(cell: string | undefined, { cells: { note: now } }: Current): Reading {
  if (cell === undefined || isSame(cell, now)) return unchanged;
  if (cell === '') return emptied('note', now);
  if (cell.length >= longestCell - 1 && now.startsWith(cell.slice(0, -1))) return remarked('import.cut-off', { column: 'note' });
  if (plain(cell) === nothing) return now === '' ? unchanged : wished({ kind: 'note', note: '' });
  return wished({ kind: 'note', note: cell });
}

/** Evidence and plan have more to them than a cell can say. */
function readRecords(cells: TableRow['cells'], { records }: Current): Reading {
  const changed = recordColumns.filter((column) => {
    const cell = cells[column];
    return cell !== undefined && !isSame(cell, records[column]) && !(records[column] === '' && plain(cell) === nothing);
  });
  return { wishes: [], problems: changed.map((column) => ({ kind: 'note', key: 'import.read-only', parameters: { column } })) };
}

function emptied(column: EditableColumn, value: string): Reading {
  return remarked('import.emptied', { column, value: value.length > 40 ? `${value.slice(0, 39)}…` : value });
}

/** A number as people write it: `３` is 3. */
function plain(cell: string | undefined): string {
  return (cell ?? '').normalize('NFKC').trim();
}

/** Whether a cell says what the file says, if need be as a spreadsheet writes it that took a text for a number, a day or a truth. */
function isSame(cell: string | undefined, now: string): boolean {
  if (cell === undefined || cell === now) return cell === now;
  const [given, own] = [retyped(cell), retyped(now)];
  return own !== undefined && given === own;
}

function retyped(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  if (year) return `day ${year} ${Number(month)} ${Number(day)}`;
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return /^\d+(\.\d+)?$/.test(text) ? `number ${Number(text)}` : undefined;
}
