/** What every view takes. */
import type { HeadingRecord, ServiceRecord } from '../assessment/edit/recording';
import type { Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { AssessmentView } from './model';
import type { PlanChoice } from './plan-rows';

/** Which services the filter lets through. */
export type Filter = 'all' | 'below' | 'unscored' | 'changed' | `touches:${string}`;

/** What the panel shows of an assessment. */
export const tabs = ['grid', 'plan', 'trend', 'requirements', 'overview'] as const;
export type Tab = (typeof tabs)[number];

/** How high the rows of the grid are: as the room allows, or always low or high. */
export const densities = ['auto', 'compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** A cell of the grid. Columns: 0 the title, 1 to 6 the levels 0 to 5, 7 the gap. */
export interface Cursor {
  /** The id of a service, or that of an area for its heading. */
  readonly service: string;
  readonly column: number;
}

/** What a live view tells its owner; a view without callbacks is a picture. */
export interface Callbacks {
  score(service: string, score: number | null): void;
  /** Takes over the score that the answers to criteria suggest. */
  accept(service: string): void;
  select(cursor: Cursor): void;
  exclude(service: string): void;
  include(service: string): void;
  reveal(service: string): void;
  /** Shows the service's line where the file shows already. */
  follow(service: string): void;
  /** Opens the n-th piece of evidence, of the service or of a criterion. */
  evidence(service: string, index: number, criterion?: string): void;
  /** Cites documents as evidence of a service or criterion, by their addresses; without any the user is asked. */
  cite(service: string, uris: readonly string[], criterion?: string): void;
  /** Records a note, a target, a piece of evidence or an action. */
  record(service: string, record: ServiceRecord): void;
  /** Records what the file says of itself. */
  heading(record: HeadingRecord): void;
  /** Shows a service in the sheet, or the sheet itself. */
  read(service?: string): void;
  /** Plans an action for a service: what gains the next level, or what a criterion asks for. */
  plan(service: string, criterion?: string): void;
  /** Sorts and filters the plan. */
  choosePlan(choice: Partial<PlanChoice>): void;
  /** Takes a side of the n-th merge conflict, or both. */
  resolve(index: number, taken: 'ours' | 'theirs' | 'both'): void;
  /** Ends the comparison with another version, or writes it down as a document. */
  compare(what: 'end' | 'document'): void;
  area(id: string): void;
  tab(tab: Tab): void;
  filter(filter: Filter): void;
  search(query: string): void;
  /** Reads the history of the file again, or stops reading it. */
  trend(move: 'read' | 'stop'): void;
  /** Drops the rows that a filter showed and that no longer match it. */
  refresh(): void;
  /** Shows or hides the details, or the summaries of the levels in the cells. */
  toggle(part: 'details' | 'texts'): void;
  /** Folds the rows of an area away, or unfolds them. */
  fold(area: string): void;
  /** Shows the details of a service beside its row in the grid. */
  open(service: string): void;
  /** The way on at the end of guided scoring: the plan, a report, the next assessment. */
  finish(way: 'plan' | 'report' | 'next'): void;
  /** Guided scoring: begins or goes on, leads to another service, or gives way to the grid. */
  step(move: 'start' | 'leave' | 'previous' | 'next'): void;
}

export interface ViewProps {
  readonly sheet: Sheet;
  readonly view: AssessmentView;
  readonly t: Translate;
  readonly on?: Callbacks;
  /** Begins the addresses within the page, where several assessments share one. */
  readonly anchor?: string;
}

/** The suggestion of the sheet's method for the overall average, for the time being. */
export const suggestedBand = { from: 2.5, to: 3 } as const;

/** The highest score. */
export const maximum = 5;

/** The elements of headings inside a service, which stand below others in a document than in the panel. */
export type Heading = 'h3' | 'h4';
