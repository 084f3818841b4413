/** The columns of the table for spreadsheets, and the cells of those that can be read back. */
import type { ServiceEntry } from '../assessment/assessment';
import { onOneLine } from '../messages/one-line';
import type { ScoredService } from '../scoring/score';
import { withoutLogCommands } from '../messages/log-commands';
import { printable } from '../messages/printable';

/** Columns whose cells are read back, and those that explain them. Their names are the same in every language. */
export const editableColumns = ['score', 'target', 'excluded', 'note'] as const;
export type EditableColumn = (typeof editableColumns)[number];

/** Columns that are only read; a change there cannot be taken over. */
export const recordColumns = ['evidence', 'plan'] as const;
export type RecordColumn = (typeof recordColumns)[number];

export const columns = [
  'id',
  'area',
  'title',
  'state',
  ...editableColumns,
  'gap',
  'level_summary',
  'level_description',
  'next_level',
  'next_summary',
  'next_description',
  ...recordColumns,
] as const;
export type Column = (typeof columns)[number];

/** The same columns as the workbook calls them, in every language: its sheet of services may come back as a table. */
const workbookColumns: Readonly<Record<string, Column>> = {
  service: 'title',
  score: 'score',
  target: 'target',
  note: 'note',
  evidence: 'evidence',
  'what the next level asks for': 'next_description',
  サービス: 'title',
  スコア: 'score',
  目標: 'target',
  メモ: 'note',
  証跡: 'evidence',
  次のレベルで求められること: 'next_description',
};

/** Columns that say which assessment a row is from, where a table is of several. */
export const columnsOfSeveral: readonly string[] = ['file', 'assessment', 'アセスメント'];

/** What a cell of a workbook says whose formula has no value, or failed: no text that `cellText` gives holds it. */
export const noValue = '\ufffe';

/** More characters no cell of Excel holds. */
export const longestCell = 32_767;

/** The column that a table calls so, if there is one. */
export function columnCalled(name: string): Column | undefined {
  const called = name.normalize('NFKC').trim().toLowerCase();
  const own = columns.find((column) => column === called);
  return own ?? (Object.hasOwn(workbookColumns, called) ? workbookColumns[called] : undefined);
}

/** What a service says in the columns that can be read back. A target is the one in force, wherever it is set. */
export function editableCells(
  { state, score, target, reason }: ScoredService,
  entry: ServiceEntry | undefined,
): Record<EditableColumn, string> {
  return {
    score: score === null ? '' : String(score),
    target: String(target),
    excluded: state === 'excluded' ? cellText(reason ?? '') : '',
    note: cellText(entry?.note?.value ?? ''),
  };
}

/** Evidence and actions, one a line, with the keys they have in the file. */
export function recordCells(entry: ServiceEntry | undefined): Record<RecordColumn, string> {
  const evidence = entry?.evidence.map(({ link, collected, expires, note }) =>
    line(link.value, { collected: collected?.value, expires: expires?.value, note: note?.value }),
  );
  const plan = entry?.plan.map(({ action, owner, due, done }) =>
    line(action.value, { owner: owner?.value, due: due?.value, done: done || undefined }),
  );
  return { evidence: cellText(evidence?.join('\n') ?? ''), plan: cellText(plan?.join('\n') ?? '') };
}

function line(text: string, more: Readonly<Record<string, string | boolean | undefined>>): string {
  const given = Object.entries(more).filter(([, value]) => value !== undefined);
  const parts = given.map(([key, value]) => (value === true ? key : `${key}: ${String(value).trim()}`));
  return onOneLine([text.trim(), ...parts].join('; '));
}

/**
 * A text as a cell holds it: with one kind of line break, and without what would not show, or what a terminal or a
 * build server would act on.
 */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const shown = lines.map((line) => line.split('\t').map(printable).join('\t')).join('\n');
  // In the table a quotation mark stands before the first line.
  return withoutLogCommands(`"${shown}`).slice(1);
}

/** Whether a cell takes its value away: with nothing but a dash. */
export function isDash(cell: string): boolean {
  return cell.normalize('NFKC').trim() === '-';
}

/** Whether a cell holds a text as it is, but for how its lines end. */
export function isExact(text: string): boolean {
  return cellText(text) === text.replace(/\r\n?/g, '\n').trimEnd();
}

/**
 * What may stand before a formula: blanks of any kind, and quotation marks, which are text to a spreadsheet that
 * expects other separators.
 */
const blanks = String.raw`[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\v\f\u0085'"]*`;

/** What a formula begins with, in any width. */
const mathematical = String.raw`\u207a-\u207c\u208a-\u208c\u2212`;
const wide = String.raw`\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20\uff5c`;
const starters = String.raw`=+\-@|${mathematical}${wide}`;

const formula = new RegExp(`^${blanks}[${starters}]`, 'u');
/** A tab or line break at the start of a cell is skipped by some. */
const firstFormula = new RegExp(`^${blanks}[${starters}\\t\\n\\r]`, 'u');

/**
 * The text with a change wherever a spreadsheet could begin a cell, whatever separator it expects, and take it for a
 * formula.
 */
function atFormulas(text: string, change: (formula: string) => string): string {
  const cells = text.split(/(?<=[;\t\n\r])/);
  return cells.map((cell, index) => ((index === 0 ? firstFormula : formula).test(cell) ? change(cell) : cell)).join('');
}

/** A text in which no spreadsheet finds a formula: an apostrophe is put before what looks so. */
export function defused(text: string): string {
  return atFormulas(text, (cell) => `'${cell}`);
}

/** The text of a defused cell, exactly; also where a spreadsheet has dropped apostrophes. */
export function undefused(text: string): string {
  return atFormulas(text, (cell) => cell.replace(/^'/, ''));
}
