/** An import in words: what it changes, and what it leaves out. */
import type { Translate } from '../messages/messages';
import { findService, type Sheet } from '../sheet/sheet';
import type { CellChange, Remark, RowChange } from './csv-import';
import { printable } from './printable';

const longest = 60;

/** What changes in one service, on one line: `score 2 → 3; note “old” → “new”`. */
export function changeText({ changes }: RowChange, t: Translate): string {
  return changes.map((change) => cellText(change, t)).join(t('import.separator'));
}

/** A service by id and title. */
export function serviceText({ id }: RowChange, sheet: Sheet): string {
  return `${id} ${findService(sheet, id)?.title ?? ''}`.trim();
}

/** What is to be said of a row, with its number and id. */
export function remarkText(remark: Remark, t: Translate): string {
  return printable(rowName(remark, t) + t('import.colon') + t(remark.key, remark.parameters));
}

/** A row by its number and id. */
export function rowName({ row, id }: Remark, t: Translate): string {
  return printable(t(id ? 'import.row' : 'import.row-without-id', { row, id: shortened(id) }));
}

function cellText({ column, from, to }: CellChange, t: Translate): string {
  return t('import.change', { column: t(`import.column.${column}`), from: shown(from, column, t), to: shown(to, column, t) });
}

/** Numbers as they are, texts in quotes and cut short. */
function shown(value: string, column: CellChange['column'], t: Translate): string {
  if (value === '') return t('import.nothing');
  return column === 'score' || column === 'target' ? value : t('import.quoted', { text: shortened(printable(value)) });
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
