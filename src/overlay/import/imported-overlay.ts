/** The result of importing a wording: the overlay, and findings about what could not be placed. */
import type { LevelNumber } from '../../sheet/sheet';
import type { Overlay } from '../overlay';

/** Something the import could not place, or that a reader should look at. */
export type Finding =
  /** Nothing of the service is in the text. */
  | { readonly kind: 'service-missing' | 'objective-missing'; readonly service: string }
  /** A level the sheet describes has no text. */
  | { readonly kind: 'level-missing'; readonly service: string; readonly level: LevelNumber }
  /** There is text for a level the sheet does not describe: it is left out. */
  | { readonly kind: 'level-surplus'; readonly service: string; readonly level: LevelNumber; readonly text: string }
  /** A row of levels that does not fall into six cells: all of it is left out. */
  | { readonly kind: 'columns'; readonly service: string; readonly line: number; readonly cells: number }
  /** Text that belongs nowhere. */
  | { readonly kind: 'unplaced'; readonly service?: string; readonly line: number; readonly text: string }
  /** The same is given twice with different words: the first counts. */
  | { readonly kind: 'repeated'; readonly service: string; readonly line: number }
  /** A title that differs between pages: the most frequent counts. */
  | { readonly kind: 'area-title'; readonly area: string; readonly text: string }
  /** Lines were joined where a space may have stood. */
  | { readonly kind: 'joined'; readonly service: string; readonly level?: LevelNumber; readonly text: string }
  /** The text cites something else than the sheet does at that level. */
  | { readonly kind: 'references'; readonly service: string; readonly level: LevelNumber; readonly text: string };

/** Findings that ask for a look, while nothing is lost by them. */
const notices: ReadonlySet<Finding['kind']> = new Set(['area-title', 'joined', 'references']);

/** Whether something is missing from the overlay because of it. */
export function isLoss({ kind }: Finding): boolean {
  return !notices.has(kind);
}

export interface ImportedOverlay {
  readonly overlay: Overlay;
  readonly findings: readonly Finding[];
}

/** How much an overlay holds. */
export function countsOf({ services }: Overlay): { objectives: number; levels: number; notes: number } {
  const all = Object.values(services);
  return {
    objectives: all.filter(({ objective }) => objective !== undefined).length,
    levels: all.flatMap(({ levels }) => Object.values(levels)).filter(({ description }) => description !== undefined)
      .length,
    notes: all.flatMap(({ notes = [] }) => notes).length,
  };
}

/** The beginning of a text, to tell it by. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
