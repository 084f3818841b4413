/** The columns of the table for spreadsheets, and the cells of those that can be read back. */
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import { onOneLine } from '../messages/one-line';
import type { ScoredService } from '../scoring/score';
import { cellText } from './cell-text';
import { answerLines } from './csv-criteria';

/** Columns that are read back, and columns that explain them. Their names are the same in every language. */
export const editableColumns = ['score', 'target', 'excluded', 'note', 'criteria'] as const;
export type EditableColumn = (typeof editableColumns)[number];

/** Read-only columns: changes in them are not imported. */
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

/**
 * The names of the same columns in the workbook, in every language: its sheet of services can be imported as a table.
 */
const workbookColumns: Readonly<Record<string, Column>> = {
  service: 'title',
  score: 'score',
  target: 'target',
  note: 'note',
  evidence: 'evidence',
  criteria: 'criteria',
  'what the next level asks for': 'next_description',
  サービス: 'title',
  スコア: 'score',
  目標: 'target',
  メモ: 'note',
  証跡: 'evidence',
  確認項目: 'criteria',
  次のレベルで求められること: 'next_description',
};

/** Columns that name the assessment of a row, in a table of several. */
export const columnsOfSeveral: readonly string[] = ['file', 'assessment', 'アセスメント'];

/** The column with a name; `undefined` for an unknown one. */
export function columnCalled(name: string): Column | undefined {
  const called = name.normalize('NFKC').trim().toLowerCase();
  const own = columns.find((column) => column === called);
  return own ?? (Object.hasOwn(workbookColumns, called) ? workbookColumns[called] : undefined);
}

/** The cells of a service in the columns that can be read back. The target is the one in force, own or inherited. */
export function editableCells(
  { state, score, target, reason }: ScoredService,
  entry: ServiceEntry | undefined,
): Record<EditableColumn, string> {
  return {
    score: score === null ? '' : String(score),
    target: String(target),
    excluded: state === 'excluded' ? cellText(reason ?? '') : '',
    note: cellText(entry?.note?.value ?? ''),
    criteria: [...answerLines(entry).values()].map((answer) => answer.line).join('\n'),
  };
}

/** The columns for some assessments; that of criteria only where any is answered. */
export function columnsFor(assessments: readonly Pick<Assessment, 'services'>[]): readonly ['id', ...Column[]] {
  const isAnswered = assessments.some(({ services }) =>
    [...services.values()].some(({ criteria }) => criteria.size > 0),
  );
  const [id, ...others] = columns;
  return [id, ...others.filter((column) => column !== 'criteria' || isAnswered)];
}

/** Evidence and actions, one per line, with their keys in the file. */
export function recordCells(entry: ServiceEntry | undefined): Record<RecordColumn, string> {
  const evidence = entry?.evidence.map(({ link, collected, expires, sha256, note }) =>
    line(link.value, {
      collected: collected?.value,
      expires: expires?.value,
      sha256: sha256?.value,
      note: note?.value,
    }),
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
