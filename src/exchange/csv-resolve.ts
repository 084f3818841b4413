/**
 * Compares the cells of a table with what the assessment says.
 *
 * A spreadsheet program may retype texts, or replace characters that its encoding lacks. A cell that equals what such a
 * program makes of the present text counts as unchanged. Where bytes are valid in several encodings, the one counts in
 * which most cells are unchanged.
 */
import type { MessageKey } from '../messages/messages';
import type { Encoding } from '../overlay/import/encodings';
import { defused, isDash, longestCell, undefused } from './cell-text';
import { editableColumns, type Column, type EditableColumn } from './csv-columns';
import type { Current } from './csv-current';
import { idOf, type Reading, type TableRow } from './csv-read';
import { isRetyped } from './csv-retyped';
import { isBeginning, isWritten, mayHaveLost } from './csv-written';

/** A row whose unchanged cells hold exactly what the assessment says. */
export interface ResolvedRow extends TableRow {
  /** Cells whose meaning cannot be determined, and why. */
  readonly unclear: readonly { readonly column: EditableColumn; readonly key: MessageKey }[];
}

/** A table in one encoding, compared with the assessment. */
interface Compared {
  readonly encoding: Encoding;
  readonly rows: ReadonlyMap<number, TableRow>;
  /** Columns with unchanged cells, by row. */
  readonly same: ReadonlyMap<number, readonly Column[]>;
  /** The number of unchanged cells with characters beyond ASCII. */
  readonly evidence: number;
  /** Substitution marks may stand for lost characters. */
  readonly isMarked: boolean;
}

/** The rows of a table with several possible encodings, resolved against what the services say now. */
export function resolveTable(readings: readonly Reading[], current: ReadonlyMap<string, Current>): ResolvedRow[] {
  const comparable = withOneRow(current, readings);
  const [chosen, ...others] = likeliest(readings.map((reading) => compare(reading, comparable)));
  if (!chosen) return [];
  return [...chosen.rows.values()].map((row) => resolveRow(row, comparable.get(idOf(row)), [chosen, ...others]));
}

/**
 * Without services that have several rows: which one is meant is unknown, and comparing a long text with each would
 * take long.
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
 * The encodings with the most evidence; among equals UTF-8, else the only one in which somebody may have written the
 * table, else all.
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
 * Whether a cell equals a text as a spreadsheet saves it (`same`), or after losing characters the encoding lacks
 * (`written`).
 */
function likenessOf(cell: string, text: string, encoding: Encoding): 'same' | 'written' | undefined {
  // Some programs drop the apostrophe before a formula, and workbooks have none; the rest may have lost characters,
  // too.
  const forms = [undefused(cell), cell, undefused(`'${cell}`)];
  if (forms.some((form) => typed(form) === typed(text) || isRetyped(form, text))) return 'same';
  return isWritten(undefused(cell), text, encoding) || isWritten(cell, defused(text), encoding) ? 'written' : undefined;
}

/** A text without what programs convert automatically: quotation marks, and composed or decomposed accents. */
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

/** Whether equally likely encodings give different texts for a cell. */
function isDisputed({ row, cells }: TableRow, column: Column, likely: readonly Compared[]): boolean {
  return likely.some(({ rows }) => rows.get(row)?.cells[column] !== cells[column]);
}

/** Why a changed text cannot be imported; `undefined` where it can. */
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
