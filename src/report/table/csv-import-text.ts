/** Describes an import: its changes, and what it leaves out. */
import type { Translate } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { joined, type Printable } from '../../messages/safe-text';
import { findService, nameOf, type Sheet } from '../../sheet/sheet';
import type { CellChange, Remark, RowChange } from '../../exchange/csv-import';
import { excerpt } from '../terminal/excerpt';

const longest = 60;

/** The changes of one service on one line: `score 2 → 3; note “old” → “new”`. */
export function changeText({ changes }: RowChange, t: Translate): Printable {
  return joined(
    changes.map((change) => cellText(change, t)),
    t('import.separator'),
  );
}

/** A service by id and title. */
export function serviceText({ id }: RowChange, sheet: Sheet): Printable {
  return printable(nameOf(findService(sheet, id) ?? { id, title: '' }).trim());
}

/** A remark about a row, with its number and id. */
export function remarkText(remark: Remark, t: Translate): Printable {
  return printable(rowName(remark, t) + t('import.colon') + t(remark.key, remark.parameters));
}

/** A row's number and id. */
export function rowName({ row, id }: Remark, t: Translate): Printable {
  return printable(t(id ? 'import.row' : 'import.row-without-id', { row, id: excerpt(id, longest) }));
}

function cellText({ column, from, to }: CellChange, t: Translate): Printable {
  return t('import.change', {
    column: t(`import.column.${column}`),
    from: shown(from, column, t),
    to: shown(to, column, t),
  });
}

/** Numbers unchanged, texts in quotes and shortened. */
function shown(value: string, column: CellChange['column'], t: Translate): Printable {
  if (value === '') return t('import.nothing');
  return printable(
    column === 'score' || column === 'target' ? value : t('import.quoted', { text: excerpt(value, longest) }),
  );
}
