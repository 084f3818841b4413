/** Assessments side by side: filter, order and groups. */
import type { Language } from '../messages/messages';
import { nameOrder } from '../messages/name-order';
import type { IndividualProgress } from '../scoring/individuals';
import { scoredServices, type Scored } from '../scoring/score';
import { normalise } from './normalise';

/** One of the assessments side by side. */
export interface RollUpRow {
  /** Its name. */
  readonly name: string;
  /** Its path, which distinguishes equal names. */
  readonly path: string;
  /** The day of the assessment, `YYYY-MM-DD`. */
  readonly assessed?: string;
  /** That day is more than six months ago. */
  readonly isStale?: boolean;
  readonly scored: Scored;
  /** The number of its individual scorings, and of complete ones, where there are any. */
  readonly individual?: IndividualProgress;
}

/** A file that cannot be scored, with the reason. */
export interface UnscoredFile {
  readonly path: string;
  readonly reason: string;
}

/** A column: `name`, `average`, `coverage`, `target`, `day`, or the id of an area or service. */
export type SortColumn = string;

/** The user's choice of what is shown. */
export interface SideBySideChoice {
  readonly sort: SortColumn;
  readonly isDescending: boolean;
  /** Only rows whose name or path contains this; empty for all. */
  readonly query: string;
  /** Rows are grouped by folder. */
  readonly isGrouped: boolean;
  /** Ids of areas whose services are folded. */
  readonly folded: readonly string[];
}

/** The rows below one heading; a single group has none. */
export interface RowGroup<T extends RollUpRow = RollUpRow> {
  readonly folder?: string;
  readonly rows: readonly T[];
}

/** The assessments side by side as shown: the same on the page and in exports. */
export interface SideBySide<T extends RollUpRow = RollUpRow> {
  readonly groups: readonly RowGroup<T>[];
  /** Files that cannot be scored, shown last. */
  readonly unscored: readonly UnscoredFile[];
  /** Areas whose services are folded. */
  readonly folded: readonly string[];
}

/** The folder of a path, `.` for the top level. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

/** The rows and files that remain for a choice. Folders are sorted by name, each with its rows in order. */
export function sideBySide<T extends RollUpRow>(
  rows: readonly T[],
  unscored: readonly UnscoredFile[],
  choice: SideBySideChoice,
  language: Language,
): SideBySide<T> {
  const term = normalise(choice.query);
  const holds = (...texts: string[]) => texts.some((text) => normalise(text).includes(term));
  const found = sortedRows(
    rows.filter(({ name, path }) => holds(name, path)),
    choice,
    language,
  );
  const compare = nameOrder(language);
  const left = unscored.filter(({ path }) => holds(path)).sort((a, b) => compare(a.path, b.path));
  return {
    groups: choice.isGrouped ? byFolder(found, language) : [{ rows: found }],
    unscored: left,
    folded: choice.folded,
  };
}

/** The rows by folder, in their given order; folders by name. */
export function byFolder<T extends RollUpRow>(rows: readonly T[], language: Language): RowGroup<T>[] {
  const folders = new Map<string, T[]>();
  for (const row of rows) {
    const folder = folderOf(row.path);
    const others = folders.get(folder);
    if (others) others.push(row);
    else folders.set(folder, [row]);
  }
  const compare = nameOrder(language);
  return [...folders].sort(([a], [b]) => compare(a, b)).map(([folder, own]) => ({ folder, rows: own }));
}

/**
 * The rows sorted by one column: names in the order of the language, other columns by value. Rows without a value come
 * last in either direction, equal ones by name.
 */
export function sortedRows<T extends RollUpRow>(
  rows: readonly T[],
  { sort, isDescending }: Pick<SideBySideChoice, 'sort' | 'isDescending'>,
  language: Language,
): T[] {
  const compare = nameOrder(language);
  const turn = isDescending ? -1 : 1;
  const byName = (a: T, b: T) => compare(a.name, b.name) || compare(a.path, b.path);
  if (sort === 'name') return [...rows].sort((a, b) => turn * byName(a, b));
  return rows
    .map((row) => ({ row, value: valueOf(row, sort) }))
    .sort((a, b) => {
      if (a.value === b.value) return byName(a.row, b.row);
      if (a.value === undefined) return 1;
      if (b.value === undefined) return -1;
      return a.value < b.value ? -turn : turn;
    })
    .map(({ row }) => row);
}

function valueOf({ scored, assessed }: RollUpRow, column: SortColumn): number | string | undefined {
  const { overall, areas } = scored;
  if (column === 'average') return overall.mean ?? undefined;
  if (column === 'coverage') return overall.applicable ? overall.scored / overall.applicable : undefined;
  if (column === 'target') return overall.target;
  if (column === 'day') return assessed;
  if (column.includes('.')) return scoredServices(scored).find(({ id }) => id === column)?.score ?? undefined;
  return areas.find(({ id }) => id === column)?.mean ?? undefined;
}
