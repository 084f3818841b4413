/** What every view takes. */
import type { Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { AssessmentView } from './model';

/** Which services the filter lets through. */
export type Filter = 'all' | 'below' | 'unscored';

/** What the panel shows of an assessment. */
export const tabs = ['grid', 'plan', 'trend'] as const;
export type Tab = (typeof tabs)[number];

/** A cell of the grid. Columns: 0 the title, 1 to 6 the levels 0 to 5, 7 the gap. */
export interface Cursor {
  readonly service: string;
  readonly column: number;
}

/** What a live view tells its owner; a view without callbacks is a picture. */
export interface Callbacks {
  score(service: string, score: number | null): void;
  select(cursor: Cursor): void;
  exclude(service: string): void;
  include(service: string): void;
  reveal(service: string): void;
  evidence(service: string, index: number): void;
  /** Cites documents as evidence, by their addresses; without any the user is asked for files. */
  cite(service: string, uris: readonly string[]): void;
  /** Shows a service in the sheet, or the sheet itself. */
  read(service?: string): void;
  /** Plans an action for a service. */
  plan(service: string): void;
  /** Ends the comparison with another version, or writes it down as a document. */
  compare(what: 'end' | 'document'): void;
  area(id: string): void;
  tab(tab: Tab): void;
  filter(filter: Filter): void;
  search(query: string): void;
  /** Reads the history of the file anew, or stops reading it. */
  trend(move: 'read' | 'stop'): void;
  /** Drops the rows that a filter showed and that no longer match it. */
  refresh(): void;
  toggle(part: 'areas' | 'details'): void;
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
