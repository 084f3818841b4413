/**
 * What the cells of a table say beside what the assessment says.
 *
 * A table comes back as a spreadsheet has saved it: texts retyped, characters replaced that its encoding lacks. A cell
 * that is what a spreadsheet made of the present text says nothing new. Where bytes make sense in several encodings,
 * the one counts in which most cells say what they said before.
 */
import type { MessageKey } from '../messages/messages';
import type { Encoding } from '../overlay/import/encodings';
import { defused, isDash, longestCell, undefused } from './cell-text';
import { editableColumns, type Column, type EditableColumn } from './csv-columns';
import type { Current } from './csv-current';
import { idOf, type Reading, type TableRow } from './csv-read';
import { isRetyped } from './csv-retyped';
import { isBeginning, isWritten, mayHaveLost } from './csv-written';

/** A row whose cells say what the assessment says, to the letter, wherever they do not say something else for sure. */
export interface ResolvedRow extends TableRow {
  /** Cells of which it cannot be told what they say, and why. */
  readonly unclear: readonly { readonly column: EditableColumn; readonly key: MessageKey }[];
}

/** A table in one encoding beside the assessment. */
interface Compared {
  readonly encoding: Encoding;
  readonly rows: ReadonlyMap<number, TableRow>;
  /** Columns whose cells say what they said before, by row. */
  readonly same: ReadonlyMap<number, readonly Column[]>;
  /** How many such cells there are with something beyond ASCII. */
  readonly evidence: number;
  /** Marks may stand for characters that got lost. */
  readonly isMarked: boolean;
}

/** The rows of a table that may be read in several encodings, beside what the services say now. */
export function resolveTable(readings: readonly Reading[], current: ReadonlyMap<string, Current>): ResolvedRow[] {
  const comparable = withOneRow(current, readings);
  const [chosen, ...others] = likeliest(readings.map((reading) => compare(reading, comparable)));
  if (!chosen) return [];
  return [...chosen.rows.values()].map((row) => resolveRow(row, comparable.get(idOf(row)), [chosen, ...others]));
}

/**
 * Without the services of several rows: which of these is meant cannot be told, and to compare a long text with each
 * would take long.
 */
function withOneRow(current: ReadonlyMap<string, Current>, readings: readonly Reading[]): Map<string, Current> {
  const once = new Map(current);
  for (const { rows } of readings) {
    const seen = new Set<string>();
    for (const id of rows.map(idOf)) {
      if (seen.has(id)) once.delete(id);
      seen.add(id);
    }
  }
  return once;
}

function compare({ encoding, rows }: Reading, current: ReadonlyMap<string, Current>): Compared {
  let evidence = 0;
  let isMarked = encoding.kind === 'legacy';
  const same = rows.map((row) => {
    const now = current.get(idOf(row))?.cells;
    const alike = columnsOf(row).flatMap((column) => {
      const cell = row.cells[column] ?? '';
      const likeness = now && likenessOf(cell, now[column], encoding);
      if (likeness && /[^\x00-\x7f]/.test(cell)) evidence++;
      if (likeness === 'written') isMarked = true;
      return likeness ? [column] : [];
    });
    return [row.row, alike] as const;
  });
  return { encoding, rows: new Map(rows.map((row) => [row.row, row])), same: new Map(same), evidence, isMarked };
}

/**
 * The encoding with the most evidence; of several UTF-8, else the only one in which somebody may have written this,
 * else all of them.
 */
function likeliest(all: readonly Compared[]): readonly Compared[] {
  const most = Math.max(...all.map(({ evidence }) => evidence));
  const likely = all.filter(({ evidence }) => evidence === most);
  const [unicode] = likely.filter(({ encoding }) => encoding.kind !== 'legacy');
  if (unicode) return [unicode];
  const plausible = likely.filter(({ encoding, rows }) =>
    encoding.isPlausible([...rows.values()].flatMap(({ cells }) => Object.values(cells)).join('\n')),
  );
  return plausible.length === 1 ? plausible : likely;
}

function columnsOf({ cells }: TableRow): Column[] {
  return Object.keys(cells) as Column[];
}

/**
 * Whether a cell says what a text says, as a spreadsheet would have it (`same`), or once characters got lost that the
 * encoding lacks (`written`).
 */
function likenessOf(cell: string, text: string, encoding: Encoding): 'same' | 'written' | undefined {
  // Some drop the apostrophe before a formula, and the workbook has none; what is behind it may have got lost.
  const forms = [undefused(cell), cell, undefused(`'${cell}`)];
  if (forms.some((form) => typed(form) === typed(text) || isRetyped(form, text))) return 'same';
  return isWritten(undefused(cell), text, encoding) || isWritten(cell, defused(text), encoding) ? 'written' : undefined;
}

/**
 * A text without what programs turn by themselves: quotation marks, and letters with accents that are one character or
 * two.
 */
function typed(text: string): string {
  return text.normalize('NFC').replace(/[‘’‚]/g, "'").replace(/[“”„]/g, '"');
}

function resolveRow(row: TableRow, now: Current | undefined, likely: readonly [Compared, ...Compared[]]): ResolvedRow {
  const unclear: { column: EditableColumn; key: MessageKey }[] = [];
  const cells = columnsOf(row).map((column) => {
    const cell = undefused(row.cells[column] ?? '');
    if (!now) return [column, cell];
    if (likely.some(({ same }) => same.get(row.row)?.includes(column))) return [column, now.cells[column]];
    const editable = editableColumns.find((one) => one === column);
    const key =
      editable &&
      (isDisputed(row, column, likely) ? 'import.unknown-encoding' : troubleOf(cell, editable, now, likely[0]));
    if (!editable || !key) return [column, cell];
    unclear.push({ column: editable, key });
    return [column, now.cells[column]];
  });
  return { ...row, cells: Object.fromEntries(cells) as TableRow['cells'], unclear };
}

/** Whether encodings that are as likely as each other read different texts. */
function isDisputed({ row, cells }: TableRow, column: Column, likely: readonly Compared[]): boolean {
  return likely.some(({ rows }) => rows.get(row)?.cells[column] !== cells[column]);
}

/** Why a changed text cannot be imported as it is; `undefined` where it can. */
function troubleOf(
  cell: string,
  column: EditableColumn,
  now: Current,
  { encoding, isMarked }: Pick<Compared, 'encoding' | 'isMarked'>,
): MessageKey | undefined {
  const text = now.cells[column];
  if (cell === '' || isDash(cell)) return undefined;
  if (cell.length >= longestCell - 1 && isBeginning(cell, text, encoding)) return 'import.cut-off';
  const isLost = now.inexact.includes(column) || mayHaveLost(cell, text, encoding, isMarked);
  return isLost ? 'import.lost' : undefined;
}
