/**
 * Plans the edits for a table that comes back from a spreadsheet.
 *
 * A cell that says what the file says changes nothing, however a spreadsheet writes it. An empty cell changes nothing
 * either, since it may not have been emptied on purpose; `-` removes a value. Nothing is guessed: a row with any
 * invalid cell is skipped as a whole, and reported.
 */
import type { Assessment } from '../assessment/assessment';
import { planAnswer } from '../assessment/edit/criterion-edit';
import { planEdit } from '../assessment/edit/edit';
import { removeKey } from '../assessment/edit/key-edit';
import { setNote } from '../assessment/edit/note-edit';
import { serviceRefusal, type EditPlan, type Refused } from '../assessment/edit/plan';
import { setTarget } from '../assessment/edit/target-edit';
import { EditSteps } from '../assessment/yaml/edit-steps';
import { parseVariant } from '../assessment/parse-variant';
import type { TextEdit } from '../assessment/yaml/text-edit';
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import { editableColumns, type EditableColumn } from './csv-columns';
import { currentOf, editableNow, type Current } from './csv-current';
import { idOf, type Reading, type TableRow } from './csv-read';
import { resolveTable } from './csv-resolve';
import { readRow, type RowIntent } from './csv-row';

/** The change of one value, as cell texts; empty for none. */
export interface CellChange {
  readonly column: EditableColumn;
  readonly from: string;
  readonly to: string;
}

/** The changes of one row. */
export interface RowChange {
  readonly id: string;
  readonly changes: readonly CellChange[];
}

/** Why a row or a cell changes nothing. */
export interface Remark {
  readonly row: number;
  /** The id as the row gives it. */
  readonly id: string;
  /** An `error` skips the whole row; a `note` only the cell. */
  readonly kind: 'error' | 'note';
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

export interface ImportPlan {
  readonly rows: readonly RowChange[];
  readonly remarks: readonly Remark[];
  /** All changes, as edits of the file's text. */
  readonly edits: readonly TextEdit[];
}

/** Plans the changes of a table in an assessment; `only` restricts it to rows with these ids. Never throws. */
export function planImport(
  assessment: Assessment,
  readings: readonly Reading[],
  sheet: Sheet,
  only?: ReadonlySet<string>,
): ImportPlan {
  const current = currentOf(assessment, sheet);
  const table = resolveTable(readings, current);
  const places = placesOf(table);
  const rows: RowChange[] = [];
  const remarks: Remark[] = [];
  let steps = new EditSteps(assessment.text);
  for (const row of table) {
    const id = idOf(row);
    const { first, second } = places.get(id) ?? {};
    const { intents, problems } = readRow(row, current.get(id), row.row === first ? second : first);
    const about = { row: row.row, id };
    remarks.push(...problems.map((problem) => ({ ...about, ...problem })));
    if (intents.length === 0 || only?.has(id) === false) continue;
    const made = make(steps, id, intents);
    if ('refused' in made) {
      remarks.push({ ...about, kind: 'error', parameters: {}, ...made.refused });
      continue;
    }
    rows.push({ id, changes: changesOf(id, current, made.text, sheet) });
    steps = made;
  }
  return { rows, remarks, edits: steps.edits() };
}

/** The first and second row of each id. */
function placesOf(table: readonly TableRow[]): Map<string, { readonly first: number; second?: number }> {
  const places = new Map<string, { readonly first: number; second?: number }>();
  for (const row of table) {
    const id = idOf(row);
    const place = places.get(id);
    if (place) place.second ??= row.row;
    else places.set(id, { first: row.row });
  }
  return places;
}

/** The steps extended by those for one service, or why its intents cannot be carried out. */
function make(steps: EditSteps, id: string, intents: readonly RowIntent[]): EditSteps | Refused {
  let made = steps;
  for (const intent of intents) {
    const plan = planIntent(parseVariant(made.text), id, intent);
    if ('refused' in plan) return plan;
    made = made.then(plan.edits);
  }
  return made;
}

function planIntent(assessment: Assessment, id: string, asked: RowIntent): EditPlan {
  const refusal = serviceRefusal(assessment, id);
  if (refusal) return refusal;
  switch (asked.kind) {
    case 'state':
      return planEdit(assessment, { ...asked.intent, service: id });
    case 'target':
      return asked.target === null ? removeKey(assessment, id, 'target') : setTarget(assessment, id, asked.target);
    case 'note':
      return asked.note === '' ? removeKey(assessment, id, 'note') : setNote(assessment, id, asked.note);
    case 'answer':
      return planAnswer(assessment, id, asked.criterion, asked.state);
  }
}

/** The differences as the file then says them: what is shown is what is done. */
function changesOf(id: string, before: ReadonlyMap<string, Current>, text: string, sheet: Sheet): CellChange[] {
  const [old, now] = [before.get(id)?.cells, editableNow(parseVariant(text), sheet, id)];
  return editableColumns.flatMap((column) => {
    if (!old || !now || old[column] === now[column]) return [];
    return [
      {
        column,
        ...(column === 'criteria' ? otherLines(old[column], now[column]) : { from: old[column], to: now[column] }),
      },
    ];
  });
}

/** The lines of each cell that the other does not have. */
function otherLines(from: string, to: string): Pick<CellChange, 'from' | 'to'> {
  const [old, now] = [from.split('\n'), to.split('\n')];
  const without = (lines: readonly string[], others: readonly string[]) =>
    lines.filter((line) => !others.includes(line)).join('\n');
  return { from: without(old, now), to: without(now, old) };
}
