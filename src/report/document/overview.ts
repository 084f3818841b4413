/** The list of assessments: the data of each, sorting and filtering. */
import type { Assessment } from '../../assessment/assessment';
import { isIndividual } from '../../assessment/individual';
import { withoutEnding } from '../../assessment/file-name';
import { isScorable } from '../../assessment/scorable';
import type { Language, MessageKey } from '../../messages/messages';
import { nameOrder } from '../../messages/name-order';
import { isBelow } from '../../rules/average-below-target';
import type { Problem } from '../../rules/rule';
import { isStale } from '../../rules/stale-assessment';
import { individualFigures, type IndividualFigures } from '../../scoring/individuals';
import type { Aggregate, Scored } from '../../scoring/score';
import { printable } from '../../messages/printable';
import { countProblems, type Counts } from '../check/counts';

/** The figures of a readable assessment. Small plain data, since thousands are kept. */
export interface Figures {
  /** On one line; `undefined` when the file has none. */
  readonly subject?: string;
  /** `YYYY-MM-DD`. */
  readonly assessed?: string;
  /** The file could be read in full; otherwise nothing is scored. */
  readonly scorable: boolean;
  readonly overall: Aggregate;
  readonly problems: Counts;
  /** Set for an individual scoring, which is not an assessment. */
  readonly individual?: IndividualFigures;
}

/** One assessment in the list. */
export interface OverviewRow {
  /** The path for display: relative to the workspace folder, with forward slashes. */
  readonly path: string;
  /** The content of the file, or why it could not be read. */
  readonly content: Figures | { readonly unreadable: MessageKey };
}

export const sorts = ['name', 'average', 'age', 'below'] as const;
export type Sort = (typeof sorts)[number];

export const filters = ['all', 'below', 'incomplete', 'stale'] as const;
export type Filter = (typeof filters)[number];

/** The figures of an assessment, from its scores and problems. */
export function figuresOf(assessment: Assessment, scored: Scored, problems: readonly Problem[]): Figures {
  const subject = printable(assessment.subject?.value ?? '').trim();
  return {
    subject: subject || undefined,
    assessed: assessment.assessed?.value,
    scorable: isScorable(assessment),
    overall: scored.overall,
    problems: countProblems(problems),
    individual: isIndividual(assessment) ? individualFigures(assessment, scored) : undefined,
  };
}

/** The figures of a row; `undefined` when its file could not be read. */
export function figuresIn({ content }: OverviewRow): Figures | undefined {
  return 'unreadable' in content ? undefined : content;
}

/** The name of a row: the assessor or else the subject, or else the file's name without its ending. */
export function rowName(row: OverviewRow): string {
  const file = row.path.slice(row.path.lastIndexOf('/') + 1);
  const figures = figuresIn(row);
  const assessor = printable(figures?.individual?.assessor ?? '').trim();
  return assessor || (figures?.subject ?? printable(withoutEnding(file) || file));
}

/**
 * Whether the average is below its target. Services below theirs do not matter here: nearly every assessment has some.
 */
export function isBelowTarget(row: OverviewRow): boolean {
  const figures = figuresIn(row);
  return figures !== undefined && isBelow(figures.overall);
}

/** Whether a row's average reaches its target, or why that is not known. */
export type Standing = 'unreadable' | 'unjudged' | 'individual' | 'unscored' | 'below' | 'reached';

/** The standing of a row. */
export function standingOf(row: OverviewRow): Standing {
  const figures = figuresIn(row);
  if (!figures) return 'unreadable';
  if (!figures.scorable) return 'unjudged';
  if (figures.individual) return 'individual';
  if (figures.overall.mean === null) return 'unscored';
  return isBelowTarget(row) ? 'below' : 'reached';
}

/** The names that several rows share, which need more to be distinguished. */
export function repeatedNames(rows: readonly OverviewRow[]): ReadonlySet<string> {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const row of rows) {
    const name = rowName(row);
    (seen.has(name) ? repeated : seen).add(name);
  }
  return repeated;
}

/** The rows that match a filter; unreadable files, and those that cannot be scored, count as incomplete. */
export function filterRows<T extends OverviewRow>(rows: readonly T[], filter: Filter, today: string): T[] {
  const fits: Record<Filter, (row: T) => boolean> = {
    all: () => true,
    below: isBelowTarget,
    incomplete: (row) => isIncomplete(figuresIn(row)),
    stale: (row) => isStaleOn(figuresIn(row)?.assessed, today),
  };
  return rows.filter(fits[filter]);
}

/** Whether a day of assessment is known and more than six months ago, as in the rule `stale-assessment`. */
export function isStaleOn(assessed: string | undefined, today: string): boolean {
  return assessed !== undefined && isStale(assessed, today);
}

function isIncomplete(figures: Figures | undefined): boolean {
  return !figures?.scorable || figures.overall.scored < figures.overall.applicable;
}

/**
 * The sorted rows: by name, lowest average first, oldest first, or most services below target first. Rows without such
 * a value come last, equal ones by name in the order of the language.
 */
export function sortRows<T extends OverviewRow>(rows: readonly T[], sort: Sort, language: Language): T[] {
  const byName = nameOrder(language);
  return rows
    .map((row) => ({ row, name: rowName(row), rank: rankOf(row, sort) }))
    .sort((a, b) => compare(a.rank, b.rank) || byName(a.name, b.name) || compare(a.row.path, b.row.path))
    .map(({ row }) => row);
}

/** The sort key of a row, apart from its name; lower ones come first. */
function rankOf(row: OverviewRow, sort: Sort): number | string {
  const figures = figuresIn(row);
  const last = Infinity;
  if (sort === 'average') return figures?.overall.mean ?? last;
  if (sort === 'age') return figures?.assessed ?? '~';
  if (sort === 'below') return figures?.overall.scored ? -figures.overall.belowTarget : last;
  return 0;
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** An age: in days, from two months on in whole months. */
export interface Age {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

/** The age of a day on another day, both `YYYY-MM-DD`; `undefined` for a future day. */
export function ageOf(date: string, today: string): Age | undefined {
  const days = Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000);
  if (!(days >= 0)) return undefined;
  const months = wholeMonths(date, today);
  return months < 2 ? { unit: 'day', count: days } : { unit: 'month', count: months };
}

function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}
