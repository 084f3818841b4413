/** The columns of the table for spreadsheets, and the cells of those that can be read back. */
import type { ServiceEntry } from '../assessment/assessment';
import { onOneLine } from '../messages/one-line';
import type { ScoredService } from '../scoring/score';
import { printable } from './printable';

/** Columns whose cells are read back, and those that explain them. Their names are the same in every language. */
export const editableColumns = ['score', 'target', 'excluded', 'note'] as const;
export type EditableColumn = (typeof editableColumns)[number];

/** Columns that are only read; a change there can not be taken over. */
export const recordColumns = ['evidence', 'plan'] as const;
export type RecordColumn = (typeof recordColumns)[number];

export const columns = [
  ...(['id', 'area', 'title', 'state'] as const),
  ...editableColumns,
  ...(['gap', 'level_summary', 'level_description', 'next_level', 'next_summary', 'next_description'] as const),
  ...recordColumns,
];
export type Column = (typeof columns)[number];

/** What a service says in the columns that can be read back. A target is the one in force, wherever it is set. */
export function editableCells({ state, score, target, reason }: ScoredService, entry: ServiceEntry | undefined): Record<EditableColumn, string> {
  return {
    score: score === null ? '' : String(score),
    target: String(target),
    excluded: state === 'excluded' ? cellText(reason ?? '') : '',
    note: cellText(entry?.note?.value ?? ''),
  };
}

/** Evidence and actions, one a line, with the keys they have in the file. */
export function recordCells(entry: ServiceEntry | undefined): Record<RecordColumn, string> {
  const evidence = entry?.evidence.map(({ link, collected, expires, note }) => line(link.value, { collected: collected?.value, expires: expires?.value, note: note?.value }));
  const plan = entry?.plan.map(({ action, owner, due, done }) => line(action.value, { owner: owner?.value, due: due?.value, done: done || undefined }));
  return { evidence: cellText(evidence?.join('\n') ?? ''), plan: cellText(plan?.join('\n') ?? '') };
}

function line(text: string, more: Readonly<Record<string, string | boolean | undefined>>): string {
  const given = Object.entries(more).filter(([, value]) => value !== undefined);
  const parts = given.map(([key, value]) => (value === true ? key : `${key}: ${String(value).trim()}`));
  return onOneLine([text.trim(), ...parts].join('; '));
}

/** A text as a cell holds it: with one kind of line break, and without what would not show or a terminal would act on. */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  return lines.map((line) => line.split('\t').map(printable).join('\t')).join('\n');
}

/** What a spreadsheet takes for a formula, also behind the apostrophes that were put before it. */
const formula = /^'*[=+\-@\t\n\r\uff1d\uff0b\uff0d\uff20]/;

/** A text that no spreadsheet takes for a formula: an apostrophe is put before one that looks so. */
export function defused(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text of a defused cell, also where a spreadsheet has dropped the apostrophe. */
export function undefused(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
