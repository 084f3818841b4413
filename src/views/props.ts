/** The properties that all views share. */
import type { HeadingRecord, ServiceRecord } from '../assessment/edit/recording';
import type { Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { AssessmentView } from './model';
import type { PlanChoice } from './plan-rows';

/** Which services the filter shows. */
export type Filter = 'all' | 'below' | 'unscored' | 'changed' | `touches:${string}`;

/** The tabs of the panel. */
export const tabs = ['grid', 'plan', 'trend', 'requirements', 'overview'] as const;
export type Tab = (typeof tabs)[number];

/** The height of the grid's rows: by the available room, or always low or high. */
export const densities = ['auto', 'compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** A cell of the grid. Columns: 0 the title, 1 to 6 the levels 0 to 5, 7 the gap. */
export interface Cursor {
  /** The id of a service, or that of an area for its heading. */
  readonly service: string;
  readonly column: number;
}

/** The callbacks of a live view; a view without callbacks is a picture. */
export interface Callbacks {
  score(service: string, score: number | null): void;
  /** Accepts the score that the answers to criteria suggest. */
  accept(service: string): void;
  select(cursor: Cursor): void;
  exclude(service: string): void;
  include(service: string): void;
  reveal(service: string): void;
  /** Shows the service's line where the file is visible already. */
  follow(service: string): void;
  /** Opens the n-th piece of evidence of the service or of a criterion. */
  evidence(service: string, index: number, criterion?: string): void;
  /** Records the digest of that piece anew. */
  renew(service: string, index: number, criterion?: string): void;
  /**
   * Cites documents, by their addresses, as evidence of a service or criterion; without any the user is asked for
   * files.
   */
  cite(service: string, uris: readonly string[], criterion?: string): void;
  /** Proposes evidence for a service. */
  propose(service: string): void;
  /** Records a note, a target, a piece of evidence or an action. */
  record(service: string, record: ServiceRecord): void;
  /** Records what the file says of itself. */
  heading(record: HeadingRecord): void;
  /** Opens the sheet, optionally at a service. */
  read(service?: string): void;
  /** Plans an action for a service: towards the next level, or for a criterion. */
  plan(service: string, criterion?: string): void;
  /** Sorts and filters the plan. */
  choosePlan(choice: Partial<PlanChoice>): void;
  /** Takes a side of the n-th merge conflict, or both. */
  resolve(index: number, taken: 'ours' | 'theirs' | 'both'): void;
  /** Ends the comparison, or opens it as a document. */
  compare(what: 'end' | 'document'): void;
  area(id: string): void;
  tab(tab: Tab): void;
  filter(filter: Filter): void;
  search(query: string): void;
  /** Reads the history of the file again, or stops reading it. */
  trend(move: 'read' | 'stop'): void;
  /** Removes the rows that no longer match the filter. */
  refresh(): void;
  /** Shows or hides the details, or the level summaries in the cells. */
  toggle(part: 'details' | 'texts'): void;
  /** Folds or unfolds the rows of an area. */
  fold(area: string): void;
  /** Shows the details of a service beside the grid. */
  open(service: string): void;
  /** What follows guided scoring: the plan, a report, or the next assessment. */
  finish(way: 'plan' | 'report' | 'next'): void;
  /** Guided scoring: starts or resumes, moves to another service, or returns to the grid. */
  step(move: 'start' | 'leave' | 'previous' | 'next'): void;
}

export interface ViewProps {
  readonly sheet: Sheet;
  readonly view: AssessmentView;
  readonly t: Translate;
  readonly on?: Callbacks;
  /** The prefix of addresses within the page, where several assessments share one. */
  readonly anchor?: string;
}

/** The band that the sheet's method suggests for the overall average, for the time being. */
export const suggestedBand = { from: 2.5, to: 3 } as const;

/** The highest score. */
export const maximum = 5;

/** The element of headings inside a service: they are one level lower in a document than in the panel. */
export type Heading = 'h3' | 'h4';
