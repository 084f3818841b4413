/**
 * The elements of the grid. A live one is made of `div` with roles, which the panel lays out as its width allows; a
 * picture is a table as HTML has it, which prints over several pages and needs no roles.
 */
import type { Callbacks } from './props';

interface Elements {
  readonly Table: 'div' | 'table';
  readonly Group: 'div' | 'tbody';
  readonly Row: 'div' | 'tr';
  readonly Head: 'div' | 'th';
  readonly Cell: 'div' | 'td';
}

const live: Elements = { Table: 'div', Group: 'div', Row: 'div', Head: 'div', Cell: 'div' };
const picture: Elements = { Table: 'table', Group: 'tbody', Row: 'tr', Head: 'th', Cell: 'td' };

export function elementsFor(on: Callbacks | undefined): Elements {
  return on ? live : picture;
}

type Role = 'columnheader' | 'rowheader' | 'gridcell';

/** What a cell is and where it stands: `column` from 1, and how many columns it takes. */
export function cellAttributes(on: Callbacks | undefined, role: Role, column: number, span = 1) {
  if (on) return { role, 'aria-colindex': column, 'aria-colspan': span > 1 ? span : undefined };
  const scope = { columnheader: 'col', rowheader: 'row', gridcell: undefined }[role];
  return { scope, colSpan: span > 1 ? span : undefined };
}
