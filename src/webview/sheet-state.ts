/** The state of the sheet's page, and how messages and gestures change it. */
import { languages, translatorOf, type Language, type Translate } from '../messages/messages';
import { queryOf } from '../views/find';
import { countFinds, foundAreas, type SheetColumn } from '../views/sheet-columns';
import type { Marked } from '../views/SheetDocument';
import { layouts, type Layout, type SheetHostMessage } from './sheet-protocol';

export interface SheetState {
  /** The sheet in every language; empty until the texts arrive. */
  readonly columns: readonly SheetColumn[];
  /** Messages in the reader's own language. */
  readonly t: Translate | null;
  /** The layout chosen by the reader, if any. */
  readonly layout: Layout | null;
  readonly marked: Marked | null;
  readonly query: string;
  /** The index of the current find, from 0. */
  readonly find: number;
  /** The place at the top of the window. */
  readonly place: string;
}

export type SheetGesture =
  | { readonly type: 'layout'; readonly layout: Layout }
  | { readonly type: 'query'; readonly query: string }
  /** Moves to the next or previous find. */
  | { readonly type: 'find'; readonly step: 1 | -1 }
  | { readonly type: 'scrolled'; readonly place: string };

/** The initial state, restored from an earlier instance of the page. */
export function initialSheetState(saved: unknown): SheetState {
  const { layout, query, place } = (saved ?? {}) as Record<string, unknown>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    columns: [],
    t: null,
    layout: layouts.find((known) => known === layout) ?? null,
    marked: null,
    query: text(query),
    find: 0,
    place: text(place),
  };
}

/** The part of the state to save. */
export function savedSheetState({ layout, query, place }: SheetState): object {
  return { layout, query, place };
}

/** The state after a message or a gesture. */
export function reduceSheet(state: SheetState, event: SheetHostMessage | SheetGesture): SheetState {
  switch (event.type) {
    case 'texts':
      return {
        ...state,
        columns: languages.map((language) => columnOf(language, event)),
        t: translatorOf(event.language, event.catalogues[event.language]),
      };
    case 'marked':
      return { ...state, marked: event.marked };
    case 'show':
      return { ...state, query: '', find: 0 };
    case 'layout':
      return { ...state, layout: event.layout, find: 0 };
    case 'query':
      return { ...state, query: event.query, find: 0 };
    case 'find': {
      const { count } = findsOf(state);
      return { ...state, find: count ? (state.find + event.step + count) % count : 0 };
    }
    case 'scrolled':
      return { ...state, place: event.place };
  }
}

function columnOf(
  language: Language,
  { catalogues, sheets }: Extract<SheetHostMessage, { type: 'texts' }>,
): SheetColumn {
  return { language, sheet: sheets[language], t: translatorOf(language, catalogues[language]) };
}

/** The layout: the chosen one, or else the reader's own language. */
export function layoutOf({ layout, t }: SheetState): Layout {
  return layout ?? t?.language ?? 'en';
}

/** The columns to show; side by side, the reader's own language comes first. */
export function shownColumns(state: SheetState): readonly SheetColumn[] {
  const layout = layoutOf(state);
  if (layout !== 'all') return state.columns.filter(({ language }) => language === layout);
  return [...state.columns].sort(
    (a, b) => Number(b.language === state.t?.language) - Number(a.language === state.t?.language),
  );
}

/** The number of finds and of services with finds; zero without a query. */
export function findsOf(state: SheetState): { count: number; services: number } {
  const query = queryOf(state.query);
  return query ? countFinds(foundAreas(shownColumns(state), query)) : { count: 0, services: 0 };
}
