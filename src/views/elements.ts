/**
 * The elements of the grid. A live grid consists of `div` elements with roles, whose layout follows the panel's width;
 * a picture is an HTML table, which prints over several pages and needs no roles.
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

/** The role and position of a cell: `column` counts from 1, `span` is the number of columns. */
export function cellAttributes(on: Callbacks | undefined, role: Role, column: number, span = 1) {
  if (on) return { role, 'aria-colindex': column, 'aria-colspan': span > 1 ? span : undefined };
  const scope = { columnheader: 'col', rowheader: 'row', gridcell: undefined }[role];
  return { scope, colSpan: span > 1 ? span : undefined };
}
